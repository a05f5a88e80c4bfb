namespace PayPage.Domain.Merchants;

/// <summary>Seals the secrets that calls are signed with for the database, and opens them again: unlike a key that is sent, they must be known to be checked.</summary>
public interface IApiSecretVault
{
    byte[] Seal(byte[] secret);

    /// <returns>Null when the key it was sealed with is lost: then nothing is believed by it.</returns>
    byte[]? Unseal(byte[] stored);
}
