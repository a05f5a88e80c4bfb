namespace PayPage.Domain.Receipts;

/// <summary>Holds the private halves of the keys that sign receipts.</summary>
public interface IReceiptSigner
{
    /// <summary>Another one each time.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It cannot be sealed: the key ring of the installation is lost or cannot be read.</exception>
    ReceiptKey NewKey(DateTimeOffset now);

    /// <param name="key">One that is not retired.</param>
    /// <returns>ES256, 64 bytes: others each time. Null when the key that seals it is lost: the receipt stays unsigned, its payment is as good as ever.</returns>
    byte[]? Sign(ReceiptKey key, string facts);
}
