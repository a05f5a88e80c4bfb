using PayPage.Domain.Merchants;

namespace PayPage.Domain.Invoices;

/// <summary>What colleagues tell each other about an invoice. No payer ever sees it.</summary>
public sealed class InvoiceNote
{
    public const int TextLength = 2000;

    public required InvoiceNoteId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required InvoiceId InvoiceId { get; init; }

    public required string Text { get; init; }

    /// <summary>The id of whoever wrote it.</summary>
    public required string Actor { get; init; }

    public required DateTimeOffset At { get; init; }
}
