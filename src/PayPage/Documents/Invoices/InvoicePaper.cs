using PayPage.Documents.Layout;
using PayPage.Documents.Pdf;
using PayPage.Documents.Text;
using PayPage.Domain;
using PayPage.Domain.Documents;
using PayPage.Domain.Invoices;
using PayPage.Wording;

namespace PayPage.Documents.Invoices;

/// <summary>An invoice as it is sent to people: who, how much, by when, and how to pay it, all on the first half of the first page.</summary>
internal sealed class InvoicePaper
{
    private const double TotalsWidth = 260;

    private readonly InvoiceDocument _document;
    private readonly Galley _galley;
    private readonly string _merchant;
    private readonly string _number;

    public InvoicePaper(InvoiceDocument document)
    {
        _document = document;
        var words = Languages.FirstOf([document.Language]);
        _merchant = PrintableText.OneLine(document.Merchant.Name);
        _number = PrintableText.OneLine(document.Invoice.Number);
        var title = words.Say("Mail.Invoice.Subject", ("number", _number), ("merchant", _merchant));
        var at = document.Invoice.IssuedAt ?? document.Invoice.CreatedAt;
        var book = new PdfBook(PrintableText.OneLine(title), words.Tag, _merchant, at) { IsRightToLeft = words.IsRightToLeft };
        var warning = document.Invoice.Mode == Mode.Test ? words["Document.Test"] : null;
        _galley = new Galley(book, document.Merchant.Paper, words, new Ink(document.Merchant.Color), new PageFurniture(title, warning));
    }

    private Invoice Invoice => _document.Invoice;

    private Words Words => _galley.Words;

    public byte[] Print()
    {
        _galley.Bookmark(Words.Say("Document.InvoiceTitle", ("number", _number)));
        new Letterhead(_galley).Place(_merchant, _document.Logo, Words["Paid.Invoice"], _number, Invoice.Mode);
        Parties();
        PayBox().Place(_galley);
        Free(Invoice.Description, Ink.Body);

        LinesAndTotals();
        Instructions();
        new ClosingWords(_galley).Place(_document.Merchant, _merchant, Legal() is { Length: > 0 } text ? PrintableText.Lines(text) : null, _document.PayLink);
        return _galley.Finish();
    }

    private string Legal()
    {
        var merchant = _document.Merchant;
        var vat = merchant is { ShowsVatNumber: true, VatNumber: { } number } ? Words.Say("Invoice.Labelled", ("label", Words["Invoice.VatNumber"]), ("value", number)) : null;
        return string.Join('\n', new[] { merchant.Legal, vat }.OfType<string>());
    }

    private void Parties()
    {
        var zone = _document.Merchant.Zone;
        var columns = new Columns(_galley)
            .Next().Add(Words["Document.From"], _merchant, Clean(_document.Merchant.LegalName), Clean(_document.Merchant.Address))
            .Next().Add(Words["Document.To"], Clean(Invoice.BillTo.Name), Clean(Invoice.BillTo.CompanyName), Clean(Invoice.BillTo.Address))
            .Next();

        if (Invoice.IssuedAt is { } at)
        {
            columns.Add(Words["Document.IssueDate"], Words.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime)));
        }

        columns.Add(Words["Mail.Fact.DueDate"], Words.Date(Invoice.DueDate)).Place();
    }

    /// <summary>How much is owed and how to pay it; where it cannot be paid, why.</summary>
    private CodeBox PayBox()
    {
        var due = Words.Say("Invoice.DueOn", ("date", Words.Date(Invoice.DueDate)));
        var sum = Words.Sum(Invoice.Due);
        var progress = Words.Say("Invoice.Progress", ("paid", Sum(Invoice.Paid)), ("total", Sum(Invoice.Total)));
        var parts = Invoice.Paid > 0 ? [due, progress] : new List<string> { due };

        return (_document.PayLink, Invoice) switch
        {
            ({ } link, _) => new CodeBox(Words["Invoice.Due"], sum, parts)
            {
                Address = link,
                AddressLabel = Words["Document.Scan"],
                CodeAlt = Words.Say("Document.CodeToPay", ("address", link.AbsoluteUri)),
                Button = Words["Document.PayOnline"],
            },
            (_, { Stage: InvoiceStage.Canceled }) => new CodeBox(
                Words["Canceled.Title"], Sum: null, [Words.Say("Canceled.Text", ("merchant", _merchant), ("number", _number))]),
            (_, { Due.Minor: <= 0 }) => new CodeBox(Words["Mail.Receipt.Full"], Sum: null, [progress]),
            (_, { Stage: InvoiceStage.Draft }) => new CodeBox(Words["Invoice.Due"], sum, [due, Words["Document.Draft"]]),
            _ => new CodeBox(Words["Invoice.Due"], sum, [.. parts, Words.Say("Expired.Ask", ("merchant", _merchant))]),
        };
    }

    private void LinesAndTotals()
    {
        var totals = Totals();
        var width = totals.FigureWidth;

        if (Invoice.Lines is { Count: > 0 } lines)
        {
            var table = new LinesTable(_galley, lines, Invoice.Currency, width);
            table.Place();
            width = table.AmountWidth;
        }

        totals.Place(width);
    }

    private FiguresTable Totals()
    {
        var amounts = Invoice.Amounts;
        var table = new FiguresTable(_galley, TotalsWidth, isUnderColumn: true);
        var isPlain = amounts.Lines == Invoice.Total;
        var percent = amounts.TaxRate is { Value: > 0 } rate ? $" ({Words.Percent(rate)})" : "";
        var freightPercent = amounts.FreightTaxRate is { Value: > 0 } freight ? $" ({Words.Percent(freight)})" : "";

        table.Add(Words["Invoice.Subtotal"], isPlain ? null : Sum(amounts.Lines));
        table.Add(Words["Invoice.Discount"], amounts.Discount > 0 ? Sum(-amounts.Discount) : null);
        table.Add((Clean(amounts.TaxType) ?? Words["Invoice.Tax"]) + percent, amounts.Tax > 0 ? Sum(amounts.Tax) : null);
        table.Add(Words["Invoice.Freight"], amounts.Freight > 0 ? Sum(amounts.Freight) : null);
        table.Add(Words["Invoice.FreightTax"] + freightPercent, amounts.FreightTax > 0 ? Sum(amounts.FreightTax) : null);
        table.Add(Words["Invoice.Total"], Sum(Invoice.Total));
        table.Add(Words["Invoice.PaidSoFar"], Sum(Invoice.Paid));
        table.Add(Words["Invoice.Due"], Invoice.Stage == InvoiceStage.Canceled ? null : Words.Sum(Invoice.Due), isTotal: true);
        return table;
    }

    private void Instructions()
    {
        if (Invoice.Instructions is { Length: > 0 } instructions)
        {
            _galley.Need(Ink.Strong.Leading * 4);
            _galley.Bookmark(Words["Document.Note"]);
            _galley.Place(_galley.Say(Words["Document.Note"], Ink.Strong, _galley.Width), _galley.Root.Add("H2"));
            Free(instructions, Ink.Body);
        }
    }

    /// <summary>The merchant's own words, as long as they are.</summary>
    private void Free(string? text, TextStyle style)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _galley.Place(_galley.Quote(PrintableText.Lines(text), style, _galley.Width), _galley.Root.Add("P"));
            _galley.Y += Galley.Gap;
        }
    }

    private string Sum(long minor) => Words.Sum(new Money(minor, Invoice.Currency));

    private static string? Clean(string? text) => string.IsNullOrEmpty(text) ? null : PrintableText.Lines(text);
}
