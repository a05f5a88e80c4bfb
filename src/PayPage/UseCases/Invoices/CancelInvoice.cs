using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.UseCases.Payments;

namespace PayPage.UseCases.Invoices;

/// <summary>The merchant takes an invoice back, as long as no money came. Open payments are canceled at the processor first.</summary>
internal sealed class CancelInvoice(PayPageDbContext db, WriteSeam write, AskProcessor ask, Note note)
{
    public async Task<Outcome> HandleAsync(string number, Caller caller, CancellationToken ct)
    {
        var invoice = await db.Invoices.AsNoTracking()
            .SingleOrDefaultAsync(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.Number == number, ct);

        if (invoice is null)
        {
            return Outcome.NoSuchInvoice;
        }

        var open = await db.Payments
            .Where(p => p.InvoiceId == invoice.Id && PaymentTransitions.Open.Contains(p.Status))
            .Select(p => p.Id)
            .ToListAsync(ct);

        foreach (var payment in open)
        {
            await ask.CancelAsync(payment, neverHeardOf: false, ct);
        }

        return await write.RunAsync((unit, token) => CancelAsync(unit, invoice, caller, token), ct) ? Outcome.Canceled : Outcome.NotAllowed;
    }

    private async Task<bool> CancelAsync(Unit unit, Invoice invoice, Caller caller, CancellationToken ct)
    {
        if (!await unit.Books.TryCancelAsync(invoice.Id, ct))
        {
            return false;
        }

        var links = await unit.Db.Links
            .Where(l => l.InvoiceId == invoice.Id && LinkTransitions.Live.Contains(l.Status))
            .ToListAsync(ct);
        links.ForEach(link => link.Close());
        note.Of(unit, invoice, AuditKind.InvoiceCanceled, caller.Actor);
        return true;
    }

    internal enum Outcome
    {
        Canceled,

        /// <summary>Money came, or may still come, or it was canceled before.</summary>
        NotAllowed,
        NoSuchInvoice,
    }
}
