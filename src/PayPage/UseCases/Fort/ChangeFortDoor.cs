using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Fort;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Merchants;

namespace PayPage.UseCases.Fort;

/// <summary>An administrator makes a merchant's PayFort door, renews its phrases, says whom it tells, and opens or shuts it.</summary>
internal sealed class ChangeFortDoor(WriteSeam write, IFortVault vault, IWebhookSender sender, RandomBytes random, TimeProvider clock)
{
    /// <returns>The phrases, for this once; null when there is a door already.</returns>
    public Task<FortPhrases?> MakeAsync(Caller caller, CancellationToken ct)
    {
        var phrases = FortPhrases.New(random);
        var (code, identifier) = (FortPhrases.Word(random, FortDoor.NameLength), FortPhrases.Word(random, FortDoor.NameLength));

        return write.RunAsync<FortPhrases?>(
            async (unit, token) =>
            {
                if (await OfAsync(unit, caller, token) is not null)
                {
                    return null;
                }

                unit.Db.FortDoors.Add(new FortDoor
                {
                    MerchantId = caller.MerchantId,
                    Mode = caller.Mode,
                    AccessCode = code,
                    MerchantIdentifier = identifier,
                    SealedPhrases = vault.Seal(phrases),
                    CreatedAt = clock.GetUtcNow(),
                });
                return phrases;
            },
            ct);
    }

    /// <summary>The old phrases stop working at once.</summary>
    /// <param name="version">Of the door when the form was shown, so that a form sent twice renews once.</param>
    /// <returns>The new ones, for this once; null when the door was changed meanwhile, or there is none.</returns>
    public Task<FortPhrases?> RenewAsync(long version, Caller caller, CancellationToken ct)
    {
        var phrases = FortPhrases.New(random);

        return write.RunAsync<FortPhrases?>(
            async (unit, token) =>
            {
                if (await OfAsync(unit, caller, token) is not { } door || door.Version != version)
                {
                    return null;
                }

                door.SealedPhrases = vault.Seal(phrases);
                return phrases;
            },
            ct);
    }

    /// <summary>May be repeated. Feedback goes on while it is shut: links that are out may be paid.</summary>
    /// <returns>False when there is no door.</returns>
    public Task<bool> TurnAsync(bool isOpen, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            if (await OfAsync(unit, caller, token) is not { } door)
            {
                return false;
            }

            door.IsOpen = isOpen;
            return true;
        },
        ct);

    /// <param name="version">Of the door when the form was shown.</param>
    public async Task<SettingsOutcome> ChangeAsync(FortDoorWords words, long version, Caller caller, CancellationToken ct)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var direct = await ReadAsync(nameof(FortDoorWords.DirectUrl), words.DirectUrl, faults, ct);
        var later = await ReadAsync(nameof(FortDoorWords.NotificationUrl), words.NotificationUrl, faults, ct);

        if (!Enum.TryParse<FortDigest>(words.Digest, out var digest) || !Enum.IsDefined(digest))
        {
            faults[nameof(FortDoorWords.Digest)] = "Choose SHA-256 or SHA-512.";
        }

        return faults.Count > 0 ? new SettingsOutcome.Faulty(faults) : await write.RunAsync<SettingsOutcome>(
            async (unit, token) =>
            {
                if (await OfAsync(unit, caller, token) is not { } door || door.Version != version)
                {
                    return new SettingsOutcome.Overtaken();
                }

                (door.Digest, door.DirectUrl, door.NotificationUrl, door.FeedbackIsJson) = (digest, direct, later, words.FeedbackIsJson);
                return new SettingsOutcome.Saved();
            },
            ct);
    }

    /// <returns>Null where nothing was typed, or it has a fault.</returns>
    private async Task<Uri?> ReadAsync(string field, string? typed, Dictionary<string, string> faults, CancellationToken ct)
    {
        const string example = "for example https://shop.example.com/payfort";

        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var isOne = Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address) && address.AbsoluteUri.Length <= FortDoor.UrlLength;
        var objection = !isOne ? $"Write a whole address of at most {FortDoor.UrlLength} characters that begins with https://, {example}."
            : sender.Objection(address!)    // not null: it is one
            ?? (await sender.LeadsInsideAsync(address!, ct) ? $"This name leads into a private network. Write one that everybody can reach, {example}." : null);

        if (objection is null)
        {
            return address;
        }

        faults[field] = objection;
        return null;
    }

    private static Task<FortDoor?> OfAsync(Unit unit, Caller caller, CancellationToken ct) =>
        unit.Db.FortDoors.SingleOrDefaultAsync(d => d.MerchantId == caller.MerchantId && d.Mode == caller.Mode, ct);
}

/// <summary>What can be set at a PayFort door, as it was typed.</summary>
/// <param name="Digest"><c>Sha256</c> or <c>Sha512</c>.</param>
internal sealed record FortDoorWords(string? Digest, string? DirectUrl, string? NotificationUrl, bool FeedbackIsJson)
{
    public static FortDoorWords Of(FortDoor door) => new($"{door.Digest}", door.DirectUrl?.AbsoluteUri, door.NotificationUrl?.AbsoluteUri, door.FeedbackIsJson);
}
