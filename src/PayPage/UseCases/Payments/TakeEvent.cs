using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>A processor sent an event. Only when this has returned is it in the database, and may be answered with 200.</summary>
internal sealed partial class TakeEvent(
    PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, ApplyEvent apply, TimeProvider clock, ILogger<TakeEvent> log)
{
    /// <param name="body">As it came, byte by byte.</param>
    public async Task<Outcome> HandleAsync(
        ProcessorKind kind, ProcessorAccountId accountId, ReadOnlyMemory<byte> body, Func<string, string?> header, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.Kind == kind, ct);

        if (account is null)
        {
            return Outcome.NoSuchAccount;
        }

        var reading = processors.Of(kind).ReadEvent(body, header, ProcessorAccess.To(account, vault), clock.GetUtcNow());

        if (reading is EventReading.NotGenuine fake)
        {
            LogNotGenuine(accountId, fake.Reason);
            return Outcome.NotGenuine;
        }

        await apply.HandleAsync(accountId, reading, Encoding.UTF8.GetString(body.Span), ct);
        return Outcome.Taken;
    }

    [LoggerMessage(2401, LogLevel.Warning, "An event for {AccountId} was not believed: {Reason}")]
    private partial void LogNotGenuine(ProcessorAccountId accountId, string reason);

    internal enum Outcome
    {
        Taken,
        NotGenuine,
        NoSuchAccount,
    }
}
