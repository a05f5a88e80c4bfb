using System.Globalization;

namespace PayPage.Domain.Reminders;

/// <summary>On which days around its due date an invoice is brought to mind again. Never changes; written as text, e.g. <c>-5 1 -14off</c>.</summary>
public sealed class ReminderPlan : IEquatable<ReminderPlan>
{
    public const int MostSteps = 10;

    /// <summary>Days before the due date, at most.</summary>
    public const int MostBefore = 60;

    /// <summary>Days after the due date, at most.</summary>
    public const int MostAfter = 180;

    /// <summary>Characters of its text, at most.</summary>
    public const int TextLength = 80;

    private const string OffMark = "off";

    private readonly string _text;

    private ReminderPlan(IEnumerable<ReminderStep> steps)
    {
        Steps = [.. steps.OrderBy(step => step.Days)];
        _text = string.Join(' ', Steps);
    }

    /// <summary>Five days before, and the day after.</summary>
    public static ReminderPlan Usual { get; } = new([new ReminderStep(-5, true), new ReminderStep(1, true)]);

    /// <summary>In the order of their days; no two on one day.</summary>
    public IReadOnlyList<ReminderStep> Steps { get; }

    /// <summary>The days, relative to the due date, on which something is sent.</summary>
    public IEnumerable<int> Days => Steps.Where(step => step.IsOn).Select(step => step.Days);

    /// <exception cref="InvariantException">Too many steps, two on one day, or one too far away.</exception>
    public static ReminderPlan Of(IReadOnlyCollection<ReminderStep> steps) =>
        steps.Count <= MostSteps && steps.All(step => step.Days is >= -MostBefore and <= MostAfter) && steps.DistinctBy(step => step.Days).Count() == steps.Count
            ? new ReminderPlan(steps)
            : throw new InvariantException("These steps make no plan of reminders.");

    /// <param name="text">As <see cref="ToString"/> wrote it.</param>
    /// <exception cref="FormatException">It is none of ours.</exception>
    public static ReminderPlan Parse(string text) => Of(
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(step => step.EndsWith(OffMark, StringComparison.Ordinal)
            ? new ReminderStep(Figure(step[..^OffMark.Length]), false)
            : new ReminderStep(Figure(step), true)),
    ]);

    public override string ToString() => _text;

    public bool Equals(ReminderPlan? other) => other is not null && other._text == _text;

    public override bool Equals(object? obj) => Equals(obj as ReminderPlan);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    private static int Figure(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

/// <param name="Days">From the due date on: -5 is five days before it, 0 the day itself, 1 the day after.</param>
/// <param name="IsOn">Whether it is sent. A step that is off keeps its place on the page.</param>
public readonly record struct ReminderStep(int Days, bool IsOn)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Days}{(IsOn ? "" : "off")}");
}
