using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Receipts;

/// <summary>Writes down what a payment's receipt says, in the unit of work that makes the payment succeed. One receipt a payment, for ever.</summary>
internal sealed class IssueReceipt(SignReceipt sign, RandomBytes random, TimeProvider clock)
{
    private const int CodeBytes = 16;

    /// <param name="payment">Succeeded in this unit.</param>
    /// <param name="applied">What of it paid the invoice, minor units.</param>
    public async Task HandleAsync(Unit unit, Payment payment, Merchant merchant, long applied, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);    // as the books left it
        var payer = await Addressee.OfAsync(unit.Db, payment, invoice, ct);
        var facts = Facts(await NextNumberAsync(unit, merchant, ct), payment, invoice, merchant, applied) with { CustomerName = payer.Name };
        var receipt = new Receipt
        {
            PaymentId = payment.Id,
            MerchantId = merchant.Id,
            InvoiceId = invoice.Id,
            Number = facts.Number,
            Code = Base64Url.EncodeToString(random(CodeBytes)),
            Facts = ReceiptFactsText.Write(facts),
            IssuedAt = clock.GetUtcNow(),
        };

        unit.Db.Receipts.Add(receipt);
        await sign.HandleAsync(unit, receipt, ct);
    }

    /// <summary>What a receipt says. A preview's says it likewise.</summary>
    internal static ReceiptFacts Facts(string number, Payment payment, Invoice invoice, Merchant merchant, long applied) => new()
    {
        Number = number,
        Mode = invoice.Mode,
        MerchantName = merchant.Name,
        MerchantAddress = merchant.Address,
        MerchantLegal = LegalWords(merchant),
        InvoiceNumber = invoice.Number,
        InvoiceTotal = new Money(invoice.Total, invoice.Currency),
        Amount = payment.Amount,
        Left = invoice.IsPayable ? invoice.Due : new Money(0, invoice.Currency),
        OwedBack = new Money(payment.Amount.Minor - applied, invoice.Currency),
        Reference = payment.Reference,
        Instrument = payment.Instrument,
        PaidAt = payment.SettledAt ?? throw new InvariantException($"{payment.Id} has no money."),
        TimeZone = merchant.TimeZone,
    };

    /// <summary>The registered name stands above the register's numbers; where it is the name that payers know, once is enough.</summary>
    private static string? LegalWords(Merchant merchant) =>
        merchant.LegalName is null ? merchant.Legal : merchant.Legal is null ? merchant.LegalName : $"{merchant.LegalName}\n{merchant.Legal}";

    /// <summary>One after the other without a gap: a number that was drawn in a unit that is not committed is not drawn.</summary>
    private static async Task<string> NextNumberAsync(Unit unit, Merchant merchant, CancellationToken ct)
    {
        await unit.Db.Merchants.Where(m => m.Id == merchant.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.LastReceiptNumber, m => m.LastReceiptNumber + 1).SetProperty(m => m.Version, m => m.Version + 1), ct);
        var last = await unit.Db.Merchants.Where(m => m.Id == merchant.Id).Select(m => m.LastReceiptNumber).SingleAsync(ct);

        return $"R-{last:D6}";
    }
}
