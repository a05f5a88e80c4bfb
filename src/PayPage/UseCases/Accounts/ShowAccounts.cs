using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Accounts;

/// <summary>Through which accounts a merchant's money comes, test and live. Reads only; never shows a key.</summary>
internal sealed class ShowAccounts(PayPageDbContext db, IPaymentProcessors processors, IProcessorVault vault, ISiteAddresses addresses)
{
    /// <returns>Those in use first, then what is not in use yet, then what was once.</returns>
    public async Task<IReadOnlyList<Line>> HandleAsync(Caller caller, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.MerchantId == caller.MerchantId).ToListAsync(ct);
        var inUse = accounts.GroupBy(a => a.Mode).Select(same => FindAccount.InUse(same.AsQueryable(), caller.MerchantId, same.Key).FirstOrDefault()?.Id).ToHashSet();

        return [.. accounts
            .Select(account => new Line(account, processors.Of(account.Kind).Name, inUse.Contains(account.Id)))
            .OrderByDescending(line => line.IsInUse).ThenByDescending(line => line.Account.IsDraft).ThenByDescending(line => line.Account.CreatedAt)];
    }

    /// <returns>Null where this merchant has no such account.</returns>
    public async Task<One?> OneAsync(ProcessorAccountId id, Caller caller, CancellationToken ct)
    {
        if ((await HandleAsync(caller, ct)).FirstOrDefault(line => line.Account.Id == id) is not { } line)
        {
            return null;
        }

        var open = await db.Payments.CountAsync(p => p.AccountId == id && PaymentTransitions.Open.Contains(p.Status), ct);
        var wasTold = await db.Inbox.AnyAsync(e => e.AccountId == id, ct);
        return new One(line, HookOf(line.Account), vault.Unseal(line.Account.SealedSecrets).WebhookSecrets.Count, open, wasTold);
    }

    /// <summary>Where the processor is to send its events; known before the account is.</summary>
    public Uri HookOf(ProcessorAccountId id, ProcessorKind kind, Caller caller) => HookOf(
        new ProcessorAccount { Id = id, MerchantId = caller.MerchantId, Kind = kind, Mode = caller.Mode, SealedSecrets = [], CreatedAt = default });

    private Uri HookOf(ProcessorAccount account) => addresses.Hook(account);

    /// <param name="Processor">As people know it.</param>
    /// <param name="IsInUse">Whether new payments of its mode go through it.</param>
    internal sealed record Line(ProcessorAccount Account, string Processor, bool IsInUse);

    /// <param name="SigningSecrets">How many may have signed what comes in; 0 to 2.</param>
    /// <param name="OpenPayments">That go through it at this moment.</param>
    /// <param name="WasTold">Whether any event has come from the processor yet.</param>
    internal sealed record One(Line Line, Uri Hook, int SigningSecrets, int OpenPayments, bool WasTold)
    {
        public ProcessorAccount Account => Line.Account;
    }
}
