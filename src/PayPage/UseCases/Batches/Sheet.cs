using System.Globalization;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Csv;

namespace PayPage.UseCases.Batches;

/// <summary>The rows of one file as they are taken apart: which belong together, and what their figures and dates prove. Keeps no row.</summary>
internal sealed class Sheet(BatchId id, FileColumns columns, int headerLine)
{
    /// <summary>More than an invoice may have, so that its judge says so; and no more, so that a judge never holds a whole file.</summary>
    private const int MostRowsPerInvoice = 40;

    private readonly MarkEvidence _marks = new();
    private readonly MarkEvidence _rates = new();
    private readonly DateEvidence _dates = new();
    private string _number = "";
    private int _head;
    private int _rowsOfHead;

    public int Count { get; private set; }

    /// <returns>Null for what is no row of data: the header, what stands above it, and blank rows.</returns>
    /// <exception cref="UnreadableFileException">There are more rows than a file may have.</exception>
    public BatchRow? Take(FileRow row)
    {
        if (row.Line > headerLine + (2 * Batch.MostRows))
        {
            throw TooMany();    // blank ones cost time too
        }

        if (row.Line <= headerLine || row.IsBlank)
        {
            return null;
        }

        if (++Count > Batch.MostRows)
        {
            throw TooMany();
        }

        var number = NumberOf(row);
        Join(row.Line, number);
        See(row);

        var cells = row.Cells.Take(BatchRow.MostCells).Select(Kept).ToList();
        var taken = new BatchRow { BatchId = id, Line = row.Line, HeadLine = _head, Cells = cells, Key = RowKey.Of(number, row.Line) };

        if (Damage(row) is { } damage)
        {
            taken.Disapprove([new RowFault(null, null, damage)]);
        }

        return taken;
    }

    /// <returns>How the file is read, why, and whether nothing is left to ask.</returns>
    public (FileFormat Format, IReadOnlyList<Finding> Findings, bool IsSure) Conclude(FileFormat wished, FindShape.Shape shape)
    {
        var (mark, aboutMark) = (_marks.IsEmpty ? _rates : _marks).Conclude();
        var (order, aboutDates) = _dates.Conclude();
        var isFort = columns.Dialect == FileDialect.Fort;
        var aboutUnit = new Finding(FileAspect.AmountUnit, isFort
            ? "The columns have PayFort’s names, and PayFort counts the currency’s smallest unit: 1250 is 12.50."
            : "Amounts count whole units with their decimals: 12.50 is twelve and a half.");
        var found = new FileFormat
        {
            Encoding = shape.Encoding,
            Delimiter = shape.Delimiter,
            DecimalMark = isFort ? DecimalMark.Point : mark,
            DateOrder = isFort ? DateOrder.YearFirst : order,
            AmountUnit = isFort ? AmountUnit.Minor : AmountUnit.Major,
        };
        var format = wished.Or(found);

        return (
            format,
            [
                shape.DelimiterFinding,
                wished.DecimalMark == mark || wished.DecimalMark is null ? aboutMark : aboutMark with { Sentence = WhatWasSaid.Of(wished.DecimalMark.Value) },
                wished.DateOrder == order || wished.DateOrder is null ? aboutDates : aboutDates with { Sentence = WhatWasSaid.Of(wished.DateOrder.Value) },
                wished.AmountUnit == found.AmountUnit || wished.AmountUnit is null ? aboutUnit : aboutUnit with { Sentence = WhatWasSaid.Of(wished.AmountUnit.Value) },
            ],
            format is { DecimalMark: not null, DateOrder: not null });
    }

    /// <summary>Rows below each other with the same number are one invoice, where rows can be lines at all.</summary>
    private void Join(int line, string number)
    {
        if (columns.HasLines && number.Length > 0 && number == _number && _rowsOfHead < MostRowsPerInvoice)
        {
            _rowsOfHead++;
            return;
        }

        (_number, _head, _rowsOfHead) = (number, line, 1);
    }

    private void See(FileRow row)
    {
        foreach (var (column, cell) in columns.Cells(row.Cells))
        {
            if (column.Kind is ColumnKind.Amount or ColumnKind.Figure)
            {
                _marks.See(row.Line, cell);
            }
            else if (column.Kind == ColumnKind.Percent)
            {
                _rates.See(row.Line, cell);
            }
            else if (column.Kind == ColumnKind.Date)
            {
                _dates.See(row.Line, cell);
            }
        }
    }

    private string? Damage(FileRow row) =>
        row.IsTorn ? "A quote (\") stands in the middle of a cell here, so nobody can be sure where the cell ends. Put the whole cell between quotes, and write two quotes for one that is meant."
        : row.Cells.Skip(columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)) ? string.Create(
            CultureInfo.InvariantCulture,
            $"This row has {row.Cells.Count} cells and the header {columns.Count}. Perhaps a text holds the sign that divides cells: put it between quotes.")
        : row.Cells.Any(cell => cell.Length > BatchRow.MostCellLetters) ? string.Create(
            CultureInfo.InvariantCulture, $"A cell of this row is longer than {BatchRow.MostCellLetters:N0} letters. Perhaps a quote (\") is not closed.")
        : null;

    private string NumberOf(FileRow row) =>
        columns.Cell(row.Cells, columns.Dialect == FileDialect.Fort ? FortColumns.Reference : HouseColumns.Number).Trim();

    private static UnreadableFileException TooMany() =>
        new(string.Create(CultureInfo.InvariantCulture, $"The file has more than {Batch.MostRows:N0} rows. Split it into several files."));

    private static string Kept(string cell)
    {
        var meant = CsvCell.Unguarded(cell);
        return meant.Length <= BatchRow.MostCellLetters ? meant : meant[..BatchRow.MostCellLetters];
    }
}
