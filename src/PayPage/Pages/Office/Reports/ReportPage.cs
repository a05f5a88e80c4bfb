using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Reports;
using PayPage.UseCases.Reporting;

namespace PayPage.Pages.Office.Reports;

/// <summary>A page about one kind of report. All that is wanted of it stands in the address.</summary>
internal abstract class ReportPage(ReadReport read) : OfficePage
{
    /// <summary>As <see cref="ReportWords.PathOf"/> writes it.</summary>
    [FromRoute(Name = "of")]
    public string Named { get; init; } = "";

    /// <summary>Set before a page is drawn, as all below.</summary>
    public IReport Report { get; private set; } = null!;

    public ReportWish Wish { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Unread { get; private set; } = new Dictionary<string, string>();

    /// <summary>The same report elsewhere: <c>/csv</c> behind it, or nothing.</summary>
    public string Address(string rest = "") => Path($"reports/{Named}{rest}") + new QueryBuilder(ReportQuery.Write(Report, Wish)).ToQueryString();

    /// <summary>As it was typed; empty where nothing was.</summary>
    public string Typed(string name) => $"{Request.Query[name].FirstOrDefault()}" is { Length: <= 100 } text ? text : "";

    /// <returns>False where there is no such kind.</returns>
    protected bool Look()
    {
        if (Enum.GetValues<ReportKind>().Where(kind => ReportWords.PathOf(kind) == Named).ToList() is not [var wanted])
        {
            return false;
        }

        Title = $"Report of {Named}";
        Report = read.Of(wanted);
        (Wish, Unread) = ReportQuery.Read(Report, Request.Query.SelectMany(pair => pair.Value.Take(50).Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        return true;
    }
}
