namespace PayPage.Processors.Stripe;

/// <summary>The calls of Stripe's API that we make, and no more. There may be several implementations; one set of tests holds for all.</summary>
/// <remarks>
/// <para>No method throws for what Stripe or a network does: see <see cref="StripeAnswer{T}"/>. Cancelling the token ends the wait and gives
/// <see cref="StripeAnswer{T}.NoAnswer"/>.</para>
/// <para>Nothing is sent again blindly. Only 429 (rate limit: stands in front of everything else) and 409 (the same key is being worked on, or the
/// object is locked) are, a few times, with the same idempotency key; every other answer is given back as it came.</para>
/// <para><c>key</c> is the account's secret or restricted key; it and client secrets are never logged and never part of an error.</para>
/// </remarks>
internal interface IStripeApi
{
    /// <summary><c>POST /v1/payment_intents</c> with <c>automatic_payment_methods[enabled]=true</c>.</summary>
    /// <param name="idempotencyKey">The same key with the same order gives the first answer again, 500s included, for 24 hours at least.</param>
    Task<StripeAnswer<StripeIntent>> CreateIntentAsync(StripeIntentOrder order, string idempotencyKey, string key, CancellationToken ct);

    /// <summary><c>GET /v1/payment_intents/{id}</c> with <c>expand[]=latest_charge</c>.</summary>
    Task<StripeAnswer<StripeIntent>> GetIntentAsync(string id, string key, CancellationToken ct);

    /// <summary><c>POST /v1/payment_intents/{id}/cancel</c> with <c>cancellation_reason=abandoned</c>.</summary>
    /// <remarks>Without a lasting idempotency key, on purpose: a second cancel does no harm, while a stored answer would be an old one.</remarks>
    Task<StripeAnswer<StripeIntent>> CancelIntentAsync(string id, string key, CancellationToken ct);

    /// <summary><c>GET /v1/payment_intents</c>, newest first, 100 at a time, with <c>expand[]=data.latest_charge</c>. The list is up to date at once; Stripe's search is not.</summary>
    /// <param name="after">Id of the last one of the page before; null for the first page.</param>
    Task<StripeAnswer<StripePage<StripeIntent>>> ListIntentsAsync(StripeWindow created, string? after, string key, CancellationToken ct);

    /// <summary><c>POST /v1/checkout/sessions</c>: mode payment, one line, no adaptive pricing (what we ask for is what is charged).</summary>
    /// <param name="idempotencyKey">As for intents.</param>
    Task<StripeAnswer<StripeSession>> CreateSessionAsync(StripeSessionOrder order, string idempotencyKey, string key, CancellationToken ct);

    /// <summary><c>GET /v1/checkout/sessions/{id}</c> with <c>expand[]=payment_intent.latest_charge</c>.</summary>
    Task<StripeAnswer<StripeSession>> GetSessionAsync(string id, string key, CancellationToken ct);

    /// <summary><c>POST /v1/checkout/sessions/{id}/expire</c>. Without an idempotency key: see <see cref="CancelIntentAsync"/>.</summary>
    Task<StripeAnswer<StripeSession>> ExpireSessionAsync(string id, string key, CancellationToken ct);

    /// <summary><c>GET /v1/checkout/sessions</c>, newest first, 100 at a time, nothing expanded: the intent has its id alone.</summary>
    Task<StripeAnswer<StripePage<StripeSession>>> ListSessionsAsync(StripeWindow created, string? after, string key, CancellationToken ct);

    /// <summary><c>POST /v1/refunds</c>.</summary>
    /// <param name="idempotencyKey">As for intents.</param>
    Task<StripeAnswer<StripeRefund>> CreateRefundAsync(StripeRefundOrder order, string idempotencyKey, string key, CancellationToken ct);

    /// <summary><c>GET /v1/refunds/{id}</c>.</summary>
    Task<StripeAnswer<StripeRefund>> GetRefundAsync(string id, string key, CancellationToken ct);

    /// <summary><c>GET /v1/refunds?payment_intent=…</c>, newest first, 100 at a time.</summary>
    Task<StripeAnswer<StripePage<StripeRefund>>> ListRefundsAsync(string intent, string? after, string key, CancellationToken ct);

    /// <summary><c>GET /v1/refunds</c> of the whole account, newest first, 100 at a time.</summary>
    Task<StripeAnswer<StripePage<StripeRefund>>> ListRefundsAsync(StripeWindow created, string? after, string key, CancellationToken ct);

    /// <summary><c>GET /v1/account</c>: the account that the key is of.</summary>
    Task<StripeAnswer<StripeAccount>> GetAccountAsync(string key, CancellationToken ct);

    /// <summary><c>GET /v1/events?delivery_success=false</c>: those that some address of the account did not take (yet). Newest first, 100 at a time.</summary>
    /// <param name="types">At most 20, e.g. <c>payment_intent.succeeded</c>.</param>
    Task<StripeAnswer<StripePage<StripeEventText>>> ListEventsAsync(
        StripeWindow created, IReadOnlyList<string> types, string? after, string key, CancellationToken ct);
}
