using PayPage.Domain;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>Which invoices somebody wants to see: all that is set must hold.</summary>
internal sealed record InvoiceFilter
{
    /// <summary>Decimals of <see cref="Least"/> and <see cref="Most"/>: as many as the finest currency has.</summary>
    public const int FigureDigits = 4;

    /// <summary>Null: nothing is looked for.</summary>
    public SearchText? Search { get; init; }

    /// <summary>Any of these; none: all.</summary>
    public IReadOnlyList<InvoiceStatus> Statuses { get; init; } = [];

    /// <summary>Only those of which a person opened a link.</summary>
    public bool Viewed { get; init; }

    /// <summary>Only those whose due date is over, at the merchant's place, and of which something is due.</summary>
    public bool Overdue { get; init; }

    /// <summary>Only those of which a payment is disputed and nobody has decided.</summary>
    public bool Disputed { get; init; }

    /// <summary>Days at the merchant's place, both included, as the others.</summary>
    public DateOnly? CreatedFrom { get; init; }

    public DateOnly? CreatedTo { get; init; }

    public DateOnly? DueFrom { get; init; }

    public DateOnly? DueTo { get; init; }

    public Currency? Currency { get; init; }

    /// <summary>The least total, in ten-thousandths of one of whatever the invoice's currency is: 12.50 is 125,000.</summary>
    public long? Least { get; init; }

    /// <summary>The highest total, likewise.</summary>
    public long? Most { get; init; }
}
