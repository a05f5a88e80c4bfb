using PayPage.Domain.Links;
using PayPage.UseCases.Invoices;
using PayPage.Wording;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>What happened to an invoice, line by line, the newest first: the events, and who came to look at its links.</summary>
internal static class HistoryLines
{
    public static IReadOnlyList<Line> Of(InspectInvoice.View view, Words words) =>
    [
        .. view.History.Select(told => new Line(told.At, Addressed(words.Happened(told, view.Invoice.Currency, view.Actors[told.Actor]), told.LinkId, view)))
            .Concat(view.Links.SelectMany(Visits))
            .OrderByDescending(line => line.At),
    ];

    /// <summary>With several payers it matters through whose link it happened.</summary>
    private static string Addressed(string sentence, LinkId? link, InspectInvoice.View view) =>
        view.Links.FirstOrDefault(row => row.Link.Id == link)?.Link is { IsForAnother: true } other
            ? $"{sentence.TrimEnd('.')} (link for {other.PayerName ?? other.PayerEmail})."
            : sentence;

    private static IEnumerable<Line> Visits(InspectInvoice.LinkRow row)
    {
        if (row.Visits is { LastMachineFetchAt: { } fetched } machines)
        {
            yield return new Line(fetched, $"A mail scanner or previewer fetched the payment link{Times(machines.MachineFetches)}. That opens nothing.");
        }

        if (row.Visits is { LastPageViewAt: { } viewed } people)
        {
            yield return new Line(viewed, $"Somebody looked at the payment page{Times(people.PageViews)}.");
        }
    }

    private static string Times(long count) => count == 1 ? "" : $", for the {count}{Ending(count)} time";

    private static string Ending(long count) => (count % 100) is >= 11 and <= 13 ? "th" : (count % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };

    internal sealed record Line(DateTimeOffset At, string Sentence);
}
