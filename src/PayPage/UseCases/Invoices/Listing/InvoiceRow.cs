using PayPage.Domain;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>One line of the list.</summary>
internal sealed record InvoiceRow
{
    public required InvoiceId Id { get; init; }

    public required string Number { get; init; }

    public required BillTo BillTo { get; init; }

    /// <summary>What the list orders customers by.</summary>
    public required string SortName { get; init; }

    public required InvoiceStage Stage { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Minor units, as <see cref="PaidMinor"/>.</summary>
    public required long TotalMinor { get; init; }

    public required long PaidMinor { get; init; }

    /// <summary>Whether bank money for it is on its way.</summary>
    public required bool IsPending { get; init; }

    /// <summary>A person opened a link of it.</summary>
    public required bool IsViewed { get; init; }

    /// <summary>A payment of it is disputed, and nobody has decided.</summary>
    public required bool IsDisputed { get; init; }

    public required DateOnly DueDate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Money Total => new(TotalMinor, Currency);

    public Money Due => new(TotalMinor - PaidMinor, Currency);

    public InvoiceStatus Status => InvoiceStatuses.Of(Stage, TotalMinor - PaidMinor, PaidMinor, IsPending);

    /// <param name="today">The date at the merchant's place.</param>
    public bool IsOverdueOn(DateOnly today) => InvoiceTransitions.Payable.Contains(Stage) && PaidMinor < TotalMinor && DueDate < today;

    /// <summary>The place in the list next to this line.</summary>
    /// <param name="back">Whether what comes before it is meant.</param>
    public ListCursor Beside(InvoiceSort sort, bool back) => new(
        sort,
        sort switch
        {
            InvoiceSort.Created => CreatedAt,
            InvoiceSort.Due => DueDate,
            InvoiceSort.Amount => Total,
            InvoiceSort.Number => Number,
            InvoiceSort.Customer => SortName,
        },
        Id,
        back);
}
