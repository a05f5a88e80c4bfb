using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Receipts;

/// <summary>Signs a receipt with the newest key, and makes the first key where there is none yet. A key that is lost or cannot be made costs the signature, never the payment.</summary>
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
            ?? FirstKey(unit, receipt);

        if (key is null)
        {
            return;
        }

        if (signer.Sign(key, receipt.Facts) is { } signature)
        {
            receipt.Sign(key.Id, signature);
        }
        else
        {
            LogUnsigned(receipt.Number, key.Id);
        }
    }

    /// <returns>Null when it cannot be sealed, as when the key ring cannot be read: the next receipt tries again.</returns>
    private ReceiptKey? FirstKey(Unit unit, Receipt receipt)
    {
        try
        {
            return unit.Db.ReceiptKeys.Add(signer.NewKey(clock.GetUtcNow())).Entity;
        }
        catch (CryptographicException e)
        {
            LogNoKey(e, receipt.Number);
            return null;
        }
    }

    [LoggerMessage(2601, LogLevel.Error, "Receipt {Number} is not signed: the key {KeyId} cannot be opened. Make a new one with the command rotate-receipt-key.")]
    private partial void LogUnsigned(string number, string keyId);

    [LoggerMessage(2602, LogLevel.Error, "Receipt {Number} is not signed: no first key could be made. When that works again, the command rotate-receipt-key signs what is not signed.")]
    private partial void LogNoKey(Exception e, string number);
}
