using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Fort;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Fort;

/// <summary>Keeps what belongs to an invoice of PayFort's door, in the unit of work that makes it: the same for calls and for files.</summary>
internal sealed class KeepFortLink(TimeProvider clock)
{
    /// <returns>Whether another of the merchant's links has the id that this one is to have. One of our own is no one's.</returns>
    public static async Task<bool> IsTakenAsync(Unit unit, FortParticulars said, Caller caller, CancellationToken ct) =>
        said.LinkId is { } id && await unit.Db.FortInvoices.AnyAsync(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.LinkId == id, ct);

    /// <param name="said">Null: it came through another door, and nothing is kept.</param>
    public void Handle(Unit unit, Invoice invoice, FortParticulars? said, bool cameInAFile)
    {
        if (said is not null)
        {
            unit.Db.FortInvoices.Add(new FortInvoice
            {
                InvoiceId = invoice.Id,
                MerchantId = invoice.MerchantId,
                Mode = invoice.Mode,
                LinkId = said.LinkId ?? FortInvoice.LinkIdFor(invoice.Id),
                Language = said.Language,
                ReturnUrl = said.ReturnUrl,
                CameInAFile = cameInAFile,
                CreatedAt = clock.GetUtcNow(),
            });
        }
    }
}
