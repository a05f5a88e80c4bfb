using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using PayPage.Domain.Merchants;

namespace PayPage.Pages;

/// <summary>The style sheet, written into each page: one round trip, whatever the network. A payer comes once, so there is nothing to keep.</summary>
internal sealed partial class PayStyle
{
    private const string File = "css/pay.css";

    // Of some 15 kB each. Merchants try colours out before they settle on one.
    private const int MostSheets = 1_000;

    private readonly ConcurrentDictionary<(BrandColor?, ColorScheme?), HtmlString> _sheets = new();
    private readonly string _sheet;

    public PayStyle(IWebHostEnvironment environment)
    {
        using var file = new StreamReader(environment.WebRootFileProvider.GetFileInfo(File).CreateReadStream());
        _sheet = Gaps().Replace(Comments().Replace(file.ReadToEnd(), ""), "$1$2$3");
    }

    /// <summary>In the merchant's colour, on screens: paper is black on white. It comes as numbers, so nothing that somebody typed stands in a style sheet.</summary>
    /// <param name="merchant">Null, or without a colour: in the house's.</param>
    /// <param name="scheme">Null: as the reader's screen likes it.</param>
    public HtmlString For(Merchant? merchant, ColorScheme? scheme = null)
    {
        if (_sheets.Count > MostSheets)
        {
            _sheets.Clear();
        }

        return _sheets.GetOrAdd((merchant?.Color, scheme), Made);
    }

    private HtmlString Made((BrandColor? Color, ColorScheme? Scheme) wish)
    {
        var sheet = wish.Color is { } color ? Branded(color) : _sheet;
        return new HtmlString(wish.Scheme is { } scheme ? scheme.Forced(sheet) : sheet);
    }

    private string Branded(BrandColor color) =>
        $"{_sheet}@media screen{{:root{{{Variables(BrandPalette.ForLight(color))}}}}}"
        + $"@media screen and (prefers-color-scheme:dark){{:root{{{Variables(BrandPalette.ForDark(color))}}}}}";

    private static string Variables(BrandPalette palette) => $"--brand:{palette.Brand};--brand-ink:{palette.Ink};--brand-soft:{palette.Soft}";

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>White space that separates nothing. Inside a selector or a value it does, and stays.</summary>
    [GeneratedRegex(@"\s*([{}])\s*|([;,])\s+|(:)\s(?=[^{}]*[;}])")]
    private static partial Regex Gaps();
}
