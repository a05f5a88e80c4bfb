using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Domain.Audit;

/// <summary>Who did what to an invoice, and when. Written once, never changed.</summary>
public sealed class AuditEvent
{
    public const int ActorLength = 80;
    public const int DetailLength = 200;

    public required AuditEventId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    /// <summary>The invoice's.</summary>
    public required Mode Mode { get; init; }

    public required InvoiceId InvoiceId { get; init; }

    public LinkId? LinkId { get; init; }

    public PaymentId? PaymentId { get; init; }

    public required AuditKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>An id or a role, never a name or an address: <c>key_…</c>, <c>payer</c>, <c>processor</c>, <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Minor units of the invoice's currency; null where no money is meant.</summary>
    public long? Amount { get; init; }

    public string? Detail { get; init; }
}

public enum AuditKind
{
    InvoiceDrafted,
    InvoiceCreated,
    InvoiceSent,
    InvoiceResent,
    InvoiceChanged,
    InvoiceCanceled,
    NoteWritten,
    AddressChanged,
    MailAccepted,
    MailRefused,
    MailNeedless,
    ReminderSent,
    RemindersStopped,
    RemindersResumed,
    LinkIssued,
    LinkOpened,
    LinkRevoked,
    LinkExpired,
    FreshLinkSent,
    PaymentStarted,
    PaymentUnconfirmed,
    PaymentProcessing,
    PaymentDeclined,
    PaymentTryDeclined,
    PaymentFailed,
    PaymentCanceled,
    PaymentSucceeded,
    StrayMoney,
    RefundRequested,
    RefundSucceeded,
    RefundFailed,
    DisputeAsked,
    DisputeOpened,
    DisputeAnswered,
    DisputeWon,
    DisputeLost,
    DisputeClosed,

    /// <summary>The processor took it on; the money may take days.</summary>
    RefundPending,

    /// <summary>It had gone back, and the payer's bank did not take it.</summary>
    RefundReturned,

    /// <summary>A refund that failed was asked for again.</summary>
    RefundRetried,

    /// <summary>A colleague settled in another way what a refund could not.</summary>
    RefundLeft,

    /// <summary>Somebody wanted to give money back and did not prove who he is.</summary>
    RefundDenied,

    /// <summary>A colleague said that money which nobody knew at the processor is for this invoice.</summary>
    MoneyMatched,

    /// <summary>A colleague wrote down why books and processor differ over a payment.</summary>
    DifferenceMarked,

    /// <summary>So many tries were declined that the link takes no payments until the merchant says otherwise.</summary>
    LinkBarred,

    /// <summary>The merchant lets such a link take payments again.</summary>
    LinkLifted,
}
