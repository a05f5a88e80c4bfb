using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reminders;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>When customers are reminded of what is due, and in which words.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class RemindersModel(ShowSettings showSettings, ChangeReminders changeReminders) : SettingsPage(showSettings)
{
    // Enough to go on; whoever fills them finds new ones after saving.
    private const int EmptyRows = 2;

    public override string Part => "reminders";

    [BindProperty]
    [FromForm]
    public bool Reminds { get; set; }

    [BindProperty]
    [FromForm]
    public List<TypedStep> Steps { get; set; } = [];

    [BindProperty]
    [FromForm]
    public string? ReminderMessage { get; set; }

    /// <summary>What is there, and room for more.</summary>
    public IReadOnlyList<TypedStep> Rows =>
        [.. Steps, .. Enumerable.Repeat(new TypedStep { IsOn = true, When = TypedStep.After }, Math.Clamp(ReminderPlan.MostSteps - Steps.Count, 0, EmptyRows - EmptyNow))];

    /// <summary>Rows that came back empty are room already.</summary>
    private int EmptyNow => Math.Min(EmptyRows, Steps.Count(step => string.IsNullOrWhiteSpace(step.Days)));

    protected override string Heading => "Reminders";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Steps = [.. Steps.Take(ReminderPlan.MostSteps + 1)];
        return await AfterAsync(await changeReminders.HandleAsync(Caller.MerchantId, new Reminders(Reminds, Steps, ReminderMessage), Seen, ct), ct);
    }

    /// <summary><c>5 days before</c>, <c>on the day</c>, <c>1 day after</c>.</summary>
    public static string DayWords(int days) => days == 0 ? "on the day"
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(days)} {(Math.Abs(days) == 1 ? "day" : "days")} {(days < 0 ? "before" : "after")}");

    protected override void Fill(Merchant merchant)
    {
        var now = Reminders.Of(merchant);
        (Reminds, Steps, ReminderMessage) = (now.Reminds, [.. now.Steps], now.ReminderMessage);
    }

    protected override void Remember(Merchant merchant) => Seen = Reminders.StampOf(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant) =>
    [
        (nameof(Reminds), Reminds ? "on" : "off", merchant.Reminds ? "on" : "off"),
        ("Steps[0].Days", Written(Steps), Written(Reminders.Of(merchant).Steps)),
        (nameof(ReminderMessage), ReminderMessage, merchant.ReminderMessage),
    ];

    private static string Written(IEnumerable<TypedStep> steps) => string.Join(
        ", ", steps.Where(step => !string.IsNullOrWhiteSpace(step.Days)).Select(step => $"{step.Days?.Trim()} {step.When}{(step.IsOn ? "" : " (off)")}"));
}
