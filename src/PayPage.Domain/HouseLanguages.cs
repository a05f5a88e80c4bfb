namespace PayPage.Domain;

/// <summary>The languages that pages, mails and papers speak (docs/languages.md).</summary>
public static class HouseLanguages
{
    /// <summary>BCP 47 tags, English first.</summary>
    public static IReadOnlyList<string> Tags { get; } = ["en", "es", "fr", "de", "pt", "nl", "ar"];
}
