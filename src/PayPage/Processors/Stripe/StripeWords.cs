using PayPage.Domain.Payments;

namespace PayPage.Processors.Stripe;

/// <summary>Says in our words how Stripe's things stand. Null: not about a payment of ours, or not to be read.</summary>
internal static class StripeWords
{
    // What we send along, and find our payments by. Only ours: other systems may use the same Stripe account.
    public const string PaymentKey = "paypage_payment";
    public const string RefundKey = "paypage_refund";
    public const string InvoiceKey = "paypage_invoice";
    public const string MerchantKey = "paypage_merchant";
    public const string StyleKey = "paypage_style";
    public const string Hosted = "hosted";
    public const string OnPage = "on_page";

    internal const long EndOfTime = 253_402_300_800;    // seconds since 1970: the year 10,000

    public static PaymentId? PaymentOf(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.TryGetValue(PaymentKey, out var id) == true ? Ids.Payment(id) : null;

    /// <summary>The intent of a checkout is not the payment: the session is, and it alone is referred to.</summary>
    public static bool IsOfCheckout(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.TryGetValue(StyleKey, out var style) == true && style == Hosted;

    public static ProcessorNews? Of(StripeIntent intent)
    {
        if (PaymentOf(intent.Metadata) is not { } ours || StateOf(intent) is not { } state || StripeCurrencies.FromStripe(intent.Amount, intent.Currency) is not { } amount)
        {
            return null;
        }

        var onPage = !IsOfCheckout(intent.Metadata);

        return new ProcessorNews(ours, onPage ? intent.Id : null, state, amount, null, Instrument(intent.LatestCharge))
        {
            MoneyReference = intent.Id,
            BrowserKey = onPage && state == ProcessorState.Open && intent.ClientSecret is { } secret ? new BrowserKey(secret) : null,
            TryDeclined = intent is { Status: "requires_payment_method", LastErrorCode: not null },
            DeclineReason = intent.LastDeclineCode ?? intent.LastErrorCode,
        };
    }

    public static ProcessorNews? Of(StripeSession session) => StateOf(session) is { } state ? Of(session, state) : null;

    /// <param name="state">Where the event says more than the session itself.</param>
    public static ProcessorNews? Of(StripeSession session, ProcessorState state)
    {
        if ((PaymentOf(session.Metadata) ?? Ids.Payment(session.ClientReference)) is not { } ours
            || StripeCurrencies.FromStripe(session.AmountTotal, session.Currency) is not { } amount)
        {
            return null;
        }

        var page = state == ProcessorState.Open && Uri.TryCreate(session.Url, UriKind.Absolute, out var url) ? url : null;

        return new ProcessorNews(ours, session.Id, state, amount, page, Instrument(session.Intent?.LatestCharge))
        {
            MoneyReference = session.Intent?.Id,
            TryDeclined = state == ProcessorState.Open && session.Intent is { Status: "requires_payment_method", LastErrorCode: not null },
            DeclineReason = session.Intent?.LastDeclineCode ?? session.Intent?.LastErrorCode,
        };
    }

    /// <summary>A charge that succeeded. Its intent tells the same; the charge alone says with what was paid.</summary>
    public static ProcessorNews? Of(StripeCharge charge) =>
        PaymentOf(charge.Metadata) is { } ours && charge is { Intent: { } intent, Status: "succeeded" } && StripeCurrencies.FromStripe(charge.Amount, charge.Currency) is { } amount
            ? new ProcessorNews(ours, IsOfCheckout(charge.Metadata) ? null : intent, ProcessorState.Succeeded, amount, null, Instrument(charge)) { MoneyReference = intent }
            : null;

    public static RefundId? RefundOf(IReadOnlyDictionary<string, string>? metadata) =>
        metadata?.TryGetValue(RefundKey, out var id) == true ? Ids.Refund(id) : null;

    public static RefundState? StateOf(StripeRefund refund) => refund.Status switch
    {
        "pending" or "requires_action" => RefundState.Pending,
        "succeeded" => RefundState.Succeeded,
        "failed" or "canceled" => RefundState.Failed,
        _ => null,
    };

    public static RefundNews? Of(StripeRefund refund)
    {
        var ours = RefundOf(refund.Metadata);

        return StateOf(refund) is { } known && (ours is not null || refund.Intent is not null)
            ? new RefundNews(ours, refund.Id, known)
            {
                MoneyReference = refund.Intent,
                Amount = StripeCurrencies.FromStripe(refund.Amount, refund.Currency),
                Reason = refund.FailureReason ?? refund.PendingReason ?? (refund.Status is "requires_action" or "canceled" ? refund.Status : null),
            }
            : null;
    }

    public static DisputeNews? Of(StripeDispute dispute)
    {
        DisputeState? state = dispute.Status switch
        {
            "warning_needs_response" or "warning_under_review" => DisputeState.Inquiry,
            "warning_closed" or "prevented" => DisputeState.Closed,
            "needs_response" or "appeal_needs_response" => DisputeState.NeedsAnswer,
            "under_review" or "appeal_under_review" => DisputeState.UnderReview,
            "won" => DisputeState.Won,
            "lost" => DisputeState.Lost,
            _ => null,
        };

        var waits = dispute.Status?.EndsWith("needs_response", StringComparison.Ordinal) == true;

        return state is { } known && dispute.Intent is { } intent && StripeCurrencies.FromStripe(dispute.Amount, dispute.Currency) is { } amount
            ? new DisputeNews(dispute.Id, intent, known, amount, dispute.Reason, waits && dispute.EvidenceBy is { } by and > 0 and < EndOfTime ? DateTimeOffset.FromUnixTimeSeconds(by) : null)
            : null;
    }

    private static ProcessorState? StateOf(StripeIntent intent) => intent.Status switch
    {
        "requires_payment_method" or "requires_confirmation" or "requires_action" => ProcessorState.Open,

        // We never ask to capture later; where an account was set up so past us, the money is reserved and not yet ours.
        "processing" or "requires_capture" => ProcessorState.Processing,
        "succeeded" => ProcessorState.Succeeded,
        "canceled" => ProcessorState.Canceled,
        _ => null,
    };

    // The session and its intent move one after the other: what is further on is true.
    private static ProcessorState? StateOf(StripeSession session) => session switch
    {
        { PaymentStatus: "paid" or "no_payment_required", Status: "complete" } or { Intent.Status: "succeeded" } => ProcessorState.Succeeded,
        { Intent.Status: "processing" or "requires_capture" } => ProcessorState.Processing,
        { Status: "complete", Intent.Status: "requires_payment_method" or "canceled" } => ProcessorState.Declined,    // money that was on its way did not come
        { Status: "complete" } => ProcessorState.Processing,
        { Status: "open" } => ProcessorState.Open,
        { Status: "expired" } => ProcessorState.Expired,
        _ => null,
    };

    // For people. A failed charge says nothing of what was paid with.
    public static string? Instrument(StripeCharge? charge) => charge is { Status: "succeeded" or "pending", Instrument: { } with }
        ? (with.Bank ?? BrandName(with)) is { } name && with.Last4 is { } last ? $"{name} •••• {last}" : with.Bank ?? BrandName(with)
        : null;

    private static string BrandName(StripeInstrument with) => (with.Brand ?? with.Type) switch
    {
        "visa" => "Visa",
        "mastercard" => "Mastercard",
        "amex" => "American Express",
        "discover" => "Discover",
        "diners" => "Diners Club",
        "jcb" => "JCB",
        "unionpay" => "UnionPay",
        "cartes_bancaires" => "Cartes Bancaires",
        "sepa_debit" => "SEPA",
        "us_bank_account" => "ACH",
        "ideal" => "iDEAL",
        "paypal" => "PayPal",
        "bancontact" => "Bancontact",
        "klarna" => "Klarna",
        "card" => "Card",
        var other => other,
    };
}
