namespace PayPage.Domain.Merchants;

/// <summary>Settings of Visa Acceptance's dialect that mean more, or something else, than ours: kept as they were said, to be given back so.</summary>
/// <param name="FontColor"><c>#rgb</c> or <c>#rrggbb</c>; null: never said. Which colour is readable on the merchant's own we find ourselves.</param>
/// <param name="BackgroundColor">The same; the merchant's colour is what it means.</param>
/// <param name="DeliveryLanguage">BCP 47 tag; null: never said. Ours has fewer: see <see cref="HouseLanguage"/>.</param>
/// <param name="AuthenticatesPayers">What was said of 3-D Secure. Whether a bank asks the payer is between bank and processor: it changes nothing here.</param>
public sealed record DialectSettings(string? FontColor, string? BackgroundColor, string? DeliveryLanguage, bool AuthenticatesPayers)
{
    public const int ColorLength = 7;
    public const int LanguageLength = 20;

    public static DialectSettings None { get; } = new(null, null, null, false);

    /// <summary>The languages of the dialect, and ours that it does not have.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        ["zh-CN", "zh-TW", "en-US", "fr-FR", "de-DE", "ja-JP", "pt-BR", "ru-RU", "es-419", .. HouseLanguages.Tags];

    /// <summary>The tag of the house's language that is meant; null where the house does not have it, or nothing was said: then the payer's own counts.</summary>
    public string? HouseLanguage => HouseLanguages.Tags.FirstOrDefault(tag => DeliveryLanguage is { } said && said.Split('-')[0] == tag);
}
