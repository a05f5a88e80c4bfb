using PayPage.Domain;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices;
using PayPage.Wording;

namespace PayPage.Pages.Office.Settings;

/// <summary>All settings at a glance.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class IndexModel : OfficePage
{
    public void OnGet() => Title = "Settings";

    /// <summary>What a part says now, in a few words.</summary>
    public IReadOnlyList<(string Label, string Value)> FactsOf(string part) => part switch
    {
        "look" => [("Logo", Merchant.Logo is null ? "none: the first letter of your name" : "yours"), ("Colour", Merchant.Color?.ToString() ?? "the house’s")],
        "business" => [("Name", Merchant.Name), ("E-mail", Merchant.Email), ("Time zone", Merchant.TimeZone)],
        "letters" => [("Words of mails", Merchant.MailSubject is null && Merchant.MailMessage is null ? "ours" : "yours"), ("Paper", $"{Merchant.Paper}")],
        "defaults" => [("Currency", Merchant.DefaultCurrency?.Code ?? "chosen each time"), ("Due", DueWords), ("Parts", PartsWords)],
        "reminders" => [("Customers are reminded", Merchant.Reminds ? string.Join(", ", Merchant.ReminderPlan.Days.Select(RemindersModel.DayWords)) : "not at all")],
        "pay-page" => [("Asks for", AskedWords), ("Called otherwise or hidden", $"{Merchant.Labels.All.Count}")],
        "numbers" => [("Next invoice", NumberInvoice.Written(Merchant.NumberPrefix, Merchant.LastInvoiceNumber + 1))],
        "refunds" => [("Unexpected money", RefundsModel.InShort(Merchant.StrayMoney)), ("Asked for a password", ProofWords)],
        _ => [("Told", string.Join(", ", Merchant.ToldAddresses()))],
    };

    private string DueWords => Merchant.DueDays switch { 0 => "the same day", 1 => "after 1 day", var days => $"after {days} days" };

    private string AskedWords => string.Join(", ", new[] { Merchant.AsksPhone ? "phone" : null, Merchant.AsksShipping ? "shipping address" : null, Merchant.AsksEmail ? "e-mail" : null }.OfType<string>()) is { Length: > 0 } asked
        ? asked
        : "nothing more";

    private string ProofWords => Merchant.RefundsWithoutPassword ? "never"
        : Merchant is { RefundLimit: > 0 and var limit, RefundLimitCurrency: { } currency } ? $"above {Words.Sum(new Money(limit, currency))}"
        : "for each refund";

    private string PartsWords => !Merchant.AllowsParts ? "not allowed"
        : Merchant is { MinimumPart: { } least, DefaultCurrency: { } currency } ? $"from {Words.Sum(new Money(least, currency))}"
        : "allowed";
}
