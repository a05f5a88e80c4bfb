using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Accounts;

/// <summary>Asks a processor whether an account works, and says through which one new payments go.</summary>
internal sealed class SwitchAccount(
    PayPageDbContext db, WriteSeam write, IPaymentProcessors processors, IProcessorVault vault, KnownWays known, TellOfAccount tell, TimeProvider clock)
{
    /// <summary>Changes nothing at the processor. What it said is remembered.</summary>
    public async Task<TestOutcome> TestAsync(ProcessorAccountId id, Caller caller, CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.MerchantId == caller.MerchantId, ct) is not { } account)
        {
            return new TestOutcome.NoSuchAccount();
        }

        switch (await processors.Of(account.Kind).CheckAsync(ProcessorAccess.To(account, vault), ct))
        {
            case AccountCheck.Works works when works.Mode != account.Mode || (account.OwnId is { } own && own != works.OwnId):
                return new TestOutcome.AnotherAccount();
            case AccountCheck.Works works:
                var isStill = await write.RunAsync((unit, token) => PassAsync(unit, account, works.OwnId, token), CancellationToken.None);
                return isStill ? new TestOutcome.Works(works.Name ?? works.OwnId, works.TakesMoney) : new TestOutcome.ChangedMeanwhile();
            case AccountCheck.KeyRefused refused:
                return new TestOutcome.KeyRefused(refused.Reason);
            case AccountCheck.NoAnswer:
                return new TestOutcome.NoAnswer();
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>New payments of its mode go through it and no other. Those that are open go on where they are. May be repeated.</summary>
    public async Task<UseOutcome> UseAsync(ProcessorAccountId id, Caller caller, CancellationToken ct)
    {
        var outcome = await write.RunAsync((unit, token) => UseAsync(unit, id, caller, token), ct);
        known.Forget(caller.MerchantId);
        return outcome;
    }

    /// <summary>No new payment goes through it. Its events are taken for ever. May be repeated.</summary>
    /// <returns>False when there is no such account.</returns>
    public async Task<bool> StopAsync(ProcessorAccountId id, Caller caller, CancellationToken ct)
    {
        var found = await write.RunAsync(
            async (unit, token) =>
            {
                if (await unit.Db.Accounts.SingleOrDefaultAsync(a => a.Id == id && a.MerchantId == caller.MerchantId, token) is not { } account)
                {
                    return false;
                }

                account.Close(clock.GetUtcNow());
                return true;
            },
            ct);
        known.Forget(caller.MerchantId);
        return found;
    }

    private async Task<bool> PassAsync(Unit unit, ProcessorAccount asked, string ownId, CancellationToken ct)
    {
        var account = await unit.Db.Accounts.SingleAsync(a => a.Id == asked.Id, ct);

        if (!account.SealedSecrets.AsSpan().SequenceEqual(asked.SealedSecrets))
        {
            return false;    // what the processor said was of other keys
        }

        account.PassTest(ownId, clock.GetUtcNow());
        return true;
    }

    private async Task<UseOutcome> UseAsync(Unit unit, ProcessorAccountId id, Caller caller, CancellationToken ct)
    {
        var all = await unit.Db.Accounts.Where(a => a.MerchantId == caller.MerchantId).ToListAsync(ct);

        if (all.Find(a => a.Id == id) is not { } account)
        {
            return UseOutcome.NoSuchAccount;
        }

        if (FindAccount.InUse(all.AsQueryable(), caller.MerchantId, account.Mode).FirstOrDefault() == account)
        {
            return UseOutcome.InUse;    // nothing changes, and nobody is told
        }

        if (account.KeyEnd is not null && account.TestedAt is null)
        {
            return UseOutcome.NotTested;
        }

        if (account.KeyEnd is not null && vault.Unseal(account.SealedSecrets).WebhookSecrets.Count == 0)
        {
            return UseOutcome.NoSigningSecret;
        }

        var now = clock.GetUtcNow();
        all.FindAll(other => other.Mode == account.Mode && other != account && !other.IsDraft).ForEach(other => other.Close(now));
        account.Use(now);
        await tell.OfUseAsync(unit, account, now, ct);
        return UseOutcome.InUse;
    }

    internal enum UseOutcome
    {
        InUse,
        NotTested,
        NoSigningSecret,
        NoSuchAccount,
    }

    internal abstract record TestOutcome
    {
        private TestOutcome()
        {
        }

        /// <param name="Name">As the account is called there.</param>
        /// <param name="TakesMoney">Whether the processor lets it charge payers yet.</param>
        internal sealed record Works(string Name, bool TakesMoney) : TestOutcome;

        internal sealed record KeyRefused(string Reason) : TestOutcome;

        internal sealed record NoAnswer : TestOutcome;

        /// <summary>The key is good, but of another account than the one whose payments are in the books.</summary>
        internal sealed record AnotherAccount : TestOutcome;

        internal sealed record ChangedMeanwhile : TestOutcome;

        internal sealed record NoSuchAccount : TestOutcome;
    }
}
