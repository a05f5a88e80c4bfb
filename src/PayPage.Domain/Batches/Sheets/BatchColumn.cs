using PayPage.Domain.Invoices.Intake;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>A column that a file may have.</summary>
/// <param name="Name">As we write it. Files may write spaces or hyphens for the underscores, and capitals.</param>
/// <param name="Field">The path of <see cref="ProposalFields"/>, or of <see cref="LineFields"/> where <see cref="OfLine"/> is set.</param>
/// <param name="Kind">How its cells are made plain.</param>
/// <param name="About">For the merchant: what stands in it.</param>
/// <param name="Example">A cell of the template.</param>
public sealed record BatchColumn(string Name, string Field, ColumnKind Kind, string About, string Example = "")
{
    /// <summary>Names by which other systems call the same.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether each row has its own, and not the invoice as a whole.</summary>
    public bool OfLine { get; init; }

    /// <summary>Whether a file without it cannot be read.</summary>
    public ColumnNeed Need { get; init; }

    /// <summary>Writes a cell into a proposal; null for columns of lines and for those that are no part of an invoice.</summary>
    public Func<InvoiceProposal, string, InvoiceProposal>? Set { get; init; }

    /// <summary>Writes a cell into a line; null for columns of the invoice.</summary>
    public Func<LineProposal, string, LineProposal>? SetLine { get; init; }
}

public enum ColumnKind
{
    Text,

    /// <summary>A sum in the row's currency: its decimal mark and unit are the file's.</summary>
    Amount,

    /// <summary>A price or a quantity: its decimal mark is the file's.</summary>
    Figure,

    /// <summary>A percentage: what it shows of decimal marks counts only where no sum shows anything.</summary>
    Percent,

    Date,

    /// <summary>A point in time with its zone, of which the date counts.</summary>
    Instant,

    Flag,

    Currency,

    Phone,

    Delivery,

    /// <summary>A word that must be one and the same in each row.</summary>
    Command,
}

public enum ColumnNeed
{
    Optional,

    /// <summary>The column must be there, and each invoice must have something in it.</summary>
    Required,

    /// <summary>One of two columns must be there (amount or lines, description or lines): the judge of invoices says more.</summary>
    OneOfTwo,
}
