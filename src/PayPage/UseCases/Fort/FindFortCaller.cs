using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Fort;

namespace PayPage.UseCases.Fort;

/// <summary>From the parameters of a call in PayFort's dialect to the merchant it speaks for, proven by its signature. Reads only.</summary>
internal sealed class FindFortCaller(PayPageDbContext db, IFortVault vault, RandomBytes random)
{
    /// <param name="parameters">All that were sent but for the file, the signature among them.</param>
    /// <param name="needsMerchant">Whether the merchant identifier must be sent: not where a link's own id says enough.</param>
    public async Task<Outcome> HandleAsync(IReadOnlyDictionary<string, string> parameters, bool needsMerchant, CancellationToken ct)
    {
        string[] needed = [FortParameter.AccessCode, .. needsMerchant ? [FortParameter.Merchant] : Array.Empty<string>(), FortSignature.Name];

        foreach (var name in needed)
        {
            if (Fault(name) is { } fault)
            {
                return new Outcome.Stranger(FortAnswer.Invalid(fault, name));
            }
        }

        var code = parameters[FortParameter.AccessCode].Trim();
        var door = await db.FortDoors.AsNoTracking().SingleOrDefaultAsync(d => d.AccessCode == code && d.IsOpen, ct);
        var phrases = door is null ? FortPhrases.New(random) : vault.Unseal(door.SealedPhrases);    // as much work for a code that nobody has
        var isGenuine = FortSignature.Fits(parameters[FortSignature.Name], parameters!, phrases.Request, door?.Digest ?? FortDigest.Sha256);

        // In this order, so that only whoever knows the phrase learns anything of a merchant.
        return door is null ? new Outcome.Stranger(FortAnswer.Invalid(FortCode.BadAccessCode))
            : !isGenuine ? new Outcome.Stranger(FortAnswer.Invalid(FortCode.BadSignature))
            : Value(FortParameter.Merchant) is { } merchant && merchant != door.MerchantIdentifier ? new Outcome.Refused(FortAnswer.Invalid(FortCode.BadMerchant), new FortCaller(door, phrases))
            : new Outcome.Known(new FortCaller(door, phrases));

        FortCode? Fault(string name) => Value(name) is { } value ? FortParameter.Of(name)?.Fault(value) : FortCode.Missing;

        string? Value(string name) => parameters.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Known(FortCaller Caller) : Outcome;

        /// <summary>He knows the phrase, and named another merchant.</summary>
        internal sealed record Refused(FortAnswer Answer, FortCaller Caller) : Outcome;

        /// <summary>He proved nothing. Nothing is signed for him: a signature over what he chose could be passed off as our news.</summary>
        internal sealed record Stranger(FortAnswer Answer) : Outcome;
    }
}

/// <summary>Who calls through PayFort's door.</summary>
internal sealed record FortCaller(FortDoor Door, FortPhrases Phrases)
{
    public Caller Caller => new(Door.MerchantId, Door.Mode, Actor.Fort);

    /// <summary>Signs what we answer.</summary>
    public string Sign(IEnumerable<KeyValuePair<string, string?>> reply) => FortSignature.Of(reply, Phrases.Response, Door.Digest);
}
