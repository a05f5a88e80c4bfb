namespace PayPage.Domain.Webhooks;

/// <summary>What proves to an endpoint that we speak. Never logged; each is shown once, when it is made.</summary>
/// <param name="Current"><c>whsec_</c> and 32 bytes in Base64.</param>
/// <param name="Previous">The one before it; null where there is none.</param>
/// <param name="PreviousUntil">It signs beside the current one before this instant.</param>
public sealed record WebhookSecrets(string Current, string? Previous = null, DateTimeOffset? PreviousUntil = null)
{
    public const string Prefix = "whsec_";

    /// <summary>How long both sign after a new one was made.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private const int Bytes = 32;

    public static string New(RandomBytes random) => Prefix + Convert.ToBase64String(random(Bytes));

    public WebhookSecrets Rotated(RandomBytes random, DateTimeOffset now) => new(New(random), Current, now + Overlap);

    /// <returns>Those that sign now, the current one first.</returns>
    public IReadOnlyList<string> ValidAt(DateTimeOffset now) => Previous is { } previous && now < PreviousUntil ? [Current, previous] : [Current];

    public override string ToString() => "(secrets)";
}

/// <summary>Seals an endpoint's secrets for the database, and opens them again.</summary>
public interface IWebhookVault
{
    byte[] Seal(WebhookSecrets secrets);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key it was sealed with is lost.</exception>
    WebhookSecrets Unseal(byte[] stored);
}
