namespace PayPage.Domain.Processors;

/// <summary>What proves us to a processor and it to us. Never logged, never shown again.</summary>
/// <param name="ApiKey">Sent with our calls.</param>
/// <param name="WebhookSecrets">Any of these may have signed what comes in; two while one replaces the other.</param>
public sealed record ProcessorSecrets(string ApiKey, IReadOnlyList<string> WebhookSecrets)
{
    /// <summary>In place of those that cannot be opened any more: no processor takes them, and nothing is believed by them.</summary>
    public static ProcessorSecrets Lost { get; } = new("", []);

    public bool AreLost => ApiKey.Length == 0;

    public override string ToString() => "(secrets)";
}

/// <summary>Seals an account's secrets for the database, and opens them again.</summary>
public interface IProcessorVault
{
    byte[] Seal(ProcessorSecrets secrets);

    /// <returns><see cref="ProcessorSecrets.Lost"/> when the key it was sealed with is lost: then it is as with a key that the processor does not accept.</returns>
    ProcessorSecrets Unseal(byte[] stored);
}
