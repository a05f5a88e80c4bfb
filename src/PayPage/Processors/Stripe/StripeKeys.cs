using PayPage.Domain;

namespace PayPage.Processors.Stripe;

/// <summary>What the beginning of a key or a reference says.</summary>
internal static class StripeKeys
{
    /// <returns>Null where it is no secret or restricted key.</returns>
    public static Mode? ModeOf(string key) => key.Split('_', 3) switch
    {
        ["sk" or "rk", "test", { Length: > 0 }] => Mode.Test,
        ["sk" or "rk", "live", { Length: > 0 }] => Mode.Live,
        _ => null,
    };

    /// <summary>Whether a key has nothing but what keys of Stripe's are made of.</summary>
    public static bool FitsAHeader(string key) => key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    public static bool IsSession(string reference) => reference.StartsWith("cs_", StringComparison.Ordinal);
}
