using PayPage.Documents.Pdf;

namespace PayPage.Documents.Layout;

/// <summary>Words at the start, figures at the end, row under row: an invoice's totals, a receipt's facts. Stays together on one page.</summary>
/// <param name="width">In points.</param>
/// <param name="isAtEnd">Whether it stands at the end of the line, under a column of amounts.</param>
internal sealed class FiguresTable(Galley galley, double width, bool isAtEnd)
{
    private const double RowGap = 5;
    private const double FigureShare = 0.56;

    private readonly List<(string Label, string Value, bool IsTotal)> _rows = [];

    public void Add(string label, string? value, bool isTotal = false)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _rows.Add((label, value, isTotal));
        }
    }

    public void Place()
    {
        var table = galley.Root.Add("Table");
        var rows = _rows.ConvertAll(row =>
        {
            var value = galley.Quote(row.Value, row.IsTotal ? Ink.Total : Ink.Body, width * FigureShare);
            var room = width - value.Max(line => line.Width) - Galley.Gap;
            var label = galley.Quote(row.Label, row.IsTotal ? Ink.Total : Ink.Body, room);
            return (Label: label, Value: value, row.IsTotal, Height: Math.Max(Galley.Height(label), Galley.Height(value)) + RowGap, Room: room);
        });

        galley.Need(rows.Sum(row => row.Height + (row.IsTotal ? RowGap : 0)));
        var x = isAtEnd ? Galley.Margin + galley.Width - width : Galley.Margin;

        foreach (var row in rows)
        {
            if (row.IsTotal)
            {
                galley.Sheet.Rule(x, galley.Y + 1, width, galley.Ink.Brand, 1);
                galley.Y += RowGap;
            }

            var tag = table.Add("TR");
            galley.Sheet.Text(row.Label, x, galley.Y + (RowGap / 2), row.Room, Side.Start, tag.Add(new PdfTag("TH") { Scope = "Row" }));
            galley.Sheet.Text(row.Value, x, galley.Y + (RowGap / 2), width, Side.End, tag.Add("TD"));
            galley.Y += row.Height;

            if (!row.IsTotal && !isAtEnd)
            {
                galley.Sheet.Rule(x, galley.Y, width, Ink.Hairline);
            }
        }

        galley.Y += Galley.Gap;
    }
}
