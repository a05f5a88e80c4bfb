using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Documents;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Outbox;

/// <summary>From a promise to what it tells, as it is now. Reads only, but for a receipt that could not be signed in its time: its mail is the next chance.</summary>
internal sealed class ReadMatter(PayPageDbContext db, ILinkTokens tokens, DrawPapers draw, FindReceipt findReceipt, DescribeBounce describeBounce, TimeProvider clock)
{
    public async Task<Matter> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == message.InvoiceId, ct);
        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == message.MerchantId, ct);
        var told = message.PaymentId is { } payment ? await PaymentAsync(message, payment, ct) : null;

        return new Matter
        {
            Kind = message.Kind,
            Invoice = invoice,
            Merchant = merchant,
            Logo = message.Kind.IsText() ? null : await draw.LogoAsync(merchant, ct),
            Link = message.LinkId is { } link ? await LinkAsync(link, ct) : null,
            Payer = told is null ? await Addressee.OfAsync(db, message.LinkId, invoice, ct) : await Addressee.OfAsync(db, told.Payment, invoice, ct),
            ToldAt = message.Kind.IsToMerchant() ? TellMerchant.AddressFor(message, merchant) : null,
            Payment = told,
            Refund = message.RefundId is { } refund ? await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == refund, ct) : null,
            Today = LocalTime.DayOf(clock.GetUtcNow(), merchant.Zone),
            Bounce = message.Kind == OutboxKind.BounceMail ? await describeBounce.HandleAsync(message, invoice, ct) : null,
        };
    }

    private async Task<LinkInMatter> LinkAsync(LinkId id, CancellationToken ct)
    {
        var link = await db.Links.Where(l => l.Id == id).Select(l => new { l.Status, l.SealedAddress }).SingleAsync(ct);
        return new LinkInMatter(id, link.Status, tokens.Unseal(link.SealedAddress));
    }

    private async Task<PaymentInMatter> PaymentAsync(OutboxMessage message, PaymentId id, CancellationToken ct)
    {
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var owed = -await db.Ledger.Where(e => e.Posting == $"{id}" && e.Account == LedgerAccount.OverpaymentOwed).SumAsync(e => e.Amount.Minor, ct);
        var receipt = message.Kind == OutboxKind.ReceiptMail ? await findReceipt.SignedAsync(id, ct) : await findReceipt.HandleAsync(id, ct);

        return new PaymentInMatter(
            payment, receipt, new Money(owed, payment.Amount.Currency), await db.Refunds.AnyAsync(r => r.PaymentId == id && r.Origin == RefundOrigin.Policy, ct));
    }
}
