using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Disputes;

/// <summary>One dispute with what it is about. Reads only.</summary>
internal sealed class ShowDispute(PayPageDbContext db, IPaymentProcessors processors)
{
    /// <returns>Null when this merchant has no such dispute in this mode, or not of a payment of his.</returns>
    public async Task<View?> HandleAsync(DisputeId id, Caller caller, CancellationToken ct)
    {
        var found = await db.Disputes.AsNoTracking()
            .Where(d => d.Id == id && d.MerchantId == caller.MerchantId && d.Mode == caller.Mode)
            .Join(db.Payments, d => d.PaymentId, p => p.Id, (d, p) => new { Dispute = d, Payment = p })
            .Join(db.Invoices, pair => pair.Payment.InvoiceId, i => i.Id, (pair, i) => new { pair.Dispute, pair.Payment, Invoice = i })
            .SingleOrDefaultAsync(ct);

        if (found is null)
        {
            return null;
        }

        var kind = await db.Accounts.Where(a => a.Id == found.Dispute.AccountId).Select(a => a.Kind).SingleAsync(ct);
        var processor = processors.Of(kind);

        return new View(found.Dispute, found.Payment, found.Invoice, processor.Name, processor.DisputePage(found.Dispute.ProcessorReference, found.Dispute.Mode));
    }

    /// <param name="Processor">Its name.</param>
    /// <param name="AnswerAt">Where the merchant answers; null where the processor has no page for it.</param>
    internal sealed record View(Dispute Dispute, Payment Payment, Invoice Invoice, string Processor, Uri? AnswerAt);
}
