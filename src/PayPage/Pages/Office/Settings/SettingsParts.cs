namespace PayPage.Pages.Office.Settings;

/// <summary>The pages of the settings, in the order in which somebody new goes through them.</summary>
internal static class SettingsParts
{
    public static IReadOnlyList<(string Path, string Label, string About)> All { get; } =
    [
        ("look", "Branding", "Logo, colour, terms and privacy"),
        ("business", "Business", "Names, address, contact, time zone, language"),
        ("letters", "Mails and PDFs", "Words of your mails, paper size, register and tax numbers"),
        ("reminders", "Reminders", "When customers are reminded of what is due"),
        ("defaults", "Defaults", "What a new invoice starts with"),
        ("pay-page", "Pay page", "What it asks, what things are called on it, where it leads on to"),
        ("numbers", "Numbers", "How invoices are numbered"),
        ("refunds", "Refunds", "What becomes of unexpected money, and who is asked for a password"),
        ("people-told", "Notifications", "Who is told of payments and of messages that did not arrive"),
    ];
}
