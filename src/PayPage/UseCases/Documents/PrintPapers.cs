using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Delivery;
using PayPage.Domain.Payments;
using PayPage.UseCases.Links;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Documents;

/// <summary>An invoice or a receipt on paper for the merchant's systems, as its customer gets it. Reads only.</summary>
internal sealed class PrintPapers(PayPageDbContext db, DrawPapers draw, FindReceipt findReceipt, ShowLinks showLinks)
{
    /// <summary>With the code of the customer's link, where one works.</summary>
    /// <returns>Null when this merchant has no such invoice in this mode.</returns>
    public async Task<MailFile?> InvoiceAsync(string number, Caller caller, CancellationToken ct)
    {
        if (await showLinks.HandleAsync(number, caller, ct) is not { } view)
        {
            return null;
        }

        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var link = view.Links.FirstOrDefault(row => row.Works && !row.Link.IsForAnother)?.Link.Id;
        return await draw.InvoiceAsync(view.Invoice, merchant, link, view.Invoice.Language ?? merchant.Language, ct);
    }

    /// <param name="payment">The caller's own.</param>
    /// <returns>Null where no money came of it.</returns>
    public async Task<MailFile?> ReceiptAsync(Payment payment, Caller caller, CancellationToken ct)
    {
        if (await findReceipt.HandleAsync(payment.Id, ct) is not { } receipt || receipt.MerchantId != caller.MerchantId)
        {
            return null;
        }

        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var language = payment.Language ?? await db.Invoices.Where(i => i.Id == payment.InvoiceId).Select(i => i.Language).SingleAsync(ct) ?? merchant.Language;
        return await draw.ReceiptAsync(receipt, merchant, language, ct);
    }
}
