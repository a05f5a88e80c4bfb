using System.Text.RegularExpressions;

namespace PayPage.Pages;

/// <summary>Light or dark. Readers' screens say which they like; a preview shows the one that was asked for.</summary>
internal enum ColorScheme
{
    Light,
    Dark,
}

internal static partial class ColorSchemes
{
    /// <summary>A style sheet of ours that stays in one scheme, whatever the screen likes: its question to the screen becomes a plain yes or no.</summary>
    /// <param name="sheet">One that asks with <c>(prefers-color-scheme: dark)</c> and declares <c>color-scheme: light dark</c>.</param>
    public static string Forced(this ColorScheme scheme, string sheet) =>
        Both().Replace(Question().Replace(sheet, scheme == ColorScheme.Dark ? Yes : No), scheme == ColorScheme.Dark ? "color-scheme:dark" : "color-scheme:light");

    // Media queries about something that is always so, and never: they may stand wherever the question stood, after "and" too.
    private const string Yes = "(min-width:0)";
    private const string No = "(max-width:0)";

    [GeneratedRegex(@"\(prefers-color-scheme:\s*dark\)")]
    private static partial Regex Question();

    [GeneratedRegex(@"color-scheme:\s*light dark")]
    private static partial Regex Both();
}
