namespace PayPage.Processors.Stripe;

// What Stripe says, as far as we look at it, in its own words and units. Everything but an id may be missing: what is missing is judged, not assumed.

/// <summary>A PaymentIntent.</summary>
/// <param name="Amount">Stripe's units; null where only the id is known (not expanded).</param>
/// <param name="Status"><c>requires_payment_method</c>, <c>requires_confirmation</c>, <c>requires_action</c>, <c>processing</c>, <c>requires_capture</c>, <c>canceled</c>, <c>succeeded</c>.</param>
/// <param name="ClientSecret">Lets a browser go on with it; never logged.</param>
/// <param name="LatestCharge">With its details only where expanded.</param>
/// <param name="LastErrorCode">Of the last try that failed, e.g. <c>card_declined</c>; null where none failed since.</param>
/// <param name="LastDeclineCode">The bank's reason, e.g. <c>insufficient_funds</c>; null where it gave none.</param>
internal sealed record StripeIntent(
    string Id, long? Amount = null, string? Currency = null, string? Status = null, string? ClientSecret = null,
    IReadOnlyDictionary<string, string>? Metadata = null, StripeCharge? LatestCharge = null, string? LastErrorCode = null, string? LastDeclineCode = null, DateTimeOffset? Created = null)
{
    public override string ToString() => $"StripeIntent {Id}";    // not its client secret
}

/// <param name="Intent">Id of its PaymentIntent; null where not known.</param>
internal sealed record StripeCharge(
    string Id, string? Intent = null, long? Amount = null, string? Currency = null, string? Status = null,
    IReadOnlyDictionary<string, string>? Metadata = null, StripeInstrument? Instrument = null);

/// <summary>With what was paid.</summary>
/// <param name="Type">Stripe's name of the kind: <c>card</c>, <c>sepa_debit</c>, <c>ideal</c>…</param>
/// <param name="Brand">Of a card: <c>visa</c>, <c>amex</c>…</param>
/// <param name="Last4">Of a card or a bank account.</param>
/// <param name="Bank">The bank's name or code, where the kind has one.</param>
internal sealed record StripeInstrument(string Type, string? Brand = null, string? Last4 = null, string? Bank = null);

/// <summary>A Checkout Session.</summary>
/// <param name="Status"><c>open</c>, <c>complete</c>, <c>expired</c>.</param>
/// <param name="PaymentStatus"><c>paid</c>, <c>unpaid</c>, <c>no_payment_required</c>.</param>
/// <param name="Url">Stripe's page, while open.</param>
/// <param name="Intent">Null until Stripe made one; the id alone where not expanded.</param>
internal sealed record StripeSession(
    string Id, long? AmountTotal = null, string? Currency = null, string? Status = null, string? PaymentStatus = null, string? Url = null,
    string? ClientReference = null, IReadOnlyDictionary<string, string>? Metadata = null, StripeIntent? Intent = null);

/// <param name="Status"><c>pending</c>, <c>requires_action</c>, <c>succeeded</c>, <c>failed</c>, <c>canceled</c>.</param>
/// <param name="Intent">Id of the PaymentIntent.</param>
/// <param name="FailureReason">E.g. <c>expired_or_canceled_card</c>; null unless failed.</param>
/// <param name="PendingReason">E.g. <c>insufficient_funds</c> (on the merchant's Stripe balance); null where not said.</param>
internal sealed record StripeRefund(
    string Id, long? Amount = null, string? Currency = null, string? Status = null, string? Intent = null, string? FailureReason = null,
    string? PendingReason = null, IReadOnlyDictionary<string, string>? Metadata = null, DateTimeOffset? Created = null);

/// <param name="Name">Of the business, as customers know it, else as its dashboard calls it; null where it has none.</param>
internal sealed record StripeAccount(string Id, string? Name = null, bool? ChargesEnabled = null);

/// <summary>An event as Stripe would have sent it.</summary>
/// <param name="Body">The event object as text.</param>
internal sealed record StripeEventText(string Id, string Body);

/// <param name="Status"><c>warning_needs_response</c>, <c>warning_under_review</c>, <c>warning_closed</c>, <c>needs_response</c>, <c>under_review</c>, <c>won</c>, <c>lost</c>, <c>prevented</c>.</param>
/// <param name="EvidenceBy">Seconds since 1970; null where there is nothing to answer.</param>
internal sealed record StripeDispute(
    string Id, string? Intent = null, long? Amount = null, string? Currency = null, string? Status = null, string? Reason = null, long? EvidenceBy = null);
