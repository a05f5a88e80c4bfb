using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Receipts;

/// <summary>What whoever holds a receipt may know of money that went back. Reads only.</summary>
internal static class ShownRefunds
{
    /// <summary>Nothing of refunds that only we know of: a payer is told of money on its way once the processor has taken it on.</summary>
    public static async Task<IReadOnlyList<RefundLine>> OfAsync(PayPageDbContext db, PaymentId payment, CancellationToken ct)
    {
        var refunds = await db.Refunds.AsNoTracking()
            .Where(r => r.PaymentId == payment && (r.Status == RefundStatus.Pending || r.Status == RefundStatus.Succeeded))
            .OrderBy(r => r.RequestedAt)
            .ThenBy(r => r.Id)
            .ToListAsync(ct);

        return refunds.ConvertAll(r => new RefundLine(r.Amount, r.Status == RefundStatus.Succeeded ? r.SettledAt : null, r.AccountId is null && r.Origin == RefundOrigin.Colleague));
    }
}

/// <param name="At">When it was given back; null while it is on its way.</param>
/// <param name="IsByHand">Whether the merchant gave it back past this site.</param>
internal sealed record RefundLine(Money Amount, DateTimeOffset? At, bool IsByHand);
