using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Receipts;

/// <summary>A payment's receipt.</summary>
internal sealed class FindReceipt(PayPageDbContext db, WriteSeam write, SignReceipt sign)
{
    /// <summary>Reads only.</summary>
    /// <returns>Null for a payment without money, and for one from before there were receipts.</returns>
    public Task<Receipt?> HandleAsync(PaymentId payment, CancellationToken ct) =>
        db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.PaymentId == payment, ct);

    /// <summary>Signs it where that could not be done when the money came. Not for pages: this writes.</summary>
    public async Task<Receipt?> SignedAsync(PaymentId payment, CancellationToken ct)
    {
        var receipt = await HandleAsync(payment, ct);
        return receipt is { Signature: null } ? await write.RunAsync((unit, token) => SignAsync(unit, payment, token), ct) : receipt;
    }

    private async Task<Receipt?> SignAsync(Unit unit, PaymentId payment, CancellationToken ct)
    {
        var receipt = await unit.Db.Receipts.SingleAsync(r => r.PaymentId == payment, ct);
        await sign.HandleAsync(unit, receipt, ct);
        return receipt;
    }
}
