using Microsoft.Extensions.Options;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Payments;

/// <summary>The attempt that a payer's wish becomes, before anything is held or asked for it.</summary>
internal sealed class PreparePayment(IPaymentProcessors processors, RandomBytes random, IdSource ids, IOptions<PaymentOptions> options, TimeProvider clock)
{
    public Payment Handle(StartPayment.Wish wish, Invoice invoice, PaymentLink link, ProcessorAccount account)
    {
        var now = clock.GetUtcNow();
        var style = account.Style == CheckoutStyle.OnPage ? wish.Style : CheckoutStyle.Hosted;
        var payment = new Payment
        {
            Id = PaymentId.New(ids),
            MerchantId = invoice.MerchantId,
            Mode = invoice.Mode,
            InvoiceId = invoice.Id,
            LinkId = link.Id,
            AccountId = account.Id,
            Amount = new Money(wish.Amount, invoice.Currency),
            Method = wish.Method,
            Bank = wish.Method == PaymentMethod.Bank ? wish.Bank : null,
            Reference = PaymentReference.New(random),
            ReturnSecretHash = Secret.Hash(wish.Attempt),
            ReceiptEmail = wish.ReceiptEmail,
            PayerPhone = wish.PayerPhone,
            ShipTo = wish.ShipTo,
            Language = wish.Language,
            Style = style,
            HoldsUntil = now + processors.Of(account.Kind).HoldsFor(style),
            PreparedAt = now,
        };
        payment.AskAt(now + options.Value.FirstCheck);
        return payment;
    }
}
