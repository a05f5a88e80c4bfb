using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PayPage.SignIn;

/// <summary>What proves that whoever sets the site up can read what it printed. Sealed, so any node knows another's; worth nothing once there is a person.</summary>
internal sealed class SetUpCode(IDataProtectionProvider protection)
{
    private const string Word = "set-up";

    private readonly IDataProtector _seal = protection.CreateProtector("PayPage.SetUp");

    public string Make() => _seal.Protect(Word);

    public bool IsOne(string? code)
    {
        try
        {
            return code is { Length: > 0 } && _seal.Unprotect(code) == Word;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
