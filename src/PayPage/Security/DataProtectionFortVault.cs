using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PayPage.Domain;
using PayPage.Domain.Fort;

namespace PayPage.Security;

/// <summary>The phrases of PayFort's door lie in the database as ciphertext only, under a purpose of their own.</summary>
internal sealed class DataProtectionFortVault(IDataProtectionProvider provider) : IFortVault
{
    private readonly IDataProtector _protector = provider.CreateProtector("PayPage.FortPhrases.v1");

    public byte[] Seal(FortPhrases phrases) => _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(phrases));

    public FortPhrases Unseal(byte[] stored) => JsonSerializer.Deserialize<FortPhrases>(_protector.Unprotect(stored))
        ?? throw new InvariantException("Sealed phrases were empty.");
}
