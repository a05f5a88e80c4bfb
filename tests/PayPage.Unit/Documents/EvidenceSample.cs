using PayPage.Documents;
using PayPage.Domain;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Documents;

/// <summary>What is handed to a bank, with as many events as wanted.</summary>
internal static class EvidenceSample
{
    private static readonly DateTimeOffset Paid = new(2026, 11, 12, 15, 4, 0, TimeSpan.Zero);

    public static byte[] Pdf(PdfRenderer renderer, Merchant merchant, Invoice invoice, int events)
    {
        var payment = new Payment
        {
            Id = default,
            MerchantId = default,
            Mode = Mode.Test,
            InvoiceId = default,
            LinkId = null,
            AccountId = null,
            Amount = new Money(480_00, Currency.Usd),
            Method = PaymentMethod.Card,
            Reference = "7K3M9QX2ZT",
            PreparedAt = Paid.AddMinutes(-2),
        };
        payment.Succeed("sbp_8f2c41d09ab3", null, "Visa •••• 4242", Paid, StrayMoney.None);

        return renderer.Evidence(new EvidenceDocument(
            merchant, null, invoice, payment, "Tanya Lee", "t•••@m•••.example", new Money(480_00, Currency.Usd), "sbd_5b0f9d1e77aa",
            [.. Enumerable.Range(0, events).Select(i => new EvidenceEvent(Paid.AddHours(i - events), i % 4 == 1
                ? "The invoice was sent by e-mail to t•••@m•••.example, and the receiving mail server accepted it."
                : "The payment link from the invoice was opened by a person."))],
            Paid.AddDays(3)));
    }
}
