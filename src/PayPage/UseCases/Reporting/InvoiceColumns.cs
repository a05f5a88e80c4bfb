using PayPage.Domain;
using PayPage.Domain.Invoices;
using static PayPage.UseCases.Reporting.ColumnForm;

namespace PayPage.UseCases.Reporting;

/// <summary>One invoice, as reports tell it.</summary>
internal sealed record InvoiceLine
{
    public required InvoiceId Id { get; init; }

    public required string Number { get; init; }

    public required BillTo BillTo { get; init; }

    public required InvoiceStage Stage { get; init; }

    public required Currency Currency { get; init; }

    public required long Total { get; init; }

    public required long Paid { get; init; }

    public required long Refunded { get; init; }

    public required bool IsPending { get; init; }

    public required DateOnly DueDate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When money for it last came; null where none did.</summary>
    public required DateTimeOffset? LastPaidAt { get; init; }

    public required string? Description { get; init; }

    public required string? TransactionReference { get; init; }

    public InvoiceStatus Status => InvoiceStatuses.Of(Stage, Total - Paid, Paid, IsPending);

    /// <summary>What may still be asked for.</summary>
    public long Outstanding => InvoiceTransitions.Payable.Contains(Stage) ? Total - Paid : 0;
}

internal static class InvoiceColumns
{
    public static IReadOnlyList<ReportColumn> All { get; } =
    [
        Column("number", "Number", Text, "The invoice's number.", (i, _) => i.Number),
        Column("status", "Status", Word, "draft, created, sent, partial, pending, paid or canceled.", (i, _) => ReportText.Word(i.Status)),
        Column("customer", "Customer", Text, "The customer's name as it stands on the invoice.", (i, _) => i.BillTo.Name),
        Column("company", "Company", Text, "The customer's company.", (i, _) => i.BillTo.CompanyName),
        Column("email", "E-mail", Text, "The address on the invoice.", (i, _) => i.BillTo.Email, usual: false),
        Column("phone", "Phone", Text, "The telephone number on the invoice (E.164). It begins with +, so in files an apostrophe stands before it.", (i, _) => i.BillTo.Phone, usual: false),
        Column("customer_number", "Customer number", Text, "The merchant's own number of the customer.", (i, _) => i.BillTo.MerchantCustomerId, usual: false),
        Column("currency", "Currency", Word, "ISO 4217, three letters. Of every amount in the line.", (i, _) => i.Currency.Code),
        Column("total", "Total", Amount, "What the invoice comes to.", (i, _) => ReportText.Amount(i.Total, i.Currency)),
        Column("paid", "Paid", Amount, "What was paid of it.", (i, _) => ReportText.Amount(i.Paid, i.Currency)),
        Column("outstanding", "Outstanding", Amount, "What may still be asked for; 0 for drafts and what is canceled.", (i, _) => ReportText.Amount(i.Outstanding, i.Currency)),
        Column("refunded", "Given back", Amount, "What was given back. It never reopens the balance.", (i, _) => ReportText.Amount(i.Refunded, i.Currency), usual: false),
        Column("due_date", "Due date", Day, "The day by which it is to be paid.", (i, _) => ReportText.Day(i.DueDate)),
        Column("created_at", "Created", Instant, "When it was written.", (i, zone) => ReportText.Instant(i.CreatedAt, zone)),
        Column("issued_at", "Issued", Instant, "When it first could be paid; empty for drafts.", (i, zone) => ReportText.Instant(i.IssuedAt, zone), usual: false),
        Column("last_paid_at", "Last paid", Instant, "When money for it last came; empty where none did.", (i, zone) => ReportText.Instant(i.LastPaidAt, zone), usual: false),
        Column("description", "Description", Text, "What it is for, on one line.", (i, _) => i.Description, usual: false),
        Column("reference", "Reference", Text, "What is handed to the processor for reconciliation.", (i, _) => i.TransactionReference, usual: false),
    ];

    private static ReportColumn Column(
        string name, string label, ColumnForm form, string meaning, Func<InvoiceLine, TimeZoneInfo, string?> value, bool usual = true) =>
        ReportColumn.Of(name, label, form, meaning, value, usual);
}
