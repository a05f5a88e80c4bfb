#nullable disable
using System.ComponentModel;

namespace PayPage.Api.Description.Shapes;

/// <summary>A file of invoices.</summary>
internal sealed record Batch
{
    public required string Id { get; init; }

    public required string Reference { get; init; }

    public required string Name { get; init; }

    [Description("uploading, validating, needs-answer, validated, refused, held, processing, processed or discarded.")]
    public required string Status { get; init; }

    public required string CreatedAt { get; init; }

    [Description("Why the file as a whole was refused.")]
    public string Refusal { get; init; }

    public required RowCounts Rows { get; init; }

    public required InvoiceCounts Invoices { get; init; }

    [Description("What was found out about how the file is written.")]
    public required IReadOnlyList<string> Findings { get; init; }

    internal sealed record RowCounts
    {
        public required int Total { get; init; }

        public required int Waiting { get; init; }

        public required int Good { get; init; }

        public required int Created { get; init; }

        public required int Rejected { get; init; }
    }

    internal sealed record InvoiceCounts
    {
        public required int Good { get; init; }

        public required int Bad { get; init; }

        public required int Created { get; init; }

        public required int Rejected { get; init; }
    }
}

/// <summary>GET /api/v1/batches/{id}/rows.</summary>
internal sealed record BatchRows
{
    public required IReadOnlyList<Row> Rows { get; init; }

    [OrNull, Description("The address of the next rows; null after the last.")]
    public required string Next { get; init; }

    internal sealed record Row
    {
        [Description("As in the file: the header is line 1.")]
        public required int Line { get; init; }

        [Description("waiting, good, created or rejected.")]
        public required string Status { get; init; }

        public string Amount { get; init; }

        public string Currency { get; init; }

        public string InvoiceNumber { get; init; }

        public required IReadOnlyList<Mistake> Faults { get; init; }
    }

    internal sealed record Mistake
    {
        public string Column { get; init; }

        public required string Message { get; init; }
    }
}
