using System.Text.RegularExpressions;
using PayPage.Domain.Links;
using PayPage.Domain.Processors;

namespace PayPage.Unit.Simulation.Outside;

/// <summary>The site's addresses, and how a payer or a processor reads them.</summary>
internal sealed partial class SimAddresses : ISiteAddresses
{
    private static readonly Uri Site = new("https://pay.example");

    public string Host => Site.Host;

    public string Origin => Site.GetLeftPart(UriPartial.Authority);

    public Uri PayPage(string token) => new(Site, $"p/{token}");

    public Uri ShortLink(string code) => new(Site, $"s/{code}");

    public Uri VerifyReceipt(string code) => new(Site, $"verify/{code}");

    public Uri Return(string token) => new(Site, $"p/{token}/return");

    public Uri Hook(ProcessorAccount account) => new(Site, $"hooks/sandbox/{account.Id.Value:N}");

    /// <returns>Null when there is no pay page's address in it.</returns>
    public static string? TokenIn(string text) => PayPageAddress().Match(text) is { Success: true } found ? found.Groups[1].Value : null;

    /// <returns>Null when there is no short link in it.</returns>
    public static string? CodeIn(string text) => ShortAddress().Match(text) is { Success: true } found ? found.Groups[1].Value : null;

    public static ProcessorAccountId AccountOf(Uri hook) => new(Guid.ParseExact(hook.Segments[^1], "N"));

    [GeneratedRegex("https://pay\\.example/p/([A-Za-z0-9_-]+)")]
    private static partial Regex PayPageAddress();

    [GeneratedRegex("https://pay\\.example/s/([A-Za-z0-9_-]+)")]
    private static partial Regex ShortAddress();
}
