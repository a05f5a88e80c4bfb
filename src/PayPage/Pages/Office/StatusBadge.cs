using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.Pages.Office;

/// <summary>A state in one word, and the look that goes with it.</summary>
/// <param name="Look">A class of office.css; never the only sign: the word says it too.</param>
internal sealed record StatusBadge(string Word, string Look)
{
    public static readonly StatusBadge Viewed = new("Viewed", "info");
    public static readonly StatusBadge Overdue = new("Overdue", "warn");
    public static readonly StatusBadge Bounced = new("Not delivered", "bad");

    /// <summary>Beside the status of an invoice: its balance stays as it is.</summary>
    public static readonly StatusBadge Disputed = new("Disputed", "bad");

    public static StatusBadge Of(DisputeState state) => state switch
    {
        DisputeState.Inquiry => new StatusBadge("Bank asks", "warn"),
        DisputeState.NeedsAnswer => new StatusBadge("Needs your answer", "bad"),
        DisputeState.UnderReview => new StatusBadge("Bank decides", "info"),
        DisputeState.Won => new StatusBadge("Won", "good"),
        DisputeState.Lost => new StatusBadge("Lost", "calm"),
        DisputeState.Closed => new StatusBadge("Closed", "calm"),
    };

    public static StatusBadge Of(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => new StatusBadge("Draft", "calm"),
        InvoiceStatus.Created => new StatusBadge("Created", "info"),
        InvoiceStatus.Sent => new StatusBadge("Sent", "info"),
        InvoiceStatus.Partial => new StatusBadge("Part paid", "warn"),
        InvoiceStatus.Pending => new StatusBadge("Pending", "warn"),
        InvoiceStatus.Paid => new StatusBadge("Paid", "good"),
        InvoiceStatus.Canceled => new StatusBadge("Canceled", "calm"),
    };

    /// <summary>All that a list shows of an invoice's state.</summary>
    public static IReadOnlyList<StatusBadge> Of(InvoiceStatus status, bool isViewed, bool isOverdue, bool isDisputed = false) =>
    [
        Of(status),
        .. isViewed ? [Viewed] : Array.Empty<StatusBadge>(),
        .. isOverdue ? [Overdue] : Array.Empty<StatusBadge>(),
        .. isDisputed ? [Disputed] : Array.Empty<StatusBadge>(),
    ];

    /// <param name="works">Time may be over before anybody wrote it down.</param>
    public static StatusBadge Of(LinkStatus status, bool works) => status switch
    {
        LinkStatus.Active or LinkStatus.Opened when !works => new StatusBadge("Expired", "calm"),
        LinkStatus.Active => new StatusBadge("Not opened yet", "info"),
        LinkStatus.Opened => new StatusBadge("Opened", "good"),
        LinkStatus.Used => new StatusBadge("Paid through", "good"),
        LinkStatus.Expired => new StatusBadge("Expired", "calm"),
        LinkStatus.Revoked => new StatusBadge("Taken back", "bad"),
        LinkStatus.Closed => new StatusBadge("Closed", "calm"),
    };

    /// <summary>Its declined tries keep it from taking payments, for a while or until the merchant says otherwise.</summary>
    public static StatusBadge OfHeld(PaymentLink link) => link.BarredAt is null ? new StatusBadge("Rests", "warn") : new StatusBadge("Takes no payments", "bad");

    public static StatusBadge Of(Refund refund) => refund switch
    {
        { Status: RefundStatus.Requested } => new StatusBadge("Asked for", "info"),
        { Status: RefundStatus.Pending } => new StatusBadge("On its way back", "warn"),
        { Status: RefundStatus.Succeeded } => new StatusBadge("Given back", "good"),
        { Status: RefundStatus.Failed, LeftAt: not null } => new StatusBadge("Failed, settled otherwise", "calm"),
        { Status: RefundStatus.Failed } => new StatusBadge("Failed", "bad"),
        _ => new StatusBadge("Failed, asked again", "calm"),
    };

    public static StatusBadge Of(Payment payment) => payment switch
    {
        { Stray: not StrayMoney.None } => new StatusBadge("Came astray", "bad"),
        { Status: PaymentStatus.Succeeded } => new StatusBadge("Paid", "good"),
        { Status: PaymentStatus.Processing } => new StatusBadge("On its way", "warn"),
        { Status: PaymentStatus.Unconfirmed } => new StatusBadge("Unconfirmed", "warn"),
        { Status: PaymentStatus.Failed, Declined: true } => new StatusBadge("Declined", "calm"),
        { Status: PaymentStatus.Failed } => new StatusBadge("Not paid", "calm"),
        { Status: PaymentStatus.Canceled } => new StatusBadge("Given up", "calm"),
        _ => new StatusBadge("Being paid", "info"),
    };
}
