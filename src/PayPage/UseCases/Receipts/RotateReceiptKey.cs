using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Receipts;

/// <summary>A new key signs from now on; the older ones lose their private half and go on proving what they signed.</summary>
internal sealed class RotateReceiptKey(WriteSeam write, IReceiptSigner signer, TimeProvider clock)
{
    /// <returns>The new key's id.</returns>
    public Task<string> HandleAsync(CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var now = clock.GetUtcNow();
            var old = await unit.Db.ReceiptKeys.Where(k => k.RetiredAt == null).ToListAsync(token);
            old.ForEach(key => key.Retire(now));

            return unit.Db.ReceiptKeys.Add(signer.NewKey(now)).Entity.Id;
        },
        ct);
}
