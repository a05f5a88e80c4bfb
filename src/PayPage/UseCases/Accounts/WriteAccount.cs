using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Accounts;

/// <summary>A colleague connects an account at a processor, or changes its keys. No payment goes through it before it was tested and put in use.</summary>
internal sealed class WriteAccount(PayPageDbContext db, WriteSeam write, IAccountReader reader, IProcessorVault vault, TimeProvider clock)
{
    /// <summary>Each is kept for ever, for its events: so nobody may make a thousand.</summary>
    public const int Most = 20;

    /// <param name="id">Comes with the form: the same form sent twice connects one.</param>
    public async Task<Outcome> AddAsync(ProcessorAccountId id, AccountWords words, Caller caller, CancellationToken ct) =>
        reader.Read(words, null, null) switch
        {
            AccountReading.Faulty faulty => new Outcome.Faulty(faulty.Faults),
            AccountReading.Read read => await write.RunAsync((unit, token) => AddAsync(unit, id, read, caller, token), ct),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <param name="seen">The account's version when the form was shown.</param>
    public async Task<Outcome> ChangeAsync(ProcessorAccountId id, long seen, AccountWords words, Caller caller, CancellationToken ct)
    {
        if (await Mine(db, id, caller).AsNoTracking().SingleOrDefaultAsync(ct) is not { } account)
        {
            return new Outcome.NoSuchAccount();
        }

        return reader.Read(words, vault.Unseal(account.SealedSecrets), account.Mode) switch
        {
            AccountReading.Faulty faulty => new Outcome.Faulty(faulty.Faults),
            AccountReading.Read read => await write.RunAsync((unit, token) => ChangeAsync(unit, id, seen, read, caller, token), ct),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Outcome> AddAsync(Unit unit, ProcessorAccountId id, AccountReading.Read read, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.Accounts.AnyAsync(a => a.Id == id, ct))
        {
            return await Mine(unit.Db, id, caller).AnyAsync(ct) ? new Outcome.Saved() : new Outcome.NoSuchAccount();
        }

        if (await unit.Db.Accounts.CountAsync(a => a.MerchantId == caller.MerchantId, ct) >= Most)
        {
            return new Outcome.Faulty(new Dictionary<string, string> { [""] = $"There are {Most} accounts already, which is the most. Change the keys of one of them." });
        }

        unit.Db.Accounts.Add(new ProcessorAccount
        {
            Id = id,
            MerchantId = caller.MerchantId,
            Kind = reader.Kind,
            Mode = read.Mode,
            SealedSecrets = vault.Seal(read.Secrets),
            CreatedAt = clock.GetUtcNow(),
        }.AsDraft(read.Style, read.PublicKey, read.KeyEnd ?? ""));
        return new Outcome.Saved();
    }

    private async Task<Outcome> ChangeAsync(Unit unit, ProcessorAccountId id, long seen, AccountReading.Read read, Caller caller, CancellationToken ct)
    {
        var account = await Mine(unit.Db, id, caller).SingleAsync(ct);

        if (account.Version != seen)
        {
            return new Outcome.Overtaken();
        }

        account.Change(read.Style, read.PublicKey, vault.Seal(read.Secrets), read.KeyEnd);
        return new Outcome.Saved();
    }

    private IQueryable<ProcessorAccount> Mine(PayPageDbContext from, ProcessorAccountId id, Caller caller) =>
        from.Accounts.Where(a => a.Id == id && a.MerchantId == caller.MerchantId && a.Kind == reader.Kind);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Saved : Outcome;

        /// <param name="Messages">What is wrong and what to do, by the member's name.</param>
        internal sealed record Faulty(IReadOnlyDictionary<string, string> Messages) : Outcome;

        /// <summary>A colleague was faster. Nothing was written.</summary>
        internal sealed record Overtaken : Outcome;

        internal sealed record NoSuchAccount : Outcome;
    }
}
