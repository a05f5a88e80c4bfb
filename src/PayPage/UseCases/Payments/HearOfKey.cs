using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Processors;
using PayPage.UseCases.Accounts;

namespace PayPage.UseCases.Payments;

/// <summary>A processor took our key, or did not. Nobody was declined by that: the merchant or the operator must mend it.</summary>
internal sealed partial class HearOfKey(WriteSeam write, TellOfAccount tell, TimeProvider clock, ILogger<HearOfKey> log)
{
    /// <param name="account">As it was read just before the processor was asked.</param>
    /// <param name="refused">Whether the processor said that it does not know the key.</param>
    public async Task HandleAsync(ProcessorAccount account, bool refused, CancellationToken ct)
    {
        if (refused == account.RefusedSince is not null)
        {
            return;    // nothing new: no write for each call of a thousand
        }

        await write.RunAsync((unit, token) => LearnAsync(unit, account.Id, refused, token), ct);

        if (refused)
        {
            LogRefused(account.Id, account.Kind);
        }
        else
        {
            LogAccepted(account.Id, account.Kind);
        }
    }

    private async Task LearnAsync(Unit unit, ProcessorAccountId id, bool refused, CancellationToken ct)
    {
        var account = await unit.Db.Accounts.SingleAsync(a => a.Id == id, ct);

        var isNews = refused == account.RefusedSince is null;

        if (refused)
        {
            account.LearnRefusal(clock.GetUtcNow());
        }
        else
        {
            account.LearnAcceptance();
        }

        if (isNews && refused)
        {
            await tell.OfRefusalAsync(unit, account, clock.GetUtcNow(), ct);
        }
    }

    [LoggerMessage(2111, LogLevel.Error, "{Kind} does not accept the key of {AccountId}. No payment can begin through it until somebody mends that.")]
    private partial void LogRefused(ProcessorAccountId accountId, ProcessorKind kind);

    [LoggerMessage(2112, LogLevel.Information, "{Kind} accepts the key of {AccountId} again.")]
    private partial void LogAccepted(ProcessorAccountId accountId, ProcessorKind kind);
}
