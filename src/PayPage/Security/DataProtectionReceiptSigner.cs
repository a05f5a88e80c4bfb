using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PayPage.Domain;
using PayPage.Domain.Receipts;

namespace PayPage.Security;

/// <summary>ECDSA on P-256 (.NET has no public Ed25519). The private keys lie in the database as ciphertext only.</summary>
internal sealed class DataProtectionReceiptSigner(IDataProtectionProvider provider) : IReceiptSigner
{
    private readonly IDataProtector _protector = provider.CreateProtector("PayPage.ReceiptKeys.v1");

    public ReceiptKey NewKey(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return ReceiptKey.New(ReceiptSeal.Thumbprint(key), key.ExportSubjectPublicKeyInfo(), _protector.Protect(key.ExportPkcs8PrivateKey()), now);
    }

    public byte[]? Sign(ReceiptKey key, string facts)
    {
        var sealedKey = key.SealedPrivateKey ?? throw new InvariantException($"The key {key.Id} is retired.");

        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportPkcs8PrivateKey(_protector.Unprotect(sealedKey), out _);
            return ecdsa.SignData(ReceiptSeal.Input(key.Id, facts), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
