using static PayPage.Domain.Events.EventType;

namespace PayPage.Domain.Events;

/// <summary>What a merchant's systems can be told of. What each means to them stands in <c>docs/webhooks.md</c>.</summary>
public enum EventType
{
    /// <summary>It may be paid from now on. A draft is nobody's business yet.</summary>
    InvoiceCreated,

    /// <summary>It says something else from now on: amounts, dates, words, or to whom it goes.</summary>
    InvoiceChanged,

    /// <summary>Its link went out for the first time, or may have.</summary>
    InvoiceSent,

    /// <summary>A person opened a link of it: once for each link.</summary>
    InvoiceViewed,

    /// <summary>Money came, and something is left to pay.</summary>
    InvoicePartiallyPaid,

    /// <summary>Money came, and nothing is left to pay.</summary>
    InvoicePaid,

    /// <summary>Bank money is on its way.</summary>
    InvoicePending,

    InvoiceCanceled,

    /// <summary>Its due date is over at the merchant's place and something is left to pay: once for each due date.</summary>
    InvoiceOverdue,

    LinkExpired,

    /// <summary>It was declined, or time ran out, or bank money did not come. The invoice can be paid by another.</summary>
    PaymentFailed,

    /// <summary>The payer or the merchant gave it up before any money moved.</summary>
    PaymentCanceled,

    /// <summary>Money came late, after a cancellation or in excess.</summary>
    PaymentUnexpected,

    PaymentRefunded,

    /// <summary>The processor could not give the money back. A person must look.</summary>
    PaymentRefundFailed,

    /// <summary>The payer disputes it at his bank, which asks or has taken the money back.</summary>
    PaymentDisputed,

    /// <summary>The money was put back.</summary>
    PaymentDisputeWon,

    /// <summary>The payer keeps the money.</summary>
    PaymentDisputeLost,

    /// <summary>The bank only asked, and let it be: no money has moved.</summary>
    PaymentDisputeClosed,

    /// <summary>Each row of a batch was judged; nothing was made of it yet.</summary>
    BatchValidated,

    /// <summary>The invoices of a batch were made.</summary>
    BatchProcessed,

    /// <summary>A colleague tries an endpoint out. It goes to that endpoint alone, and stands in the feed.</summary>
    WebhookTest,
}

public static class EventTypes
{
    private static readonly (EventType Type, string Name)[] Names =
    [
        (InvoiceCreated, "invoice.created"), (InvoiceChanged, "invoice.changed"), (InvoiceSent, "invoice.sent"), (InvoiceViewed, "invoice.viewed"),
        (InvoicePartiallyPaid, "invoice.partially_paid"), (InvoicePaid, "invoice.paid"), (InvoicePending, "invoice.pending"),
        (InvoiceCanceled, "invoice.canceled"), (InvoiceOverdue, "invoice.overdue"), (LinkExpired, "link.expired"),
        (PaymentFailed, "payment.failed"), (PaymentCanceled, "payment.canceled"), (PaymentUnexpected, "payment.unexpected"),
        (PaymentRefunded, "payment.refunded"), (PaymentRefundFailed, "payment.refund_failed"), (PaymentDisputed, "payment.disputed"),
        (PaymentDisputeWon, "payment.dispute_won"), (PaymentDisputeLost, "payment.dispute_lost"), (PaymentDisputeClosed, "payment.dispute_closed"),
        (BatchValidated, "batch.validated"), (BatchProcessed, "batch.processed"), (WebhookTest, "webhook.test"),
    ];

    /// <summary>Those that an endpoint can ask for. A test goes where it was asked for, and nowhere else.</summary>
    public static IReadOnlyList<EventType> ToChoose { get; } = [.. Names.Select(pair => pair.Type).Where(type => type != WebhookTest)];

    /// <summary>As it stands in bodies and settings, for good: <c>invoice.paid</c>.</summary>
    public static string Name(this EventType type) => Array.Find(Names, pair => pair.Type == type).Name;

    public static bool TryRead(string? name, out EventType type)
    {
        var found = Array.Find(Names, pair => pair.Name == name);
        type = found.Type;
        return found.Name is not null;
    }
}
