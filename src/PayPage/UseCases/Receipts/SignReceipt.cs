using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Receipts;

/// <summary>Signs a receipt with the newest key, and makes the first key where there is none yet. A lost key costs the signature, never the payment.</summary>
internal sealed partial class SignReceipt(IReceiptSigner signer, TimeProvider clock, ILogger<SignReceipt> log)
{
    /// <param name="receipt">Tracked by the unit. May be signed already: then nothing is done.</param>
    public async Task HandleAsync(Unit unit, Receipt receipt, CancellationToken ct)
    {
        if (receipt.Signature is not null)
        {
            return;
        }

        var key = await unit.Db.ReceiptKeys.Where(k => k.RetiredAt == null).OrderByDescending(k => k.CreatedAt).FirstOrDefaultAsync(ct)
            ?? unit.Db.ReceiptKeys.Add(signer.NewKey(clock.GetUtcNow())).Entity;

        if (signer.Sign(key, receipt.Facts) is { } signature)
        {
            receipt.Sign(key.Id, signature);
        }
        else
        {
            LogUnsigned(receipt.Number, key.Id);
        }
    }

    [LoggerMessage(2601, LogLevel.Error, "Receipt {Number} is not signed: the key {KeyId} cannot be opened. Make a new one with the command rotate-receipt-key.")]
    private partial void LogUnsigned(string number, string keyId);
}
