using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Links;

/// <summary>Another link for another payer. The links that are out already stay as they are.</summary>
internal sealed class IssueLink(WriteSeam write, MintLink mint, ILinkTokens tokens)
{
    /// <returns>Its addresses; null when the merchant has no such invoice, or nothing of it can be paid.</returns>
    public Task<LinkAddress?> HandleAsync(MerchantId merchantId, InvoiceId invoiceId, string actor, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var invoice = await unit.Db.Invoices.AsNoTracking()
                .SingleOrDefaultAsync(i => i.Id == invoiceId && i.MerchantId == merchantId, token);

            if (invoice is null || !invoice.IsPayable || invoice.Due.Minor <= 0)
            {
                return null;
            }

            var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == merchantId, token);
            return tokens.Unseal(mint.Handle(unit, invoice, merchant, null, actor).SealedAddress);
        },
        ct);
}
