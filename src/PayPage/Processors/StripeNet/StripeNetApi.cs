using System.Net;
using System.Text.Json;
using global::Stripe;
using global::Stripe.Checkout;
using Microsoft.Extensions.Options;
using PayPage.Processors.Stripe;

namespace PayPage.Processors.StripeNet;

/// <summary>
/// Speaks Stripe's API by Stripe.net: the library knows addresses, parameters, headers and the version. The network and the reading of answers are those of
/// <see cref="HttpStripeApi"/> and of webhooks, so that one reader decides what Stripe said.
/// </summary>
internal sealed partial class StripeNetApi(StripeHttp http, IOptions<StripeOptions> options, ILogger<StripeNetApi> log) : IStripeApi
{
    public Task<StripeAnswer<StripeIntent>> CreateIntentAsync(StripeIntentOrder order, string idempotencyKey, string key, CancellationToken ct) => AskAsync(
        (stripe, wait) => new PaymentIntentService(stripe).CreateAsync(StripeNetOrders.Of(order), Under(idempotencyKey), wait),
        key, StripeTimeouts.Open, StripeJson.Intent, ct);

    public Task<StripeAnswer<StripeIntent>> GetIntentAsync(string id, string key, CancellationToken ct) => AskAsync(
        (stripe, wait) => new PaymentIntentService(stripe).GetAsync(id, With<PaymentIntentGetOptions>("latest_charge"), null, wait),
        key, StripeTimeouts.Read, StripeJson.Intent, ct);

    public Task<StripeAnswer<StripeIntent>> CancelIntentAsync(string id, string key, CancellationToken ct)
    {
        var cancel = With<PaymentIntentCancelOptions>("latest_charge");
        cancel.CancellationReason = "abandoned";
        return AskAsync((stripe, wait) => new PaymentIntentService(stripe).CancelAsync(id, cancel, null, wait), key, StripeTimeouts.Cancel, StripeJson.Intent, ct);
    }

    public Task<StripeAnswer<StripePage<StripeIntent>>> ListIntentsAsync(StripeWindow created, string? after, string key, CancellationToken ct)
    {
        var list = With<PaymentIntentListOptions>("data.latest_charge").From(after);
        list.Created = StripeNetOrders.Of(created);
        return AskAsync((stripe, wait) => new PaymentIntentService(stripe).ListAsync(list, null, wait), key, StripeTimeouts.List, Page(StripeJson.Intent), ct);
    }

    public Task<StripeAnswer<StripeSession>> CreateSessionAsync(StripeSessionOrder order, string idempotencyKey, string key, CancellationToken ct) => AskAsync(
        (stripe, wait) => new SessionService(stripe).CreateAsync(StripeNetOrders.Of(order), Under(idempotencyKey), wait),
        key, StripeTimeouts.Open, StripeJson.Session, ct);

    public Task<StripeAnswer<StripeSession>> GetSessionAsync(string id, string key, CancellationToken ct) => AskAsync(
        (stripe, wait) => new SessionService(stripe).GetAsync(id, With<SessionGetOptions>("payment_intent.latest_charge"), null, wait),
        key, StripeTimeouts.Read, StripeJson.Session, ct);

    public Task<StripeAnswer<StripeSession>> ExpireSessionAsync(string id, string key, CancellationToken ct) => AskAsync(
        (stripe, wait) => new SessionService(stripe).ExpireAsync(id, null, null, wait), key, StripeTimeouts.Cancel, StripeJson.Session, ct);

    public Task<StripeAnswer<StripePage<StripeSession>>> ListSessionsAsync(StripeWindow created, string? after, string key, CancellationToken ct)
    {
        var list = new SessionListOptions { Created = StripeNetOrders.Of(created) }.From(after);
        return AskAsync((stripe, wait) => new SessionService(stripe).ListAsync(list, null, wait), key, StripeTimeouts.List, Page(StripeJson.Session), ct);
    }

