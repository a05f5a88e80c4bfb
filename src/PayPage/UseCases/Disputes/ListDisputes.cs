using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Disputes;

namespace PayPage.UseCases.Disputes;

/// <summary>A merchant's disputes. Reads only.</summary>
internal sealed class ListDisputes(PayPageDbContext db)
{
    internal const int PageLength = 50;

    /// <param name="after">The last one on the page before; one that is not known: from the beginning.</param>
    /// <returns>The newest first; one more than a page where there is another.</returns>
    public async Task<IReadOnlyList<Row>> HandleAsync(DisputeId? after, Caller caller, CancellationToken ct)
    {
        var own = db.Disputes.AsNoTracking().Where(d => d.MerchantId == caller.MerchantId && d.Mode == caller.Mode && d.PaymentId != null);
        var last = after is { } id ? await own.SingleOrDefaultAsync(d => d.Id == id, ct) : null;

        if (last is not null)
        {
            own = own.Where(d => d.OpenedAt < last.OpenedAt || (d.OpenedAt == last.OpenedAt && d.Id < last.Id));
        }

        return await own.OrderByDescending(d => d.OpenedAt).ThenByDescending(d => d.Id)
            .Take(PageLength + 1)
            .Join(db.Invoices, d => d.InvoiceId, i => i.Id, (d, i) => new { Dispute = d, i.Number })
            .OrderByDescending(d => d.Dispute.OpenedAt).ThenByDescending(d => d.Dispute.Id)
            .Select(d => new Row(d.Dispute, d.Number))
            .ToListAsync(ct);
    }

    internal sealed record Row(Dispute Dispute, string Number);
}
