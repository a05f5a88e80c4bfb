using PayPage.Documents.Pdf;
using PayPage.Documents.Text;

namespace PayPage.Documents.Layout;

/// <summary>Words at the start, figures at the end, row under row: an invoice's totals, a receipt's facts. Stays together on one page.</summary>
/// <param name="width">In points.</param>
/// <param name="isUnderColumn">Whether it stands at the end of the line, under a column of amounts, with its figures flush right.</param>
internal sealed class FiguresTable(Galley galley, double width, bool isUnderColumn)
{
    private const double RowGap = 4.5;
    private const double FigureShare = 0.56;

    private readonly List<Row> _rows = [];

    /// <summary>Of the widest of the figures.</summary>
    public double FigureWidth => _rows.Max(row => row.Value.Max(line => line.Width)) + 0.5;

    /// <param name="value">Null or empty: no row.</param>
    public void Add(string label, string? value, bool isTotal = false)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _rows.Add(new Row(label, galley.Quote(value, isTotal ? Ink.Total : Ink.Body, width * FigureShare), isTotal));
        }
    }

    /// <param name="figureWidth">Of the room for figures, at the end.</param>
    public void Place(double figureWidth)
    {
        var table = galley.Root.Add("Table");
        var labels = _rows.ConvertAll(row => galley.Quote(row.Label, row.IsTotal ? Ink.Total : Ink.Body, width - row.Value.Max(line => line.Width) - Galley.Gap));
        var heights = _rows.Zip(labels, (row, label) => Math.Max(Galley.Height(label), Galley.Height(row.Value)) + RowGap).ToList();
        galley.Need(heights.Sum() + (2 * RowGap));
        var x = isUnderColumn ? Galley.Margin + galley.Width - width : Galley.Margin;

        for (var i = 0; i < _rows.Count; i++)
        {
            if (_rows[i].IsTotal)
            {
                galley.Sheet.Rule(x, galley.Y + 1, width, galley.Ink.Brand, 1);
                galley.Y += RowGap;
            }

            var (tag, y) = (table.Add("TR"), galley.Y + (RowGap / 2));
            galley.Sheet.Text(labels[i], x, y, width, Side.Start, tag.Add(new PdfTag("TH") { Scope = "Row" }));
            galley.Sheet.Text(_rows[i].Value, x + width - figureWidth, y, figureWidth, isUnderColumn ? galley.FigureSide : Side.End, tag.Add("TD"));
            galley.Y += heights[i];

            if (!isUnderColumn && !_rows[i].IsTotal)
            {
                galley.Sheet.Rule(x, galley.Y, width, Ink.Hairline);
            }
        }

        galley.Y += Galley.Gap;
    }

    private sealed record Row(string Label, List<TextLine> Value, bool IsTotal);
}
