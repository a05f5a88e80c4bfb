using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Previews;

/// <summary>A payment that nobody made, and its receipt: by the moves and words of real ones.</summary>
internal static class ImaginePayment
{
    /// <summary>Which browser the payment is the own of.</summary>
    public const string OwnSecret = "of the payer's own browser";

    public static readonly TimeSpan SinceBegun = TimeSpan.FromMinutes(3);

    private const string Instrument = "Visa •••• 4242";

    // The same reference each time: who looks twice sees the same.
    private static readonly RandomBytes NoChance = length => [.. Enumerable.Range(1, length).Select(i => (byte)(7 * i))];

    /// <param name="amount">Minor units of the invoice's currency.</param>
    /// <param name="language">BCP 47 tag of the page that the payer read.</param>
    public static Payment Of(PreviewSubject subject, long amount, PreviewState state, string language, DateTimeOffset now)
    {
        var payment = new Payment
        {
            Id = default,
            MerchantId = subject.Merchant.Id,
            Mode = subject.Invoice.Mode,
            InvoiceId = subject.Invoice.Id,
            LinkId = default(LinkId),
            AccountId = null,
            Amount = new Money(amount, subject.Invoice.Currency),
            Method = state == PreviewState.BankPending ? PaymentMethod.Bank : PaymentMethod.Card,
            Reference = PaymentReference.New(NoChance),
            ReturnSecretHash = Secret.Hash(OwnSecret),
            Language = language,
            PreparedAt = now - SinceBegun,
        };
        payment.Submit(ImagineLink.Code, new Uri("https://processor.invalid/"));    // RFC 2606: a name that never is

        switch (state)
        {
            case PreviewState.Declined:
                payment.Fail(null, declined: true);
                break;
            case PreviewState.BankPending:
                payment.Process(null, null);
                break;
            case PreviewState.PartPaid or PreviewState.Paid:
                payment.Succeed(null, null, Instrument, now, StrayMoney.None);
                break;
        }

        return payment;
    }

    /// <summary>With the number that the next receipt will have, unless another payment comes before.</summary>
    public static Receipt ReceiptOf(Payment payment, Invoice invoice, Merchant merchant, DateTimeOffset now)
    {
        var number = $"R-{merchant.LastReceiptNumber + 1:D6}";
        var facts = IssueReceipt.Facts(number, payment, invoice, merchant, payment.Amount.Minor) with { CustomerName = invoice.BillTo.Name };
        return new Receipt
        {
            PaymentId = payment.Id,
            MerchantId = merchant.Id,
            InvoiceId = invoice.Id,
            Number = facts.Number,
            Code = ImagineLink.Code,
            Facts = ReceiptFactsText.Write(facts),
            IssuedAt = now,
        };
    }
}
