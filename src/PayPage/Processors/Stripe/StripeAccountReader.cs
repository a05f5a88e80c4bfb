using PayPage.Domain;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Stripe;

/// <summary>What Stripe's keys look like: <c>sk_</c> or <c>rk_</c> for servers, <c>pk_</c> for browsers, <c>whsec_</c> for signatures; test or live in the middle.</summary>
/// <remarks>Source: docs.stripe.com/keys and docs.stripe.com/webhooks/signature. Their length is not promised, so it is only bounded.</remarks>
internal sealed class StripeAccountReader : IAccountReader
{
    private const int MostLength = 255;
    private const int LeastLength = 16;
    private const int EndLength = 4;
    private const int MostSecrets = 2;
    private const string Live = "live";
    private const string WhereKeysAre = "You find it at Stripe under Developers, API keys.";

    private static readonly string[] ForServers = ["sk", "rk"];

    public ProcessorKind Kind => ProcessorKind.Stripe;

    public AccountReading Read(AccountWords words, ProcessorSecrets? known, Mode? mode)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var (key, publicKey, signing) = (Plain(words.SecretKey), Plain(words.PublicKey), Plain(words.SigningSecret));
        var isRightStyle = Enum.TryParse<CheckoutStyle>(words.Style, out var style) && Enum.IsDefined(style);
        var keyMode = key is null ? mode : ModeOf(key, ForServers);

        Judge(nameof(words.SecretKey), KeyFault(key, keyMode, known, mode));
        Judge(nameof(words.PublicKey), PublicKeyFault(publicKey, keyMode, style));
        Judge(nameof(words.SigningSecret), SigningFault(signing));
        Judge(nameof(words.Style), isRightStyle ? null : "Choose where your customers give their details.");

        return faults.Count > 0
            ? new AccountReading.Faulty(faults)
            : new AccountReading.Read(
                new ProcessorSecrets(key ?? known!.ApiKey, Secrets(signing, known, words.DropsOldSecret)),    // one of both: judged above
                publicKey, keyMode!.Value, style, key?[^EndLength..]);

        void Judge(string field, string? fault)
        {
            if (fault is not null)
            {
                faults[field] = fault;
            }
        }
    }

    private static string? KeyFault(string? key, Mode? keyMode, ProcessorSecrets? known, Mode? mode) => key switch
    {
        null when known is null => $"Paste the secret key. {WhereKeysAre}",
        null => null,
        _ when ModeOf(key, ["pk"]) is not null => "This is the publishable key, which everybody may see. Paste the secret one, which begins with sk_ or rk_.",
        _ when keyMode is null => $"A secret key begins with sk_test_, sk_live_, rk_test_ or rk_live_. {WhereKeysAre}",
        _ when mode is { } of && of != keyMode => $"This is a {Name(keyMode.Value)} key, and this account is for {Name(of)} money. Connect it as another account.",
        _ => null,
    };

    private static string? PublicKeyFault(string? key, Mode? other, CheckoutStyle style) => key switch
    {
        null when style == CheckoutStyle.OnPage => $"Paste the publishable key: the card form on your page needs it. {WhereKeysAre}",
        null => null,
        _ when ModeOf(key, ForServers) is not null => "This is a secret key. It must never be seen by a browser: paste the publishable one, which begins with pk_.",
        _ => ModeOf(key, ["pk"]) switch
        {
            null => "A publishable key begins with pk_test_ or pk_live_.",
            { } mode when other is { } of && of != mode => $"The secret key is for {Name(of)} money, and this one for {Name(mode)}. Both must be of one kind.",
            _ => null,
        },
    };

    private static string? SigningFault(string? secret) => secret is null || (secret.StartsWith("whsec_", StringComparison.Ordinal) && IsPlausible(secret))
        ? null
        : "A signing secret begins with whsec_. Stripe shows it on the page of the webhook endpoint.";

    /// <summary>The newest first.</summary>
    private static IReadOnlyList<string> Secrets(string? added, ProcessorSecrets? known, bool dropsOld)
    {
        IEnumerable<string> all = [.. added is null ? Array.Empty<string>() : [added], .. known?.WebhookSecrets ?? []];
        return [.. all.Distinct(StringComparer.Ordinal).Take(dropsOld ? 1 : MostSecrets)];
    }

    /// <returns>Null where it is no key of these.</returns>
    private static Mode? ModeOf(string key, IEnumerable<string> kinds) =>
        !IsPlausible(key) ? null
        : kinds.Any(kind => key.StartsWith($"{kind}_test_", StringComparison.Ordinal)) ? Mode.Test
        : kinds.Any(kind => key.StartsWith($"{kind}_{Live}_", StringComparison.Ordinal)) ? Mode.Live
        : null;

    private static bool IsPlausible(string text) => text.Length is >= LeastLength and <= MostLength && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+' or '/' or '=');

    private static string Name(Mode mode) => mode == Mode.Live ? Live : "test";

    private static string? Plain(string? typed) => typed?.Trim() is { Length: > 0 } text ? text : null;
}
