namespace PayPage.Domain.Processors;

/// <summary>What proves us to a processor and it to us. Never logged, never shown again.</summary>
/// <param name="ApiKey">Sent with our calls.</param>
/// <param name="WebhookSecrets">Any of these may have signed what comes in; two while one replaces the other.</param>
public sealed record ProcessorSecrets(string ApiKey, IReadOnlyList<string> WebhookSecrets)
{
    public override string ToString() => "(secrets)";
}

/// <summary>Seals an account's secrets for the database, and opens them again.</summary>
public interface IProcessorVault
{
    byte[] Seal(ProcessorSecrets secrets);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key it was sealed with is lost.</exception>
    ProcessorSecrets Unseal(byte[] stored);
}
