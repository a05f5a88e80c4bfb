using System.Text.Json;

namespace PayPage.Processors.Stripe;

/// <summary>Speaks Stripe's API over plain HTTP: which address and which parameters each call has. How it is sent: <see cref="StripeHttp"/>.</summary>
internal sealed class HttpStripeApi(StripeHttp http) : IStripeApi
{
    private const string Intents = "v1/payment_intents";
    private const string Sessions = "v1/checkout/sessions";
    private const string Refunds = "v1/refunds";
    private const int PageSize = 100;    // the most that Stripe gives at once

    public Task<StripeAnswer<StripeIntent>> CreateIntentAsync(StripeIntentOrder order, string idempotencyKey, string key, CancellationToken ct) => http.PostAsync(
        Intents,
        new StripeForm()
            .Add("amount", order.Amount)
            .Add("currency", order.Currency)
            .Add("automatic_payment_methods[enabled]", "true")
            .Add("description", order.Description)
            .Add("metadata", order.Metadata),
        idempotencyKey, key, StripeTimeouts.Open, StripeJson.Intent, ct);

    public Task<StripeAnswer<StripeIntent>> GetIntentAsync(string id, string key, CancellationToken ct) =>
        http.GetAsync($"{Intents}/{Name(id)}", new StripeForm().Add("expand[0]", "latest_charge"), key, StripeTimeouts.Read, StripeJson.Intent, ct);

    public Task<StripeAnswer<StripeIntent>> CancelIntentAsync(string id, string key, CancellationToken ct) => http.PostAsync(
        $"{Intents}/{Name(id)}/cancel", new StripeForm().Add("cancellation_reason", "abandoned").Add("expand[0]", "latest_charge"), null, key, StripeTimeouts.Cancel, StripeJson.Intent, ct);

    public Task<StripeAnswer<StripePage<StripeIntent>>> ListIntentsAsync(StripeWindow created, string? after, string key, CancellationToken ct) =>
        http.GetAsync(Intents, Window(created, after).Add("expand[0]", "data.latest_charge"), key, StripeTimeouts.List, Page(StripeJson.Intent), ct);

    public Task<StripeAnswer<StripeSession>> CreateSessionAsync(StripeSessionOrder order, string idempotencyKey, string key, CancellationToken ct) => http.PostAsync(
        Sessions,
        new StripeForm()
            .Add("mode", "payment")
            .Add("line_items[0][quantity]", 1)
            .Add("line_items[0][price_data][currency]", order.Currency)
            .Add("line_items[0][price_data][unit_amount]", order.Amount)
            .Add("line_items[0][price_data][product_data][name]", order.Item)
            .Add("adaptive_pricing[enabled]", "false")
            .Add("client_reference_id", order.ClientReference)
            .Add("success_url", order.SuccessUrl.AbsoluteUri)
            .Add("cancel_url", order.CancelUrl.AbsoluteUri)
            .Add("expires_at", order.ExpiresAt)
            .Add("locale", order.Locale)
            .Add("metadata", order.Metadata)
            .Add("payment_intent_data[description]", order.Item)
            .Add("payment_intent_data[metadata]", order.IntentMetadata),
        idempotencyKey, key, StripeTimeouts.Open, StripeJson.Session, ct);

    public Task<StripeAnswer<StripeSession>> GetSessionAsync(string id, string key, CancellationToken ct) => http.GetAsync(
        $"{Sessions}/{Name(id)}", new StripeForm().Add("expand[0]", "payment_intent.latest_charge"), key, StripeTimeouts.Read, StripeJson.Session, ct);

    public Task<StripeAnswer<StripeSession>> ExpireSessionAsync(string id, string key, CancellationToken ct) =>
        http.PostAsync($"{Sessions}/{Name(id)}/expire", new StripeForm(), null, key, StripeTimeouts.Cancel, StripeJson.Session, ct);

    public Task<StripeAnswer<StripePage<StripeSession>>> ListSessionsAsync(StripeWindow created, string? after, string key, CancellationToken ct) =>
        http.GetAsync(Sessions, Window(created, after), key, StripeTimeouts.List, Page(StripeJson.Session), ct);

    public Task<StripeAnswer<StripeRefund>> CreateRefundAsync(StripeRefundOrder order, string idempotencyKey, string key, CancellationToken ct) => http.PostAsync(
        Refunds,
        new StripeForm().Add("payment_intent", order.Intent).Add("amount", order.Amount).Add("metadata", order.Metadata),
        idempotencyKey, key, StripeTimeouts.Refund, StripeJson.Refund, ct);

    public Task<StripeAnswer<StripeRefund>> GetRefundAsync(string id, string key, CancellationToken ct) =>
        http.GetAsync($"{Refunds}/{Name(id)}", new StripeForm(), key, StripeTimeouts.Read, StripeJson.Refund, ct);

    public Task<StripeAnswer<StripePage<StripeRefund>>> ListRefundsAsync(string intent, string? after, string key, CancellationToken ct) => http.GetAsync(
        Refunds,
        new StripeForm().Add("payment_intent", intent).Add("limit", PageSize).Add("starting_after", after),
        key, StripeTimeouts.List, Page(StripeJson.Refund), ct);

    public Task<StripeAnswer<StripePage<StripeRefund>>> ListRefundsAsync(StripeWindow created, string? after, string key, CancellationToken ct) =>
        http.GetAsync(Refunds, Window(created, after), key, StripeTimeouts.List, Page(StripeJson.Refund), ct);

    public Task<StripeAnswer<StripeAccount>> GetAccountAsync(string key, CancellationToken ct) =>
        http.GetAsync("v1/account", new StripeForm(), key, StripeTimeouts.Check, StripeJson.Account, ct);

    public Task<StripeAnswer<StripePage<StripeEventText>>> ListEventsAsync(
        StripeWindow created, IReadOnlyList<string> types, string? after, string key, CancellationToken ct) => http.GetAsync(
        "v1/events", Window(created, after).Add("delivery_success", "false").Add("types", types), key, StripeTimeouts.List, Page(StripeJson.Event), ct);

    private static StripeForm Window(StripeWindow created, string? after) => new StripeForm()
        .Add("created[gte]", created.From)
        .Add("created[lte]", created.To)
        .Add("limit", PageSize)
        .Add("starting_after", after);

    private static Func<JsonElement, StripePage<T>> Page<T>(Func<JsonElement, T> read) => it => StripeJson.Page(it, read);

    private static string Name(string id) => Uri.EscapeDataString(id);
}
