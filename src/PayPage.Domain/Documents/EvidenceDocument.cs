using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Domain.Documents;

/// <summary>What happened to an invoice and its payment, for a bank that decides who keeps the money. In English: banks and card companies read that.</summary>
/// <param name="Customer">As the invoice names him; null where it does not.</param>
/// <param name="Payer">His address, masked; null where none is known.</param>
/// <param name="Disputed">What the dispute is about.</param>
/// <param name="DisputeReference">The processor's own.</param>
/// <param name="Events">The oldest first.</param>
/// <param name="MadeAt">When it was put together.</param>
public sealed record EvidenceDocument(
    Merchant Merchant, MerchantLogo? Logo, Invoice Invoice, Payment Payment, string? Customer, string? Payer, Money Disputed, string DisputeReference,
    IReadOnlyList<EvidenceEvent> Events, DateTimeOffset MadeAt);

/// <param name="What">A whole sentence.</param>
public sealed record EvidenceEvent(DateTimeOffset At, string What);
