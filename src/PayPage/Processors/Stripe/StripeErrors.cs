using System.Net;

namespace PayPage.Processors.Stripe;

/// <summary>What a no of Stripe's means to us.</summary>
internal enum StripeVerdict
{
    /// <summary>It did not do it, and asking the same again will not help.</summary>
    Refused,

    /// <summary>It does not know the key, or the key may not do this.</summary>
    KeyRefused,

    /// <summary>It has no such thing.</summary>
    Missing,

    /// <summary>Nobody knows what was done, or will be.</summary>
    Unknown,
}

/// <summary>The one place where Stripe's errors become our outcomes and words.</summary>
internal static class StripeErrors
{
    private const int LongestReason = 300;

    public static StripeVerdict Judge(StripeFault fault) => fault switch
    {
        { Status: (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden } => StripeVerdict.KeyRefused,

        // The key is at work, or was used with other parameters: then something stands under it, and must never be read as "not done".
        { Type: "idempotency_error" } or { Status: (int)HttpStatusCode.Conflict } => StripeVerdict.Unknown,

        // Too many calls at once: this one was surely not done, but an earlier one with the same key may have been.
        { Status: (int)HttpStatusCode.TooManyRequests } => StripeVerdict.Unknown,

        { Type: "api_error" } => StripeVerdict.Unknown,
        { Code: "resource_missing" } or { Status: (int)HttpStatusCode.NotFound } => StripeVerdict.Missing,

        // A card_error comes with a payer's try, which his browser makes: here it is one more refusal.
        { Type: "invalid_request_error" or "card_error" } => StripeVerdict.Refused,

        _ => StripeVerdict.Unknown,
    };

    /// <summary>For logs and colleagues, English. Holds no key: Stripe's own words are left out where they repeat a part of it.</summary>
    public static string Reason(StripeFault fault) => fault switch
    {
        { Code: "api_key_expired" } => "Stripe says that this key was revoked or has expired.",
        { Status: (int)HttpStatusCode.Unauthorized } => "Stripe does not know this key.",
        { Status: (int)HttpStatusCode.Forbidden } => "The key may not do this: it lacks a permission at Stripe.",
        { Code: "amount_too_small" } => "The amount is below the least that Stripe charges in this currency.",
        { Code: "amount_too_large" } => "The amount is above the most that Stripe charges at once.",
        { Code: "charge_already_refunded" } => "The payment was already given back in full at Stripe.",
        { Code: "charge_disputed" } => "The payer disputes this payment: the money is with his bank, and Stripe gives no refund.",
        { Code: "refund_disputed_payment" } => "The payer disputes this payment: the money is with his bank, and Stripe gives no refund.",
        { Code: "balance_insufficient" } or { Code: "insufficient_funds" } => "The balance at Stripe is too low for this refund.",
        { Code: "resource_missing" } => "Stripe has no such payment in this account.",
        { Code: "testmode_charges_only" } => "The Stripe account is not activated: it can only charge in test mode.",
        { Message: { Length: > 0 } words } => words.Length <= LongestReason ? words : words[..LongestReason],
        { Code: { } code } => code,
        _ => fault.Type,
    };
}
