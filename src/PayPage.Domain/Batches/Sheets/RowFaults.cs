using System.Globalization;
using System.Text.RegularExpressions;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>What is wrong with the rows of one invoice, each thing at the row and column where it stands.</summary>
internal sealed partial class RowFaults(FileColumns columns, IReadOnlyList<BatchRow> rows)
{
    private readonly Dictionary<int, IReadOnlyList<RowFault>> _byLine = [];
    private readonly List<BatchRow> _rowOfLine = [];

    public IReadOnlyDictionary<int, IReadOnlyList<RowFault>> ByLine => _byLine;

    /// <summary>The next line of the invoice stands in this row.</summary>
    public void LineStandsIn(BatchRow row) => _rowOfLine.Add(row);

    public void OfRow(BatchRow row, string message) => Add(row, new RowFault(null, null, message));

    /// <param name="path">One of <see cref="ProposalFields"/>, perhaps of a line.</param>
    public void OfField(string path, string message)
    {
        var (row, column) = Place(path);
        Add(row, new RowFault(column is null ? null : columns.NameOf(column), path, message));
    }

    /// <summary>The rows of one invoice say the same of it, or nothing.</summary>
    public void CompareWithFirst(BatchRow row)
    {
        var first = rows[0];

        if (row == first)
        {
            return;
        }

        foreach (var (column, cell) in columns.Cells(row.Cells).Where(pair => !pair.Column.OfLine && !string.IsNullOrWhiteSpace(pair.Cell)))
        {
            if (cell.Trim() != columns.Cell(first.Cells, column.Name).Trim())
            {
                Add(row, new RowFault(columns.NameOf(column), column.Field, string.Create(
                    CultureInfo.InvariantCulture, $"This differs from line {first.Line}, which has the same invoice number. Write the same there and here, or leave it empty here.")));
            }
        }
    }

    private (BatchRow Row, BatchColumn? Column) Place(string path)
    {
        var all = FileColumns.Of(columns.Dialect);
        var line = LinePath().Match(path);

        return line.Success && int.Parse(line.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) is var index && index < _rowOfLine.Count
            ? (_rowOfLine[index], all.FirstOrDefault(column => column.OfLine && column.Field == line.Groups["member"].Value))
            : (rows[0], all.FirstOrDefault(column => !column.OfLine && column.Field == path));
    }

    private void Add(BatchRow row, RowFault fault) =>
        _byLine[row.Line] = _byLine.TryGetValue(row.Line, out var before) ? [.. before, fault] : [fault];

    [GeneratedRegex(@"^lines\[(?<index>[0-9]{1,4})\](?:\.(?<member>.+))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LinePath();
}
