using System.Globalization;
using PayPage.UseCases.Home;
using PayPage.Wording;

namespace PayPage.Pages.Office;

/// <summary>A drawing of how many were sent, opened and paid on each day: two lines that differ in their strokes, and columns. None needs its colour.</summary>
/// <param name="days">The oldest first.</param>
internal sealed class DaysChart(IReadOnlyList<DayCount> days, Words words)
{
    public const int Width = 600;
    public const int Height = 160;

    private const double ColumnShare = 0.6;

    public IReadOnlyList<DayCount> Days => days;

    public Words Words => words;

    public bool IsEmpty => days.All(day => day is { Sent: 0, Opened: 0, Paid: 0 });

    /// <summary>The number at the top of the drawing: even, so that its half stands in the middle.</summary>
    public int Top => Math.Max(2, (days.Max(day => Math.Max(day.Sent, Math.Max(day.Opened, day.Paid))) + 1) / 2 * 2);

    public string Summary => $"In the last {days.Count} days {words.Count(days.Sum(d => d.Sent))} sent, {words.Count(days.Sum(d => d.Opened))} opened, {words.Count(days.Sum(d => d.Paid))} paid.";

    /// <summary>For an SVG polyline.</summary>
    public string Sent => Line(day => day.Sent);

    public string Opened => Line(day => day.Opened);

    /// <summary>For SVG rectangles; days without a payment have none.</summary>
    public IEnumerable<(string X, string Y, string Width, string Height)> Paid => days.Index()
        .Where(day => day.Item.Paid > 0)
        .Select(day => (
            Text(Step * (day.Index + ((1 - ColumnShare) / 2))), Text(Up(day.Item.Paid)), Text(Step * ColumnShare), Text(Height - Up(day.Item.Paid))));

    private double Step => (double)Width / days.Count;

    private string Line(Func<DayCount, int> count) => string.Join(' ', days.Index().Select(day => $"{Text(Step * (day.Index + 0.5))},{Text(Up(count(day.Item)))}"));

    private double Up(int count) => Height - ((double)count / Top * Height);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
