using PayPage.Domain.Payments;

namespace PayPage.Processors.Stripe;

/// <summary>Puts our orders in Stripe's words. The same payment always gives the same order: Stripe refuses another one under the same idempotency key.</summary>
internal static class StripeOrdering
{
    /// <summary>
    /// How long a session is open: Stripe's shortest, 30 minutes after it takes the order, and 5 more, because its clock may differ from ours by as much as
    /// the times of its webhooks may.
    /// </summary>
    public static readonly TimeSpan SessionLife = TimeSpan.FromMinutes(35);

    private const int LongestValue = 500;    // of metadata
    private const int LongestName = 250;

    // Stripe's page speaks these; anything else would be an error.
    private static readonly string[] Locales =
    [
        "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb",
        "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW",
    ];

    public static StripeIntentOrder Intent(Checkout checkout, long amount) => new(
        amount, StripeCurrencies.CodeOf(checkout.Amount.Currency), Cut(checkout.Description, LongestName), Metadata(checkout, StripeWords.OnPage));

    public static StripeSessionOrder Session(Checkout checkout, long amount, DateTimeOffset now) => new(
        amount, StripeCurrencies.CodeOf(checkout.Amount.Currency), Cut(checkout.Description, LongestName), $"{checkout.PaymentId}",
        checkout.ReturnUrl, checkout.ReturnUrl, (checkout.PreparedAt ?? now) + SessionLife, LocaleOf(checkout.Language),
        Metadata(checkout, StripeWords.Hosted), Metadata(checkout, StripeWords.Hosted));

    public static StripeRefundOrder Refund(Refund refund, string intent, long amount) => new(
        intent, amount, new Dictionary<string, string> { [StripeWords.RefundKey] = $"{refund.Id}", [StripeWords.PaymentKey] = $"{refund.PaymentId}" });

    /// <param name="language">BCP 47; null where not known.</param>
    /// <returns>Null: Stripe goes by the payer's browser.</returns>
    public static string? LocaleOf(string? language) =>
        Array.Find(Locales, locale => locale.Equals(language, StringComparison.OrdinalIgnoreCase))
        ?? Array.Find(Locales, locale => locale.Equals(language?.Split('-')[0], StringComparison.OrdinalIgnoreCase));

    private static SortedDictionary<string, string> Metadata(Checkout checkout, string style) => new(StringComparer.Ordinal)
    {
        [StripeWords.InvoiceKey] = Cut(checkout.Description, LongestValue),
        [StripeWords.MerchantKey] = Cut(checkout.MerchantName, LongestValue),
        [StripeWords.PaymentKey] = $"{checkout.PaymentId}",
        [StripeWords.StyleKey] = style,
    };

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
