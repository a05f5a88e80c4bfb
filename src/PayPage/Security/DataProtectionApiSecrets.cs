using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PayPage.Domain.Calls;
using PayPage.Domain.Merchants;

namespace PayPage.Security;

/// <summary>Secrets that calls are signed with, and answers that are kept, lie in the database as ciphertext only, each kind under a purpose of its own.</summary>
internal sealed class DataProtectionApiSecrets(IDataProtectionProvider provider) : IApiSecretVault, IAnswerVault
{
    private readonly IDataProtector _secrets = provider.CreateProtector("PayPage.ApiSecrets.v1");
    private readonly IDataProtector _answers = provider.CreateProtector("PayPage.KeptAnswers.v1");

    byte[] IApiSecretVault.Seal(byte[] secret) => _secrets.Protect(secret);

    byte[]? IApiSecretVault.Unseal(byte[] stored) => Opened(_secrets, stored);

    byte[] IAnswerVault.Seal(byte[] body) => _answers.Protect(body);

    byte[]? IAnswerVault.Unseal(byte[] stored) => Opened(_answers, stored);

    private static byte[]? Opened(IDataProtector protector, byte[] stored)
    {
        try
        {
            return protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
