namespace PayPage.Processors.Stripe;

// What we ask of Stripe. Amounts are in Stripe's units (StripeCurrencies), currencies in small letters.

/// <param name="Metadata">Comes back with the intent, its charge's events, and in lists.</param>
internal sealed record StripeIntentOrder(long Amount, string Currency, string Description, IReadOnlyDictionary<string, string> Metadata);

/// <param name="Item">What the payer reads beside the amount.</param>
/// <param name="ClientReference">Ours; Stripe shows it to the merchant.</param>
/// <param name="ExpiresAt">30 minutes to 24 hours after Stripe takes the order.</param>
/// <param name="Locale">One that Stripe's page speaks; null: as the payer's browser asks.</param>
/// <param name="Metadata">Of the session.</param>
/// <param name="IntentMetadata">Of the intent that Stripe makes for it.</param>
internal sealed record StripeSessionOrder(
    long Amount, string Currency, string Item, string ClientReference, Uri SuccessUrl, Uri CancelUrl, DateTimeOffset ExpiresAt, string? Locale,
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyDictionary<string, string> IntentMetadata);

internal sealed record StripeRefundOrder(string Intent, long Amount, IReadOnlyDictionary<string, string> Metadata);

/// <summary>When something was made at Stripe, whose clock has whole seconds.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Inclusive; null: up to now.</param>
internal sealed record StripeWindow(DateTimeOffset From, DateTimeOffset? To = null);
