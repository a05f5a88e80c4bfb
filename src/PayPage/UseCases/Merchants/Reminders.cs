using System.Globalization;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reminders;

namespace PayPage.UseCases.Merchants;

/// <summary>When customers are reminded, as it was typed.</summary>
/// <param name="Reminds">Whether they are at all.</param>
/// <param name="Steps">In any order; rows in which no number stands are none.</param>
/// <param name="ReminderMessage">In reminders in place of our words, with placeholders.</param>
internal sealed record Reminders(bool Reminds, IReadOnlyList<TypedStep> Steps, string? ReminderMessage)
{
    public static Reminders Of(Merchant merchant) => new(merchant.Reminds, [.. merchant.ReminderPlan.Steps.Select(TypedStep.Of)], merchant.ReminderMessage);

    public static string StampOf(Merchant merchant) => SettingsStamp.Of(Of(merchant));
}

/// <summary>One row of the form.</summary>
internal sealed record TypedStep
{
    public const string Before = "before";
    public const string After = "after";

    /// <summary>0 is the due date itself.</summary>
    public string? Days { get; init; }

    /// <summary><see cref="Before"/> or <see cref="After"/>.</summary>
    public string? When { get; init; }

    public bool IsOn { get; init; }

    public static TypedStep Of(ReminderStep step) => new()
    {
        Days = Math.Abs(step.Days).ToString(CultureInfo.InvariantCulture),
        When = step.Days <= 0 ? Before : After,
        IsOn = step.IsOn,
    };
}
