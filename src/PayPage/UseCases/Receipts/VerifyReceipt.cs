using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Receipts;

/// <summary>Whether a receipt is one of ours, and says what it said when the money came. Reads only; anybody may ask.</summary>
internal sealed class VerifyReceipt(PayPageDbContext db)
{
    /// <param name="code">As printed in the receipt's QR code.</param>
    public async Task<ReceiptVerdict> HandleAsync(string code, CancellationToken ct)
    {
        if (code.Length != Receipt.CodeLength || await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.Code == code, ct) is not { } receipt)
        {
            return ReceiptVerdict.Unknown;
        }

        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == receipt.MerchantId, ct);
        var truth = receipt is { KeyId: { } key, Signature: { } signature }
            ? await JudgeAsync(receipt.Facts, key, signature, ct)
            : ReceiptTruth.Unsigned;

        return new ReceiptVerdict(truth, receipt.Facts, receipt.KeyId, ReceiptSeal.Compact(receipt), merchant)
        {
            Refunds = await ShownRefunds.OfAsync(db, receipt.PaymentId, ct),
        };
    }

    /// <summary>A copy that somebody has: nothing of it is believed but what a key of ours signed.</summary>
    public async Task<ReceiptVerdict> HandleAsync(ReceiptCopy copy, CancellationToken ct)
    {
        var truth = await JudgeAsync(copy.Facts, copy.KeyId, copy.Signature, ct);

        return truth switch
        {
            ReceiptTruth.True when !copy.IsWhole => new ReceiptVerdict(ReceiptTruth.Altered, null, copy.KeyId, null, null),
            ReceiptTruth.True => await WithRefundsAsync(new ReceiptVerdict(truth, copy.Facts, copy.KeyId, null, null), ct),
            _ => new ReceiptVerdict(truth, null, null, null, null),
        };
    }

    /// <summary>A receipt stays true, whatever became of its money: that is said beside it.</summary>
    private async Task<ReceiptVerdict> WithRefundsAsync(ReceiptVerdict verdict, CancellationToken ct)
    {
        var payment = await db.Payments.Where(p => p.Reference == verdict.Facts!.Reference).Select(p => (PaymentId?)p.Id).SingleOrDefaultAsync(ct);    // facts: it is true
        return payment is { } id ? verdict with { Refunds = await ShownRefunds.OfAsync(db, id, ct) } : verdict;
    }

    /// <summary>Every public key there ever was, the newest first: whoever has them can check receipts without us.</summary>
    public async Task<IReadOnlyList<PublicKey>> KeysAsync(CancellationToken ct)
    {
        var keys = await db.ReceiptKeys.AsNoTracking().OrderByDescending(k => k.CreatedAt).ToListAsync(ct);
        return [.. keys.Select(Public)];
    }

    private async Task<ReceiptTruth> JudgeAsync(string facts, string keyId, byte[] signature, CancellationToken ct) =>
        await db.ReceiptKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == keyId, ct) is not { } key ? ReceiptTruth.Unknown
        : ReceiptSeal.IsTrue(key, facts, signature) ? ReceiptTruth.True
        : ReceiptTruth.Altered;

    private static PublicKey Public(ReceiptKey key)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        var (x, y) = ReceiptSeal.Coordinates(ecdsa);

        return new PublicKey(key.Id, x, y);
    }

    /// <param name="X">Base64url, as <paramref name="Y"/>.</param>
    internal sealed record PublicKey(string Id, string X, string Y);
}

internal enum ReceiptTruth
{
    /// <summary>Signed by a key of ours, and not changed since.</summary>
    True,

    /// <summary>It names a key of ours, but that did not sign this.</summary>
    Altered,

    /// <summary>Nothing of ours.</summary>
    Unknown,

    /// <summary>It lies in our books but was not signed yet.</summary>
    Unsigned,
}

/// <param name="Text">The facts as JSON; null where there are none to show.</param>
/// <param name="Jws">The compact form; null where it is not signed, or was brought and not looked up.</param>
/// <param name="Merchant">As he is now; null where none is known.</param>
internal sealed record ReceiptVerdict(ReceiptTruth Truth, string? Text, string? KeyId, string? Jws, Merchant? Merchant)
{
    public static readonly ReceiptVerdict Unknown = new(ReceiptTruth.Unknown, null, null, null, null);

    /// <summary>What of the money went back since, or is on its way.</summary>
    public IReadOnlyList<RefundLine> Refunds { get; init; } = [];

    /// <summary>What may be believed; null where nothing may.</summary>
    public ReceiptFacts? Facts { get; } = Truth is ReceiptTruth.True or ReceiptTruth.Unsigned && Text is not null ? ReceiptFactsText.Read(Text) : null;
}
