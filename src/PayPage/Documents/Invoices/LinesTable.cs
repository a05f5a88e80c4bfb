using PayPage.Documents.Layout;
using PayPage.Documents.Pdf;
using PayPage.Documents.Text;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Wording;

namespace PayPage.Documents.Invoices;

/// <summary>What is charged for, row by row. A row stays whole, and the head stands again on each page.</summary>
internal sealed class LinesTable
{
    private const double RowPadding = 5;
    private const double HeadHeight = 19;
    private const double ColumnGap = 14;
    private const double WidestFigures = 128;

    private readonly Galley _galley;
    private readonly IReadOnlyList<InvoiceLine> _lines;
    private readonly Currency _currency;
    private readonly List<Column> _columns;

    /// <param name="sumWidth">Of the sums that will stand under the column of amounts, so that both can stand flush.</param>
    public LinesTable(Galley galley, IReadOnlyList<InvoiceLine> lines, Currency currency, double sumWidth)
    {
        (_galley, _lines, _currency) = (galley, lines, currency);
        var words = galley.Words;
        _columns =
        [
            Figures(words["Document.Quantity"], 0, line => words.Count(line.Quantity)),
            Figures(words["Document.UnitPrice"], 0, line => words.Price(line, currency)),
            Figures(words["Invoice.Amount"], sumWidth, line => words.Sum(new Money(line.Total, currency))),
        ];
    }

    public double AmountWidth => _columns[^1].Width;

    private double ItemWidth => _galley.Width - _columns.Sum(column => column.Width + ColumnGap);

    public void Place()
    {
        var table = _galley.Root.Add("Table");
        var first = Rows().First();
        _galley.Need(HeadHeight + first.Height);
        _galley.Bookmark(_galley.Words["Document.Items"]);
        Head(table.Add("THead").Add("TR"));
        var body = table.Add("TBody");

        foreach (var row in Rows())
        {
            if (_galley.Need(row.Height))
            {
                Head(tag: null);
            }

            Place(row, body.Add("TR"));
        }

        _galley.Y += Galley.Gap / 2;
    }

    private IEnumerable<Row> Rows()
    {
        foreach (var line in _lines)
        {
            var item = _galley.Quote(PrintableText.OneLine(line.Name), Ink.Body, ItemWidth);

            if (Notes(line) is { Length: > 0 } notes)
            {
                item.AddRange(_galley.Say(notes, Ink.Small, ItemWidth));
            }

            var figures = _columns.ConvertAll(column => _galley.Quote(column.Figure(line), Ink.Body, column.Width));
            yield return new Row(item, figures, Math.Max(Galley.Height(item), figures.Max(Galley.Height)) + (2 * RowPadding));
        }
    }

    /// <summary>The merchant's code for it, and what was taken off or put on.</summary>
    private string Notes(InvoiceLine line)
    {
        var words = _galley.Words;
        string?[] notes =
        [
            line.Sku is { Length: > 0 } sku ? PrintableText.OneLine(sku) : null,
            line.Discount > 0 ? words.Say("Invoice.LineDiscount", ("amount", words.Sum(new Money(line.Discount, _currency)))) : null,
            line.Tax > 0 ? words.Say("Invoice.LineTax", ("amount", words.Sum(new Money(line.Tax, _currency)))) : null,
        ];
        return string.Join(" · ", notes.Where(note => note is not null));
    }

    /// <param name="tag">The row of headings; null where they only stand again.</param>
    private void Head(PdfTag? tag)
    {
        var (sheet, y) = (_galley.Sheet, _galley.Y);
        sheet.Text(_galley.Say(_galley.Words["Invoice.Item"], Ink.Head, ItemWidth), Galley.Margin, y, ItemWidth, Side.Start, Heading(tag));
        var x = Galley.Margin + ItemWidth;

        foreach (var column in _columns)
        {
            sheet.Text(_galley.Say(column.Title, Ink.Head, column.Width), x + ColumnGap, y, column.Width, _galley.FigureSide, Heading(tag));
            x += ColumnGap + column.Width;
        }

        _galley.Y += HeadHeight - RowPadding;
        sheet.Rule(Galley.Margin, _galley.Y, _galley.Width, _galley.Ink.Brand, 1);
    }

    private static PdfTag? Heading(PdfTag? row) => row?.Add(new PdfTag("TH") { Scope = "Column" });

    private void Place(Row row, PdfTag tag)
    {
        var (sheet, y, x) = (_galley.Sheet, _galley.Y + RowPadding, Galley.Margin + ItemWidth);
        sheet.Text(row.Item, Galley.Margin, y, ItemWidth, Side.Start, tag.Add("TD"));

        for (var i = 0; i < _columns.Count; i++)
        {
            sheet.Text(row.Figures[i], x + ColumnGap, y, _columns[i].Width, _galley.FigureSide, tag.Add("TD"));
            x += ColumnGap + _columns[i].Width;
        }

        _galley.Y += row.Height;
        sheet.Rule(Galley.Margin, _galley.Y, _galley.Width, Ink.Hairline);
    }

    /// <summary>As wide as the widest of its figures.</summary>
    private Column Figures(string title, double least, Func<InvoiceLine, string> figure)
    {
        var needed = _lines.Select(line => _galley.Quote(figure(line), Ink.Body, double.MaxValue)[0].Width)
            .Append(_galley.Say(title, Ink.Head, double.MaxValue)[0].Width).Max();
        return new Column(title, Math.Max(least, Math.Min(needed + 0.5, WidestFigures)), figure);
    }

    private sealed record Column(string Title, double Width, Func<InvoiceLine, string> Figure);

    private sealed record Row(List<TextLine> Item, List<List<TextLine>> Figures, double Height);
}
