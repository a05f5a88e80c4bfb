using PayPage.Domain;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>One line of the list that machines leaf through.</summary>
internal sealed record ListedInvoice
{
    public required InvoiceId Id { get; init; }

    public required string Number { get; init; }

    public required BillTo BillTo { get; init; }

    public required InvoiceStage Stage { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Minor units, as the next two.</summary>
    public required long Total { get; init; }

    public required long Paid { get; init; }

    public required long Reserved { get; init; }

    /// <summary>Whether bank money for it is on its way.</summary>
    public required bool IsPending { get; init; }

    public required DateOnly DueDate { get; init; }

    public required DateOnly? ExpirationDate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public InvoiceStatus Status => InvoiceStatuses.Of(Stage, Total - Paid, Paid, IsPending);
}
