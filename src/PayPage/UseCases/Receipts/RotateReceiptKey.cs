using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Receipts;

/// <summary>A new key signs from now on, and at once what no key could sign; the older ones lose their private half and go on proving what they signed.</summary>
internal sealed class RotateReceiptKey(WriteSeam write, IReceiptSigner signer, SignReceipt sign, TimeProvider clock)
{
    private const int SignedAtOnce = 200;

    /// <returns>The new key's id.</returns>
    public async Task<string> HandleAsync(CancellationToken ct)
    {
        var id = await write.RunAsync(ReplaceAsync, ct);

        while (await write.RunAsync(SignSomeAsync, ct) == SignedAtOnce)
        {
            // A few at a time: payments wait while this writes.
        }

        return id;
    }

    private async Task<string> ReplaceAsync(Unit unit, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var old = await unit.Db.ReceiptKeys.Where(k => k.RetiredAt == null).ToListAsync(ct);
        old.ForEach(key => key.Retire(now));

        return unit.Db.ReceiptKeys.Add(signer.NewKey(now)).Entity.Id;
    }

    private async Task<int> SignSomeAsync(Unit unit, CancellationToken ct)
    {
        var unsigned = await unit.Db.Receipts.Where(r => r.Signature == null).OrderBy(r => r.PaymentId).Take(SignedAtOnce).ToListAsync(ct);

        foreach (var receipt in unsigned)
        {
            await sign.HandleAsync(unit, receipt, ct);
        }

        return unsigned.Count(receipt => receipt.Signature is not null);
    }
}
