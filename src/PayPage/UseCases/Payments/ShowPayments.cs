using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Payments;

/// <summary>The payments of an invoice, and one of them with what went back of it, for the merchant's systems. Reads only.</summary>
internal sealed class ShowPayments(PayPageDbContext db)
{
    /// <returns>The newest first; null when this merchant has no such invoice in this mode.</returns>
    public async Task<IReadOnlyList<Payment>?> HandleAsync(string number, Caller caller, CancellationToken ct) =>
        await db.Invoices.Numbered(number, caller).Select(i => i.Id).ToListAsync(ct) is [var invoice]
            ? await db.Payments.AsNoTracking().Where(p => p.InvoiceId == invoice).OrderByDescending(p => p.PreparedAt).ThenByDescending(p => p.Id).ToListAsync(ct)
            : null;

    /// <returns>Null when this merchant has no such payment in this mode.</returns>
    public async Task<View?> OneAsync(PaymentId id, Caller caller, CancellationToken ct)
    {
        if (await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.MerchantId == caller.MerchantId && p.Mode == caller.Mode, ct) is not { } payment)
        {
            return null;
        }

        var number = await db.Invoices.Where(i => i.Id == payment.InvoiceId).Select(i => i.Number).SingleAsync(ct);
        var refunds = await db.Refunds.AsNoTracking().Where(r => r.PaymentId == id).OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Id).ToListAsync(ct);
        return new View(payment, number, refunds);
    }

    /// <param name="Number">Of its invoice.</param>
    /// <param name="Refunds">The newest first.</param>
    internal sealed record View(Payment Payment, string Number, IReadOnlyList<Refund> Refunds);
}
