namespace PayPage.Pages.Office.Settings;

/// <summary>The pages of the settings, in the order in which somebody new goes through them.</summary>
internal static class SettingsParts
{
    public static IReadOnlyList<(string Path, string Label, string About)> All { get; } =
    [
        ("look", "Look", "Logo, colour, terms and privacy"),
        ("business", "Business", "Names, address, contact, time zone, language"),
        ("letters", "Letters", "Words of your mails, paper, register numbers"),
        ("defaults", "Defaults", "What a new invoice starts with"),
        ("numbers", "Numbers", "How invoices are numbered"),
        ("people-told", "People told", "Who hears of payments"),
    ];
}
