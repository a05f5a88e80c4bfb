using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Keys;

/// <summary>A colleague makes a key for one of the merchant's systems. It is in the outcome and nowhere else.</summary>
internal sealed class MakeKey(WriteSeam write, IApiSecretVault vault, RandomBytes random, TimeProvider clock)
{
    private const int SentBytes = 24;
    private const int SignedBytes = 32;
    private const int ShownLetters = 4;

    /// <param name="id">Comes with the form, so that the same form sent twice makes one key.</param>
    /// <param name="caller">In live mode where the merchant takes real money: only then keys for that can be made.</param>
    public async Task<Outcome> HandleAsync(ApiKeyId id, KeyWords words, Caller caller, CancellationToken ct)
    {
        var typed = new TypedFields();

        if (Read(words, typed, caller) is not { } read)
        {
            return new Outcome.Faulty(typed.Faults);
        }

        // Outside of the unit, which may run twice: what is shown must be what is kept.
        var secret = read.Kind == ApiKeyKind.SharedSecret
            ? Convert.ToBase64String(random(SignedBytes))
            : Beginning(read.Mode) + Base64Url.EncodeToString(random(SentBytes));

        return await write.RunAsync((unit, token) => AddAsync(unit, id, read, secret, caller, token), ct);
    }

    private static string Beginning(Mode mode) => mode == Mode.Live ? "ppk_live_" : "ppk_test_";

    private async Task<Outcome> AddAsync(Unit unit, ApiKeyId id, Sound read, string secret, Caller caller, CancellationToken ct)
    {
        if (await unit.Db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, ct) is { } known)
        {
            return known.MerchantId == caller.MerchantId ? new Outcome.MadeBefore() : new Outcome.NoSuchKey();
        }

        if (await unit.Db.ApiKeys.CountAsync(k => k.MerchantId == caller.MerchantId && k.RevokedAt == null, ct) >= ApiKey.Most)
        {
            return new Outcome.Faulty(new Dictionary<string, string> { [""] = $"There are {ApiKey.Most} keys in use already, which is the most. Revoke one first." });
        }

        var isSigned = read.Kind == ApiKeyKind.SharedSecret;
        var key = new ApiKey
        {
            Id = id,
            MerchantId = caller.MerchantId,
            Mode = read.Mode,
            Name = read.Name,
            Kind = read.Kind,
            Scopes = read.Scopes,
            Hash = Secret.Hash(secret),
            Shown = isSigned ? null : secret[..(Beginning(read.Mode).Length + ShownLetters)],
            SealedSecret = isSigned ? vault.Seal(Convert.FromBase64String(secret)) : null,
            Signer = read.Signer,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = caller.Actor,
        };
        unit.Db.ApiKeys.Add(key);
        return new Outcome.Made(key, secret);
    }

    /// <returns>Null when something is wrong with it.</returns>
    private static Sound? Read(KeyWords words, TypedFields typed, Caller caller)
    {
        var name = typed.Text(nameof(words.Name), words.Name, Merchant.NameLength);
        var kind = words.Kind == KeyWords.Signed ? ApiKeyKind.SharedSecret : ApiKeyKind.Bearer;
        var mode = words.Mode == KeyWords.Live ? Mode.Live : Mode.Test;
        var scopes = words.Scopes.Aggregate(ApiScopes.None, (sum, scope) => sum | KeyWords.Scope(scope));
        var signer = string.IsNullOrWhiteSpace(words.Signer) ? $"{caller.MerchantId}" : words.Signer.Trim();

        if (name is null)
        {
            typed.Refuse(nameof(words.Name), "Write a name by which you know the key again, such as the system that has it.");
        }

        if (scopes == ApiScopes.None)
        {
            typed.Refuse(nameof(words.Scopes), "Tick at least one thing that the key may do.");
        }

        if (mode == Mode.Live && caller.Mode != Mode.Live)
        {
            typed.Refuse(nameof(words.Mode), "Live keys can be made once you take real money: see Taking money.");
        }

        if (kind == ApiKeyKind.SharedSecret && (signer.Length > ApiKey.SignerLength || signer.Any(c => c is <= ' ' or > '~' or '"')))
        {
            typed.Refuse(nameof(words.Signer), $"Write at most {ApiKey.SignerLength} letters, digits and signs, without spaces and quotation marks; or nothing, for {caller.MerchantId}.");
        }

        return typed.AreSound && name is not null ? new Sound(name, mode, kind, scopes, kind == ApiKeyKind.SharedSecret ? signer : null) : null;
    }

    private sealed record Sound(string Name, Mode Mode, ApiKeyKind Kind, ApiScopes Scopes, string? Signer);

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Secret">To be shown this once.</param>
        internal sealed record Made(ApiKey Key, string Secret) : Outcome
        {
            public override string ToString() => $"{Key.Id}";
        }

        /// <summary>The form that made it was sent a second time. What was shown then is not known any more.</summary>
        internal sealed record MadeBefore : Outcome;

        /// <param name="Messages">What is wrong and what to do, by the member's name.</param>
        internal sealed record Faulty(IReadOnlyDictionary<string, string> Messages) : Outcome;

        internal sealed record NoSuchKey : Outcome;
    }
}
