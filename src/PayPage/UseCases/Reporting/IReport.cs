using PayPage.Domain;
using PayPage.Domain.Reports;

namespace PayPage.UseCases.Reporting;

/// <summary>One kind of report. Reads only, and never across a merchant's fence or from test to live.</summary>
internal interface IReport
{
    ReportKind Kind { get; }

    /// <summary>All there are, in the order of files.</summary>
    IReadOnlyList<ReportColumn> Columns { get; }

    IReadOnlyList<ReportDay> Days { get; }

    /// <summary>The names of the statuses that a line may have.</summary>
    IReadOnlyList<string> Statuses { get; }

    /// <summary>What <see cref="SumLine.Sums"/> are, for people.</summary>
    IReadOnlyList<string> SumLabels { get; }

    /// <summary>Line by line, the oldest first: slices of an index, so that memory stays flat and no transaction stays open, however many there are.</summary>
    /// <param name="slice">Lines that are read at once; 1 or more.</param>
    IAsyncEnumerable<object> LinesAsync(ReportWish wish, ReportGround ground, int slice, CancellationToken ct);

    /// <summary>Each currency for itself, by code.</summary>
    Task<IReadOnlyList<SumLine>> SumAsync(ReportWish wish, ReportGround ground, CancellationToken ct);
}

/// <summary>On what a report stands.</summary>
/// <param name="Today">The date at the merchant's place.</param>
internal sealed record ReportGround(Caller Caller, TimeZoneInfo Zone, DateOnly Today);

/// <param name="Sums">Minor units of the currency, in the order of <see cref="IReport.SumLabels"/>.</param>
internal sealed record SumLine(Currency Currency, int Count, IReadOnlyList<long> Sums);
