using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Domain.Receipts;

/// <summary>The receipt of one payment, made in the same transaction as the payment's success. Only its signature may be added later.</summary>
public sealed class Receipt
{
    public const int NumberLength = 20;

    /// <summary>22 base64url characters, 128 random bits.</summary>
    public const int CodeLength = 22;

    public required PaymentId PaymentId { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required InvoiceId InvoiceId { get; init; }

    /// <summary>See <see cref="ReceiptFacts.Number"/>.</summary>
    public required string Number { get; init; }

    /// <summary>Printed on the receipt as part of an address at which anybody can ask whether it is true. Who has it has seen the receipt.</summary>
    public required string Code { get; init; }

    /// <summary><see cref="ReceiptFacts"/> as JSON: byte for byte what was signed.</summary>
    public required string Facts { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The key that signed it; null until it is signed.</summary>
    public string? KeyId { get; private set; }

#pragma warning disable CA1819 // a column
    /// <summary>ES256 (RFC 7518 3.4): 64 bytes; null until it is signed. Stored, for the same key signs the same text differently each time.</summary>
    public byte[]? Signature { get; private set; }
#pragma warning restore CA1819

    public void Sign(string keyId, byte[] signature)
    {
        if (Signature is not null)
        {
            throw new InvariantException($"{Number} is signed already.");
        }

        (KeyId, Signature) = (keyId, signature);
    }
}
