namespace PayPage.Domain.Calls;

/// <summary>Seals answers for the database, and opens them again: they hold names, addresses and the links that people pay through.</summary>
public interface IAnswerVault
{
    byte[] Seal(byte[] body);

    /// <returns>Null when the key it was sealed with is lost.</returns>
    byte[]? Unseal(byte[] stored);
}
