using System.Security.Cryptography;
using System.Text.Json;

namespace PayPage.UseCases.Merchants;

/// <summary>What came of a change of a merchant's settings.</summary>
internal abstract record SettingsOutcome
{
    private SettingsOutcome()
    {
    }

    internal sealed record Saved : SettingsOutcome;

    /// <summary>Nothing was written.</summary>
    /// <param name="Messages">What is wrong and what to do, by the member's name.</param>
    internal sealed record Faulty(IReadOnlyDictionary<string, string> Messages) : SettingsOutcome;

    /// <summary>Somebody else saved these settings since they were shown. Nothing was written.</summary>
    internal sealed record Overtaken : SettingsOutcome;
}

/// <summary>What one page of settings held when it was shown, in a few letters.</summary>
/// <remarks>
/// Not the merchant's version: that one rises with each invoice and receipt that takes a number, and an admin would be told of colleagues
/// who changed nothing. So two admins meet only where both change the same page.
/// </remarks>
internal static class SettingsStamp
{
    private const int HashBytes = 12;

    /// <param name="settings">All that the page shows.</param>
    public static string Of<T>(T settings) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(settings)).AsSpan(0, HashBytes));

    /// <param name="seen">As it was sent back; null where nobody looked before, as when a program writes.</param>
    /// <param name="now">The stamp of what there is.</param>
    public static bool Fits(string? seen, string now) => seen is null || seen == now;
}
