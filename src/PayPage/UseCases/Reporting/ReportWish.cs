using PayPage.Domain;
using PayPage.Domain.Reports;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.UseCases.Reporting;

/// <summary>Which report somebody wants: all that is set must hold.</summary>
internal sealed record ReportWish
{
    public required ReportKind Kind { get; init; }

    /// <summary>Null: nothing is looked for.</summary>
    public SearchText? Search { get; init; }

    public ReportDay By { get; init; }

    /// <summary>Days at the merchant's place, both included. Null: from the beginning, to the end.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Any of these, by the names of the kind's statuses; none: all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    public Currency? Currency { get; init; }

    /// <summary>By name, in the report's own order; none: the usual ones.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}
