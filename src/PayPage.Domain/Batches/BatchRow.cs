using PayPage.Domain.Invoices;

namespace PayPage.Domain.Batches;

/// <summary>One row of a file, and what became of it.</summary>
/// <remarks>Read and judged by workers in slices; each slice is one unit of work, so a row is never half done.</remarks>
public sealed class BatchRow
{
    private string _key = "";

    public const int KeyLength = 64;
    public const int MostCells = 100;

    /// <summary>Longer than any field may be; what is longer still is no row of ours.</summary>
    public const int MostCellLetters = 10_000;

    public required BatchId BatchId { get; init; }

    /// <summary>As a spreadsheet counts: the header is 1, unless explanations stand above it.</summary>
    public required int Line { get; init; }

    /// <summary>The first row of the invoice that this row belongs to: itself, or one above it whose number it repeats.</summary>
    public required int HeadLine { get; init; }

    /// <summary>What stood in it, in the order of the header.</summary>
    public required IReadOnlyList<string> Cells { get; init; }

    /// <summary>What makes it this row and no other: its invoice's number, or else all that it says (see <see cref="Sheets.RowKey"/>).</summary>
    public required string Key { get => _key; init => _key = value; }

    public BatchRowState State { get; private set; }

    /// <summary>What is wrong with it; none where nothing is.</summary>
    public IReadOnlyList<RowFault> Faults { get; private set; } = [];

    /// <summary>What the invoice comes to, on its first row; null where that is not known.</summary>
    public long? Total { get; private set; }

    public Currency? Currency { get; private set; }

    /// <summary>Null until it is one.</summary>
    public InvoiceId? InvoiceId { get; private set; }

    /// <summary>Null until it is one.</summary>
    public string? InvoiceNumber { get; private set; }

    public bool IsHead => Line == HeadLine;

    /// <param name="key">Of the invoice that it becomes; null for further rows of one.</param>
    public void Approve(Money? total, string? key)
    {
        (State, Faults, _key) = (BatchRowState.Good, [], key ?? _key);
        (Total, Currency) = (total?.Minor, total?.Currency);
    }

    /// <param name="faults">At least one.</param>
    public void Disapprove(IReadOnlyList<RowFault> faults)
    {
        if (faults.Count == 0)
        {
            throw new InvariantException("A row is wrong for a reason.");
        }

        (State, Faults, Total, Currency) = (BatchRowState.Bad, faults, null, null);
    }

    public void BecomeInvoice(InvoiceId id, string number) => (State, InvoiceId, InvoiceNumber) = (BatchRowState.Created, id, number);

    /// <summary>It was good when it was judged, and cannot be made any more.</summary>
    public void Reject(RowFault fault) => (State, Faults) = (BatchRowState.Rejected, [fault]);
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Column">As the file calls it; null where the row as a whole is meant.</param>
/// <param name="Field">Our own path of it (<see cref="Invoices.Intake.ProposalFields"/>), for doors that have codes for faults; null where none is meant.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record RowFault(string? Column, string? Field, string Message);

public enum BatchRowState
{
    /// <summary>Not judged yet.</summary>
    Waiting,

    /// <summary>May become an invoice, or a part of one.</summary>
    Good,

    /// <summary>Does not keep the rules; see its faults.</summary>
    Bad,

    /// <summary>Is an invoice, or a part of one.</summary>
    Created,

    /// <summary>Was good, but when its turn came it could not be made any more.</summary>
    Rejected,
}
