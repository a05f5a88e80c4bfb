using PayPage.Domain.Merchants;

namespace PayPage.Domain.Fort;

/// <summary>A merchant's door for systems that speak PayFort's dialect, in one mode: who may come in, and whom we tell of payments.</summary>
public sealed class FortDoor
{
    /// <summary>Of the access code and of the merchant identifier: the longest that the dialect takes.</summary>
    public const int NameLength = 20;

    public const int UrlLength = 400;
    public const int SealedLength = 2000;

    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>Letters and digits; unique on the whole site: by it a call finds its merchant.</summary>
    public required string AccessCode { get; init; }

    /// <summary>Letters and digits. Says nothing that the access code does not; the dialect asks for both.</summary>
    public required string MerchantIdentifier { get; init; }

    /// <summary>See <see cref="FortPhrases"/>; sealed by <see cref="IFortVault"/>.</summary>
    public required byte[] SealedPhrases { get; set; }

    public FortDigest Digest { get; set; }

    /// <summary>False: calls are answered as if there were no such merchant.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Where the first news of each payment goes; null: where later news goes.</summary>
    public Uri? DirectUrl { get; set; }

    /// <summary>Where later news of a payment goes; null: where the first went.</summary>
    public Uri? NotificationUrl { get; set; }

    /// <summary>True: feedback is JSON; false: form fields.</summary>
    public bool FeedbackIsJson { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; private set; }

    public bool TellsAnybody => (DirectUrl ?? NotificationUrl) is not null;

    /// <summary>With one address only, all news goes there: a payment whose end nobody hears of is worse than one told of at another address.</summary>
    public Uri? AddressFor(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Direct => DirectUrl ?? NotificationUrl,
        FeedbackKind.Notification => NotificationUrl ?? DirectUrl,
    };
}

/// <summary>What calls and what answers are signed with. Never logged, shown once.</summary>
/// <param name="Request">The merchant's system signs with it.</param>
/// <param name="Response">We sign with it.</param>
public sealed record FortPhrases(string Request, string Response)
{
    // 24 of 62 signs: more than 140 bits. No other signs: a phrase that a form or a shell would alter helps nobody.
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int PhraseLength = 24;

    public static FortPhrases New(RandomBytes random) => new(Word(random, PhraseLength), Word(random, PhraseLength));

    /// <returns>ASCII letters and digits that nobody can foretell.</returns>
    public static string Word(RandomBytes random, int length)
    {
        var word = new char[length];

        for (var place = 0; place < length;)
        {
            foreach (var value in random(length).Where(value => value < byte.MaxValue / Signs.Length * Signs.Length))    // no sign is likelier than another
            {
                word[place++] = Signs[value % Signs.Length];

                if (place == length)
                {
                    break;
                }
            }
        }

        return new string(word);
    }

    public override string ToString() => "(phrases)";
}

/// <summary>Seals the phrases for the database, and opens them again.</summary>
public interface IFortVault
{
    byte[] Seal(FortPhrases phrases);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key they were sealed with is lost.</exception>
    FortPhrases Unseal(byte[] stored);
}
