using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>
/// Asks processors for events that they could not deliver: after an outage of ours nothing waits for the processor's next try, and what it
/// gave up is not lost. The same event may come both ways, and counts once.
/// </summary>
internal sealed partial class CatchUpEvents(
    PayPageDbContext db, WriteSeam write, IPaymentProcessors processors, IProcessorVault vault, ApplyEvent apply, HearOfKey hearOfKey,
    TimeProvider clock, ILogger<CatchUpEvents> log)
{
    internal static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Asked for twice: an event is listed as undelivered only once its delivery was tried.</summary>
    internal static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>Stripe lists events of 30 days. A closed account is asked as long: its last payments may be disputed.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <returns>How many accounts were asked. Several nodes may run it at once: each account is asked by one.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var oldest = now - Memory;
        var due = await db.Accounts.AsNoTracking()
            .Where(a => !a.IsDraft && (a.ListNextAt == null || a.ListNextAt <= now) && (a.ClosedAt == null || a.ClosedAt > oldest))
            .ToListAsync(ct);
        var asked = 0;

        foreach (var account in due)
        {
            if (await ClaimAsync(account, now + Every, ct))
            {
                await AskAsync(account, now, ct);
                asked++;
            }
        }

        return asked;
    }

    private Task<bool> ClaimAsync(ProcessorAccount account, DateTimeOffset next, CancellationToken ct) => write.RunAsync(
        async (unit, token) => await unit.Db.Accounts
            .Where(a => a.Id == account.Id && a.ListNextAt == account.ListNextAt)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ListNextAt, next), token) == 1,
        ct);

    private async Task AskAsync(ProcessorAccount account, DateTimeOffset now, CancellationToken ct)
    {
        var since = (account.ListedUpTo ?? account.CreatedAt) - Overlap;
        since = since > now - Memory ? since : now - Memory;

        switch (await processors.Of(account.Kind).MissedEventsAsync(since, ProcessorAccess.To(account, vault), ct))
        {
            case MissedEvents.Listed listed:
                await hearOfKey.HandleAsync(account, refused: false, ct);
                await ApplyAsync(account, listed, now, ct);
                break;
            case MissedEvents.NoAnswer { KeyRefused: true }:
                await hearOfKey.HandleAsync(account, refused: true, ct);
                break;
            case MissedEvents.NoAnswer:
                LogNoAnswer(account.Id);
                break;
        }
    }

    /// <summary>Only when all are in the books is that time done: whatever stops us is asked for again.</summary>
    private async Task ApplyAsync(ProcessorAccount account, MissedEvents.Listed listed, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var (reading, body) in listed.Events)
        {
            await apply.HandleAsync(account.Id, reading, body, ct);
        }

        if (listed.Events.Count > 0)
        {
            LogCaughtUp(account.Id, listed.Events.Count);
        }

        await write.RunAsync(
            (unit, token) => unit.Db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.ListedUpTo, now), token), ct);
    }

    [LoggerMessage(2411, LogLevel.Warning, "{AccountId}: {Count} events had not reached us. They are in the books now, each once.")]
    private partial void LogCaughtUp(ProcessorAccountId accountId, int count);

    [LoggerMessage(2412, LogLevel.Information, "{AccountId}: the processor did not say which events did not reach us; it is asked again.")]
    private partial void LogNoAnswer(ProcessorAccountId accountId);
}
