using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using static PayPage.UseCases.Reporting.ColumnForm;

namespace PayPage.UseCases.Reporting;

/// <summary>One payment, or one refund of it, as reports tell it.</summary>
internal sealed record PaymentLine
{
    public required PaymentId PaymentId { get; init; }

    /// <summary>Null where the payment itself is told.</summary>
    public RefundId? RefundId { get; init; }

    public required string Reference { get; init; }

    public required string Number { get; init; }

    public required BillTo BillTo { get; init; }

    /// <summary>Of the refund where one is told.</summary>
    public required Money Amount { get; init; }

    public PaymentStatus Status { get; init; }

    public RefundStatus RefundStatus { get; init; }

    public RefundOrigin Origin { get; init; }

    public string? Reason { get; init; }

    public string? Failure { get; init; }

    public PaymentMethod Method { get; init; }

    public string? Instrument { get; init; }

    public string? ProcessorReference { get; init; }

    /// <summary>Minor units that banks keep over disputes of the payment.</summary>
    public long DisputedMinor { get; init; }

    public Money Disputed => new(DisputedMinor, Amount.Currency);

    public StrayMoney Stray { get; init; }

    /// <summary>When it was begun, or asked for.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    public required DateTimeOffset? SettledAt { get; init; }
}

internal static class PaymentColumns
{
    public static IReadOnlyList<ReportColumn> All { get; } =
    [
        Column("reference", "Reference", Word, "The reference that payer and merchant see; ten letters and digits.", (p, _) => p.Reference),
        Column("status", "Status", Word, "prepared, submitted, unconfirmed, processing, succeeded, failed or canceled.", (p, _) => ReportText.Word(p.Status)),
        Column("invoice", "Invoice", Text, "The number of the invoice it is for.", (p, _) => p.Number),
        Column("customer", "Customer", Text, "The customer's name as it stands on the invoice.", (p, _) => p.BillTo.Name),
        Column("company", "Company", Text, "The customer's company.", (p, _) => p.BillTo.CompanyName, usual: false),
        Column("email", "E-mail", Text, "The address on the invoice.", (p, _) => p.BillTo.Email, usual: false),
        Column("currency", "Currency", Word, "ISO 4217, three letters.", (p, _) => p.Amount.Currency.Code),
        Column("amount", "Amount", Amount, "What was paid, or was to be.", (p, _) => p.Amount.Figure),
        Column("method", "Method", Word, "card, bank, or outside for money that came past PayPage.", (p, _) => ReportText.Word(p.Method)),
        Column("instrument", "With", Text, "The card or account as far as it may be shown; cash, cheque or transfer for outside money.", (p, _) => p.Instrument),
        Column("begun_at", "Begun", Instant, "When the payer pressed Pay, or a colleague recorded it.", (p, zone) => ReportText.Instant(p.BegunAt, zone)),
        Column("settled_at", "Settled", Instant, "When the money came; empty where it did not.", (p, zone) => ReportText.Instant(p.SettledAt, zone)),
        Column("processor_reference", "Processor's reference", Text, "What the processor calls it.", (p, _) => p.ProcessorReference, usual: false),
        Column("disputed", "Disputed", Amount, "What the payer's bank keeps over disputes: open ones and lost ones.", (p, _) => p.Disputed.Figure, usual: false),
        Column("unexpected", "Unexpected", Word, "none; late, double, over or aftercancel for money that nobody expected any more.", (p, _) => ReportText.Word(p.Stray), usual: false),
    ];

    private static ReportColumn Column(
        string name, string label, ColumnForm form, string meaning, Func<PaymentLine, TimeZoneInfo, string?> value, bool usual = true) =>
        ReportColumn.Of(name, label, form, meaning, value, usual);
}

internal static class RefundColumns
{
    public static IReadOnlyList<ReportColumn> All { get; } =
    [
        Column("payment", "Payment", Word, "The reference of the payment that it gives back.", (r, _) => r.Reference),
        Column("status", "Status", Word, "requested, pending, succeeded, failed, or retried for a failed one that another refund carries on.", (r, _) => ReportText.Word(r.RefundStatus)),
        Column("invoice", "Invoice", Text, "The number of the invoice.", (r, _) => r.Number),
        Column("customer", "Customer", Text, "The customer's name as it stands on the invoice.", (r, _) => r.BillTo.Name),
        Column("currency", "Currency", Word, "ISO 4217, three letters.", (r, _) => r.Amount.Currency.Code),
        Column("amount", "Amount", Amount, "What goes back; more than 0.", (r, _) => r.Amount.Figure),
        Column("requested_at", "Requested", Instant, "When it was decided.", (r, zone) => ReportText.Instant(r.BegunAt, zone)),
        Column("settled_at", "Settled", Instant, "When the processor said yes or no; empty while it says nothing.", (r, zone) => ReportText.Instant(r.SettledAt, zone)),
        Column("processor_reference", "Processor's reference", Text, "What the processor calls it.", (r, _) => r.ProcessorReference, usual: false),
        Column("decided_by", "Decided by", Word, "policy for your rule for unexpected money, colleague, or processor where it was done past PayPage.", (r, _) => ReportText.Word(r.Origin), usual: false),
        Column("reason", "Reason", Text, "Why, as a colleague typed it.", (r, _) => r.Reason, usual: false),
        Column("failure", "Failure", Text, "Why it failed or waits, in the processor's words.", (r, _) => r.Failure, usual: false),
    ];

    private static ReportColumn Column(
        string name, string label, ColumnForm form, string meaning, Func<PaymentLine, TimeZoneInfo, string?> value, bool usual = true) =>
        ReportColumn.Of(name, label, form, meaning, value, usual);
}
