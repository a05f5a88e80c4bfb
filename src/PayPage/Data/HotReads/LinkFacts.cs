using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Data.HotReads;

/// <summary>All that a link's page is made of, as it was at one look at the database.</summary>
/// <remarks>Shared by everybody who looks at the same link: it is read, never changed, never attached to a context.</remarks>
/// <param name="Payments">Through this link, the newest first.</param>
public sealed record LinkFacts(PaymentLink Link, Invoice Invoice, IReadOnlyList<Payment> Payments, Merchant Merchant);
