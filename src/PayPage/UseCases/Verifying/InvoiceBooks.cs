using PayPage.Domain.Audit;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Verifying;

/// <summary>All that the database says of one invoice's money at one moment.</summary>
internal sealed record InvoiceBooks(Invoice Invoice)
{
    public IReadOnlyList<PaymentLink> Links { get; init; } = [];

    public IReadOnlyList<Payment> Payments { get; init; } = [];

    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>Those whose payment is known.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];

    public IReadOnlyList<LedgerEntry> Ledger { get; init; } = [];

    public IReadOnlyList<AuditEvent> History { get; init; } = [];

    /// <summary>For each receipt the payment that it is of.</summary>
    public IReadOnlyList<PaymentId> Receipts { get; init; } = [];

    /// <summary>What payers and merchants are told of payments.</summary>
    public IReadOnlyList<ToldMail> Mails { get; init; } = [];

    /// <summary>For each event that says that money came, the payment.</summary>
    public IReadOnlyList<PaymentId> Told { get; init; } = [];
}

internal sealed record ToldMail(string Key, OutboxKind Kind, PaymentId Payment);

/// <summary>Something that must be true and is not.</summary>
/// <param name="Rule">Its name, as operators read it.</param>
/// <param name="Id">Of the invoice, payment, refund, dispute, link or posting.</param>
internal sealed record BrokenRule(string Rule, string Id, string Expected, string Found)
{
    public override string ToString() => $"{Rule}: {Id}: expected {Expected}, found {Found}";
}
