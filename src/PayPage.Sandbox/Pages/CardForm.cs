using System.Globalization;
using Microsoft.AspNetCore.Http;
using PayPage.Sandbox.TestCards;

namespace PayPage.Sandbox.Pages;

/// <summary>What a payer typed, and what is wrong with it. A number that is not a test card is forgotten here.</summary>
internal sealed class CardForm
{
    public const string NumberField = "number";
    public const string ExpiryField = "expiry";
    public const string CodeField = "code";

    private const int LongestExpiry = 7;

    public static readonly CardForm Empty = new();

    /// <summary>Null when the number is not that of a test card.</summary>
    public TestCard? Card { get; private init; }

    /// <summary>May be shown again: empty unless it is short, as an expiry date is.</summary>
    public string Expiry { get; private init; } = "";

    /// <summary>By field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; private init; } = new Dictionary<string, string>();

    /// <summary>The number would pass as a card's, but is not a test card's: it may be somebody's.</summary>
    public bool MayBeReal { get; private init; }

    public static CardForm Read(IFormCollection form, DateTimeOffset now)
    {
        var digits = form[NumberField].ToString().Replace(" ", "", StringComparison.Ordinal);
        var expiry = form[ExpiryField].ToString().Trim();
        var card = TestTable.FindCard(digits);
        var mayBeReal = card is null && Luhn.Accepts(digits);

        var errors = new Dictionary<string, string>();
        Add(errors, NumberField, NumberError(digits, card, mayBeReal));
        Add(errors, ExpiryField, ExpiryError(expiry, now));
        Add(errors, CodeField, CodeError(form[CodeField].ToString().Trim()));

        return new CardForm
        {
            Card = card,
            Expiry = expiry.Length <= LongestExpiry ? expiry : "",
            Errors = errors,
            MayBeReal = mayBeReal,
        };
    }

    private static void Add(Dictionary<string, string> errors, string field, string? error)
    {
        if (error is not null)
        {
            errors[field] = error;
        }
    }

    private static string? NumberError(string digits, TestCard? card, bool mayBeReal) => card is not null ? null
        : digits.Length == 0 ? "Enter a card number."
        : mayBeReal ? "This is a test page. Never type a real card number."
        : "This is not a card number. Use one of the test cards below.";

    /// <summary>A card is good through the last day of its month (UTC).</summary>
    private static string? ExpiryError(string expiry, DateTimeOffset now)
    {
        if (expiry.Length == 0)
        {
            return "Enter an expiry date.";
        }

        var compact = expiry.Replace(" ", "", StringComparison.Ordinal);
        return !DateTime.TryParseExact(
                compact, ["MM/yy", "MMyy", "MM/yyyy"], ExpiryCulture(), DateTimeStyles.None, out var month)
            ? "Enter the expiry date as MM/YY."
            : (month.Year, month.Month).CompareTo((now.UtcDateTime.Year, now.UtcDateTime.Month)) < 0
                ? "This expiry date is in the past."
                : null;
    }

    // Two digits are always of this century: the invariant culture would turn 50 into 1950.
    private static CultureInfo ExpiryCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = 2099 };
        return culture;
    }

    private static string? CodeError(string code) => code.Length == 0 ? "Enter a security code."
        : code.Length is 3 or 4 && code.All(char.IsAsciiDigit) ? null
        : "The security code has 3 or 4 digits.";
}
