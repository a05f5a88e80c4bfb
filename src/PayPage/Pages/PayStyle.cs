using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using PayPage.Domain.Merchants;

namespace PayPage.Pages;

/// <summary>The style sheet, written into each page: one round trip, whatever the network. A payer comes once, so there is nothing to keep.</summary>
internal sealed partial class PayStyle
{
    private const string File = "css/pay.css";

    private readonly ConcurrentDictionary<BrandColor, HtmlString> _branded = new();
    private readonly string _sheet;

    public PayStyle(IWebHostEnvironment environment)
    {
        using var file = new StreamReader(environment.WebRootFileProvider.GetFileInfo(File).CreateReadStream());
        _sheet = Gaps().Replace(Comments().Replace(file.ReadToEnd(), ""), "$1$2$3");
        Plain = new HtmlString(_sheet);
    }

    /// <summary>In the house's colours.</summary>
    public HtmlString Plain { get; }

    /// <summary>In the merchant's colour, on screens: paper is black on white. It comes as numbers, so nothing that somebody typed stands in a style sheet.</summary>
    public HtmlString For(Merchant? merchant) => merchant?.Color is { } color ? _branded.GetOrAdd(color, Branded) : Plain;

    private HtmlString Branded(BrandColor color) => new(
        $"{_sheet}@media screen{{:root{{{Variables(BrandPalette.ForLight(color))}}}}}"
        + $"@media screen and (prefers-color-scheme:dark){{:root{{{Variables(BrandPalette.ForDark(color))}}}}}");

    private static string Variables(BrandPalette palette) => $"--brand:{palette.Brand};--brand-ink:{palette.Ink};--brand-soft:{palette.Soft}";

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>White space that separates nothing. Inside a selector or a value it does, and stays.</summary>
    [GeneratedRegex(@"\s*([{}])\s*|([;,])\s+|(:)\s(?=[^{}]*[;}])")]
    private static partial Regex Gaps();
}
