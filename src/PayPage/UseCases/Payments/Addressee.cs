using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Payments;

/// <summary>To whom it is told what became of a payment: where its payer asked for it, else to the payer of its link, else to the customer.</summary>
internal static class Addressee
{
    public static async Task<BillTo> OfAsync(PayPageDbContext db, Payment payment, Invoice invoice, CancellationToken ct)
    {
        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == payment.LinkId, ct);
        var payer = link?.AddressedTo(invoice.BillTo) ?? invoice.BillTo;

        return payment.ReceiptEmail is { } typed ? payer with { Email = typed } : payer;
    }
}
