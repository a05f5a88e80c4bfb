using System.Text.Json;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Stripe;

/// <summary>Reads Stripe's events. Whether one is genuine was looked at before: see <see cref="StripeSignature"/>.</summary>
internal static class StripeEvents
{
    /// <summary>Those that move something here; 20 at most, for so many can be listed at once. docs/stripe.md tells merchants to subscribe to them.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        "payment_intent.succeeded", "payment_intent.processing", "payment_intent.payment_failed", "payment_intent.canceled", "charge.succeeded",
        "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed", "checkout.session.expired",
        "refund.created", "refund.updated", "refund.failed", "charge.refund.updated",
        "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated",
    ];

    private static readonly EventReading.NotGenuine Unreadable = new("it cannot be read");

    public static EventReading Read(ReadOnlyMemory<byte> body, ProcessorAccess access)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement, access);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Unreadable;
        }
    }

    private static EventReading Read(JsonElement it, ProcessorAccess access)
    {
        if (StripeJson.Text(it, "id") is not { Length: > 0 and <= 255 } id
            || StripeJson.Text(it, "type") is not { Length: > 0 and <= 100 } type
            || StripeJson.Flag(it, "livemode") is not { } live)
        {
            return Unreadable;
        }

        if (live != (access.Mode == Mode.Live))
        {
            return new EventReading.Misdirected(id, type, live ? "a live event for a test account" : "a test event for a live account");
        }

        // Only events of accounts connected to a platform name one: a merchant's own never does.
        if (StripeJson.Text(it, "account") is { } account && account != access.OwnId)
        {
            return new EventReading.Misdirected(id, type, $"an event of the account {account}");
        }

        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            return new EventReading.Other(id, type);
        }

        return StripeJson.IsGiven(it, "data") && StripeJson.IsGiven(it.GetProperty("data"), "object")
            ? OfThing(id, type, it, it.GetProperty("data").GetProperty("object"))
            : Unreadable;
    }

    /// <exception cref="JsonException">The thing has no id.</exception>
    private static EventReading OfThing(string id, string type, JsonElement it, JsonElement thing) => type.Split('.') switch
    {
        ["payment_intent", ..] => OfIntent(id, type, StripeJson.Intent(thing)),
        ["checkout", "session", ..] => OfSession(id, type, StripeJson.Session(thing)),
        ["refund", ..] or ["charge", "refund", ..] => StripeWords.Of(StripeJson.Refund(thing)) is { } news
            ? new EventReading.OfRefund(id, type, news)
            : new EventReading.Other(id, type),
        ["charge", "dispute", ..] => StripeWords.Of(StripeJson.Dispute(thing)) is { } news
            ? new EventReading.OfDispute(id, type, news with { At = StripeJson.Moment(it, "created") })
            : new EventReading.Other(id, type),

        // A charge that is yet to be captured is a promise, not money.
        _ => StripeJson.Charge(thing) is var charge && StripeWords.PaymentOf(charge.Metadata) is not null && StripeJson.Flag(thing, "captured") != false
            ? Of(id, type, StripeWords.Of(charge))
            : new EventReading.Other(id, type),
    };

    private static EventReading OfIntent(string id, string type, StripeIntent intent)
    {
        // When a session ends, Stripe cancels its intent. The session's own event says what became of the payment.
        if (StripeWords.PaymentOf(intent.Metadata) is null || (StripeWords.IsOfCheckout(intent.Metadata) && intent.Status == "canceled"))
        {
            return new EventReading.Other(id, type);
        }

        // An event has the state of its moment; a secret in it is of no use to anybody.
        return Of(id, type, StripeWords.Of(intent) is { } news ? news with { BrowserKey = null, TryDeclined = type == "payment_intent.payment_failed" && news.State == ProcessorState.Open } : null);
    }

    private static EventReading OfSession(string id, string type, StripeSession session)
    {
        if (StripeWords.PaymentOf(session.Metadata) is null && Ids.Payment(session.ClientReference) is null)
        {
            return new EventReading.Other(id, type);
        }

        return Of(id, type, type == "checkout.session.async_payment_failed" ? StripeWords.Of(session, ProcessorState.Declined) : StripeWords.Of(session));
    }

    // It is ours, and still cannot be read, e.g. an amount that is no whole number of our units: not to be believed, and not to be lost (Stripe sends it again).
    private static EventReading Of(string id, string type, ProcessorNews? news) => news is null ? Unreadable : new EventReading.OfPayment(id, type, news);
}
