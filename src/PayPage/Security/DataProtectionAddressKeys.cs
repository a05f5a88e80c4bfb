using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PayPage.Domain.Fences;

namespace PayPage.Security;

internal sealed class DataProtectionAddressKeys(IDataProtectionProvider provider) : IAddressKeys
{
    private readonly IDataProtector _protector = provider.CreateProtector("PayPage.AddressKey.v1");

    public byte[] Seal(byte[] key) => _protector.Protect(key);

    public byte[]? Open(byte[] stored)
    {
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
