using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Payments;

/// <summary>To whom something of an invoice is told: to the payer of a link, who need not be the customer.</summary>
internal static class Addressee
{
    /// <summary>What became of a payment: told where its payer asked for it, else to the payer of its link.</summary>
    public static async Task<BillTo> OfAsync(PayPageDbContext db, Payment payment, Invoice invoice, CancellationToken ct)
    {
        var payer = await OfAsync(db, payment.LinkId, invoice, ct);
        return payment.ReceiptEmail is { } typed ? payer with { Email = typed } : payer;
    }

    /// <param name="link">Null: the customer is meant.</param>
    public static async Task<BillTo> OfAsync(PayPageDbContext db, LinkId? link, Invoice invoice, CancellationToken ct) =>
        link is { } id && await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct) is { } found ? found.AddressedTo(invoice.BillTo) : invoice.BillTo;
}
