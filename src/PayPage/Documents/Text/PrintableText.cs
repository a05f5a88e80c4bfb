using PayPage.Domain;

namespace PayPage.Documents.Text;

/// <summary>Words of merchants and their customers, made safe for paper. They were cleaned at the door; a renderer does not rely on that.</summary>
internal static class PrintableText
{
    /// <summary>Without control characters, marks that turn text round, and lone surrogates; line breaks become spaces.</summary>
    public static string OneLine(string text) => FreeText.Clean(text);

    /// <summary>The same, with its line breaks.</summary>
    public static string Lines(string text) => FreeText.Clean(text, lines: true);
}