    public Task<StripeAnswer<StripeRefund>> CreateRefundAsync(StripeRefundOrder order, string idempotencyKey, string key, CancellationToken ct) => AskAsync(
        (stripe, wait) => new RefundService(stripe).CreateAsync(StripeNetOrders.Of(order), Under(idempotencyKey), wait),
        key, StripeTimeouts.Refund, StripeJson.Refund, ct);

    public Task<StripeAnswer<StripeRefund>> GetRefundAsync(string id, string key, CancellationToken ct) => AskAsync(
        (stripe, wait) => new RefundService(stripe).GetAsync(id, null, null, wait), key, StripeTimeouts.Read, StripeJson.Refund, ct);

    public Task<StripeAnswer<StripePage<StripeRefund>>> ListRefundsAsync(string intent, string? after, string key, CancellationToken ct)
    {
        var list = new RefundListOptions { PaymentIntent = intent }.From(after);
        return AskAsync((stripe, wait) => new RefundService(stripe).ListAsync(list, null, wait), key, StripeTimeouts.List, Page(StripeJson.Refund), ct);
    }

    public Task<StripeAnswer<StripePage<StripeRefund>>> ListRefundsAsync(StripeWindow created, string? after, string key, CancellationToken ct)
    {
        var list = new RefundListOptions { Created = StripeNetOrders.Of(created) }.From(after);
        return AskAsync((stripe, wait) => new RefundService(stripe).ListAsync(list, null, wait), key, StripeTimeouts.List, Page(StripeJson.Refund), ct);
    }

    public Task<StripeAnswer<StripeAccount>> GetAccountAsync(string key, CancellationToken ct) => AskAsync(
        (stripe, wait) => new AccountService(stripe).GetSelfAsync(null, wait), key, StripeTimeouts.Check, StripeJson.Account, ct);

    public Task<StripeAnswer<StripePage<StripeEventText>>> ListEventsAsync(
        StripeWindow created, IReadOnlyList<string> types, string? after, string key, CancellationToken ct)
    {
        var list = new EventListOptions { Created = StripeNetOrders.Of(created), DeliverySuccess = false, Types = [.. types] }.From(after);
        return AskAsync((stripe, wait) => new EventService(stripe).ListAsync(list, null, wait), key, StripeTimeouts.List, Page(StripeJson.Event), ct);
    }

    private static RequestOptions Under(string idempotencyKey) => new() { IdempotencyKey = idempotencyKey };

    private static T With<T>(string expanded)
        where T : BaseOptions, new()
    {
        var made = new T();
        made.AddExpand(expanded);
        return made;
    }

    private static Func<JsonElement, StripePage<T>> Page<T>(Func<JsonElement, T> read) => it => StripeJson.Page(it, read);

    private Task<StripeAnswer<T>> AskAsync<T>(
        Func<IStripeClient, CancellationToken, Task> ask, string key, TimeSpan timeout, Func<JsonElement, T> read, CancellationToken ct)
        where T : class => http.AskAsync(
            async patience =>
            {
                var wire = new StripeNetWire(http);

                try
                {
                    await ask(new StripeClient(key, httpClient: wire, apiBase: options.Value.BaseUrl.GetLeftPart(UriPartial.Authority)), patience);
                }
                catch (Exception e) when (wire.Reply is { } reply)
                {
                    // Stripe said no, or what the library cannot read: it throws many kinds of exceptions, some without the answer. We hold the answer itself.
                    if (reply.Status == HttpStatusCode.OK)
                    {
                        LogUnread(reply.RequestId, e.GetType().Name);
                    }
                }

                return wire.Reply is { } said ? StripeHttp.Read((int)said.Status, said.RequestId, said.Body, read) : new StripeAnswer<T>.NoAnswer();
            },
            key, timeout, ct);

    [LoggerMessage(5301, LogLevel.Warning, "Stripe.net could not read what Stripe answered with 200 to request {RequestId} ({Fault}). We could judge it ourselves; a later library may be needed.")]
    private partial void LogUnread(string? requestId, string fault);
}
