using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Team;

namespace PayPage.UseCases.Reconciliation;

/// <summary>One difference, with what it is about, what happened to it, and to which invoices it might belong. Reads only.</summary>
internal sealed class ShowDifference(PayPageDbContext db, IPaymentProcessors processors, NameActors nameActors)
{
    private const int MostOffers = 5;

    /// <returns>Null when this merchant has no such difference in this mode.</returns>
    public async Task<View?> HandleAsync(DifferenceId id, Caller caller, CancellationToken ct)
    {
        if (await db.Differences.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.MerchantId == caller.MerchantId && d.Mode == caller.Mode, ct) is not { } difference)
        {
            return null;
        }

        var kind = await db.Accounts.Where(a => a.Id == difference.AccountId).Select(a => a.Kind).SingleAsync(ct);
        var payment = await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == difference.PaymentId && p.MerchantId == caller.MerchantId, ct);
        var invoice = payment is null ? null : await db.Invoices.AsNoTracking().SingleAsync(i => i.Id == payment.InvoiceId, ct);
        var refund = await db.Refunds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == difference.RefundId && r.MerchantId == caller.MerchantId, ct);

        return new View(
            difference, processors.Of(kind).Name, payment, refund, invoice?.Number,
            difference is { Kind: DifferenceKind.UnknownPayment, State: DifferenceState.Open } ? await OffersAsync(difference, caller, ct) : [],
            await nameActors.HandleAsync(difference.Steps.Select(s => s.Actor), caller, ct));
    }

    /// <summary>Invoices of which just this much is due, those that are due first before the others.</summary>
    private async Task<IReadOnlyList<Offer>> OffersAsync(Difference difference, Caller caller, CancellationToken ct) => await db.Invoices
        .Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.Currency == difference.Amount.Currency && InvoiceTransitions.Payable.Contains(i.Stage))
        .Where(i => i.Total - i.Paid == difference.Amount.Minor && i.Reserved == 0)
        .OrderBy(i => i.DueDate).ThenBy(i => i.Id)
        .Take(MostOffers)
        .Select(i => new Offer(i.Number, i.BillTo.Name ?? i.BillTo.CompanyName))
        .ToListAsync(ct);

    /// <param name="Processor">Its name.</param>
    /// <param name="Payment">Of ours; null where it is about none.</param>
    /// <param name="Refund">Of ours; null where it is about none.</param>
    /// <param name="Number">Of the payment's invoice.</param>
    /// <param name="Offers">To which it might belong; empty where it waits for nobody.</param>
    internal sealed record View(
        Difference Difference, string Processor, Payment? Payment, Refund? Refund, string? Number, IReadOnlyList<Offer> Offers, IReadOnlyDictionary<string, ActorName> Actors);

    internal sealed record Offer(string Number, string? Customer);
}
