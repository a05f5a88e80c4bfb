using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Calls;

namespace PayPage.UseCases.Calls;

/// <summary>Before a call that came with a key of its own is worked on: is it new, is it answered, or is somebody at it?</summary>
/// <remarks>
/// The row is committed before the work begins, and what the work makes is made under the row's id. So after a crash the same call finds the same row,
/// and the same work finds what it made: whoever takes over repeats nothing.
/// </remarks>
internal sealed class ClaimCall(PayPageDbContext db, WriteSeam write, IAnswerVault vault, IdSource ids, TimeProvider clock)
{
    /// <param name="key">The caller's own.</param>
    /// <param name="fingerprint">SHA-256 of what is asked.</param>
    public async Task<Outcome> HandleAsync(string key, byte[] fingerprint, Caller caller, CancellationToken ct)
    {
        var hash = Secret.Hash(key);

        // Most that come twice were answered long ago: those write nothing.
        return await FindAsync(db, hash, caller, ct) is { } known && Judge(known, fingerprint, clock.GetUtcNow()) is { } outcome
            ? outcome
            : await write.RunAsync((unit, token) => ClaimAsync(unit, hash, fingerprint, caller, token), ct);
    }

    private static Task<KeptCall?> FindAsync(PayPageDbContext db, byte[] hash, Caller caller, CancellationToken ct) =>
        db.KeptCalls.AsNoTracking().SingleOrDefaultAsync(c => c.MerchantId == caller.MerchantId && c.Mode == caller.Mode && c.KeyHash == hash, ct);

    private async Task<Outcome> ClaimAsync(Unit unit, byte[] hash, byte[] fingerprint, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (await FindAsync(unit.Db, hash, caller, ct) is not { } known)
        {
            var call = new KeptCall
            {
                Id = KeptCallId.New(ids),
                MerchantId = caller.MerchantId,
                Mode = caller.Mode,
                KeyHash = hash,
                Fingerprint = fingerprint,
                CameAt = now,
                LeasedUntil = now + KeptCall.Lease,
            };
            unit.Db.KeptCalls.Add(call);
            return new Outcome.Mine(call.Id, call.LeaseNo, now);
        }

        if (Judge(known, fingerprint, now) is { } outcome)
        {
            return outcome;
        }

        unit.Db.Attach(known).State = EntityState.Unchanged;
        known.TakeOver(now + KeptCall.Lease);
        return new Outcome.Mine(known.Id, known.LeaseNo, known.CameAt);
    }

    /// <returns>Null where nobody works on it and there is no answer.</returns>
    private Outcome? Judge(KeptCall call, byte[] fingerprint, DateTimeOffset now) =>
        !call.Fingerprint.AsSpan().SequenceEqual(fingerprint) ? new Outcome.Other()
        : call is { Status: { } status, Body: { } stored } ? Opened(call, status, stored)
        : call.LeasedUntil > now ? new Outcome.UnderWay()
        : null;

    /// <summary>It was done, so it is not done again, even where nobody can read any more what was answered.</summary>
    private Outcome Opened(KeptCall call, int status, byte[] stored) => vault.Unseal(stored) is { } body
        ? new Outcome.Answered(new CallAnswer(status, call.ContentType, call.Location, call.Tag, body))
        : new Outcome.UnderWay();

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="LeaseNo">For <see cref="KeepAnswer"/>; more than 1 where somebody worked on it before.</param>
        internal sealed record Mine(KeptCallId Id, int LeaseNo, DateTimeOffset CameAt) : Outcome;

        internal sealed record Answered(CallAnswer Answer) : Outcome;

        /// <summary>Somebody works on it at this moment.</summary>
        internal sealed record UnderWay : Outcome;

        /// <summary>The key came before, with something else.</summary>
        internal sealed record Other : Outcome;
    }
}

/// <summary>What was answered, as it left.</summary>
/// <param name="Status">HTTP's.</param>
/// <param name="Tag">The entity tag; null for none.</param>
internal sealed record CallAnswer(int Status, string? ContentType, string? Location, string? Tag, byte[] Body);
