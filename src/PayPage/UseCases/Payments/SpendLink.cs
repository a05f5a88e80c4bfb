using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.UseCases.Links;

namespace PayPage.UseCases.Payments;

/// <summary>A payment succeeded: its link is spent, and one link for the rest follows it; or the invoice is settled and all its links close.</summary>
internal sealed class SpendLink(MintLink mint)
{
    /// <returns>The link for the rest; null when nothing is left to pay through it.</returns>
    public async Task<PaymentLink?> HandleAsync(Unit unit, Payment payment, Merchant merchant, CancellationToken ct)
    {
        var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);
        var spent = await unit.Db.Links.SingleOrDefaultAsync(l => l.Id == payment.LinkId, ct);

        if (spent is not null && spent.Status != LinkStatus.Used)
        {
            spent.Use();
        }

        if (!invoice.IsPayable || invoice.Due.Minor <= 0)
        {
            await CloseOthersAsync(unit, payment, ct);
            return null;
        }

        if (spent is null)
        {
            return await CustomersAsync(unit, invoice, ct);    // the money came by no link: the customer's own stays good for the rest
        }

        if (spent.RevokedAt is not null)
        {
            return null;    // the merchant took this payer's right back; what is left is between the two of them
        }

        return await SuccessorAsync(unit, spent, ct) ?? mint.Handle(unit, invoice, merchant, spent, Actor.System);
    }

    /// <summary>A payment that was given up may succeed late, after its payer got a fresh link: then that one is for the rest.</summary>
    private static Task<PaymentLink?> SuccessorAsync(Unit unit, PaymentLink spent, CancellationToken ct) => unit.Db.Links
        .Where(l => l.RootId == spent.RootId && l.Id != spent.Id && !unit.Db.Links.Any(next => next.PredecessorId == l.Id))
        .Where(l => unit.Db.Links.Any(next => next.PredecessorId == spent.Id))
        .SingleOrDefaultAsync(ct);

    private static Task<PaymentLink?> CustomersAsync(Unit unit, Invoice invoice, CancellationToken ct) => unit.Db.Links
        .Where(l => l.InvoiceId == invoice.Id && l.PayerName == null && l.PayerEmail == null && LinkTransitions.Live.Contains(l.Status))
        .OrderByDescending(l => l.CreatedAt)
        .FirstOrDefaultAsync(ct);

    private static async Task CloseOthersAsync(Unit unit, Payment payment, CancellationToken ct)
    {
        var others = await unit.Db.Links
            .Where(l => l.InvoiceId == payment.InvoiceId && l.Id != payment.LinkId && LinkTransitions.Live.Contains(l.Status))
            .ToListAsync(ct);

        others.ForEach(link => link.Close());
    }
}
