using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Reports;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices.Listing;
using PayPage.UseCases.Reporting;

namespace PayPage.Pages.Office.Reports;

/// <summary>One kind of report: what is wanted of it, its sums, its first lines.</summary>
[Needs(Right.SeeReports)]
internal sealed class ShowModel(ReadReport read, FindCurrencies findCurrencies, SaveReport save, IdSource ids) : ReportPage(read)
{
    private readonly ReadReport _read = read;

    /// <summary>Under which the report is to be kept.</summary>
    [BindProperty, FromForm]
    public string? Name { get; set; }

    /// <summary><c>rpt_…</c>: the form brings the id along, so that pressing twice saves once.</summary>
    [BindProperty, FromForm]
    public string? Id { get; set; }

    /// <summary>Set before the page is drawn.</summary>
    public ReportPreview Shown { get; private set; } = null!;

    public IReadOnlyList<Currency> Currencies { get; private set; } = [];

    public string FoundWords => Shown.Found switch
    {
        0 => "Nothing found",
        1 => "1 line",
        var found when found > Shown.Lines.Count => $"The first {Shown.Lines.Count} of {Wording.WordsOfMoney.Count(Words, found)} lines",
        var found => $"{Wording.WordsOfMoney.Count(Words, found)} lines",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Look())
        {
            return NotFound();
        }

        Id = $"{SavedReportId.New(ids)}";
        await DrawAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Look() || !SavedReportId.TryParse(Id, out var id))
        {
            return NotFound();
        }

        if (await save.HandleAsync(id, Name, Wish, Caller, ct) is SaveReport.Outcome.Faulty faulty)
        {
            await DrawAsync(ct);
            return Again(faulty.Messages);
        }

        Say("The report is saved.");
        return SeeOther(Path($"reports/saved/{id}"));
    }

    private async Task DrawAsync(CancellationToken ct)
    {
        Shown = await _read.PreviewAsync(Wish, Caller, ct);
        Currencies = await findCurrencies.HandleAsync(Caller, ct);

        if (Request.QueryString.HasValue)
        {
            Response.Headers.ContentEncoding = "identity";    // what was looked for stands beside what is nobody else's (BREACH)
        }
    }
}
