using PayPage.Documents.Layout;
using PayPage.Documents.Pdf;
using PayPage.Documents.Text;
using PayPage.Domain;
using PayPage.Domain.Documents;
using PayPage.Domain.Receipts;
using PayPage.Wording;

namespace PayPage.Documents.Receipts;

/// <summary>The receipt of one payment. All it says of the payment are the facts that were written down when the money came.</summary>
internal sealed class ReceiptPaper
{
    private readonly ReceiptDocument _document;
    private readonly Galley _galley;
    private readonly string _merchant;

    public ReceiptPaper(ReceiptDocument document)
    {
        _document = document;
        var words = Languages.FirstOf([document.Language]);
        _merchant = PrintableText.OneLine(Facts.MerchantName);
        var title = words.Say("Document.ReceiptFrom", ("number", Facts.Number), ("merchant", _merchant));
        var book = new PdfBook(PrintableText.OneLine(title), words.Tag, _merchant, Facts.PaidAt) { IsRightToLeft = words.IsRightToLeft };
        var warning = Facts.Mode == Mode.Test ? words["Document.Test"] : null;
        _galley = new Galley(book, document.Merchant.Paper, words, new Ink(document.Merchant.Color), new PageFurniture(title, warning));
    }

    private ReceiptFacts Facts => _document.Facts;

    private Words Words => _galley.Words;

    private string PaidAt => Words.Moment(Facts.PaidAt, TimeZoneInfo.FindSystemTimeZoneById(Facts.TimeZone));

    public byte[] Print()
    {
        _galley.Bookmark(Words.Say("Document.ReceiptTitle", ("number", Facts.Number)));
        new Letterhead(_galley).Place(_merchant, _document.Logo, Words["Paid.Receipt"], PrintableText.OneLine(Facts.Number), Facts.Mode);
        new Columns(_galley)
            .Next().Add(Words["Paid.To"], _merchant, Clean(Facts.MerchantAddress))
            .Next().Add(Words["Mail.Fact.Customer"], Clean(Facts.CustomerName))
            .Next().Add(Words["Paid.Invoice"], Clean(Facts.InvoiceNumber))
            .Place();
        new CodeBox(Words["Paid.Amount"], Words.Sum(Facts.Amount), [PaidAt])
        {
            Address = _document.Verify,
            AddressLabel = Words["Document.Check"],
            CodeAlt = Words.Say("Document.CodeToCheck", ("address", _document.Verify.AbsoluteUri)),
        }.Place(_galley);
        Table();
        new ClosingWords(_galley).Place(_document.Merchant, _merchant, Clean(Facts.MerchantLegal), _document.Verify);
        return _galley.Finish();
    }

    private void Table()
    {
        var table = new FiguresTable(_galley, _galley.Width, isUnderColumn: false);
        table.Add(Words["Paid.Reference"], Clean(Facts.Reference));
        table.Add(Words["Paid.Invoice"], Clean(Facts.InvoiceNumber));
        table.Add(Words["Paid.With"], Clean(Words.Instrument(Facts.Instrument)));
        table.Add(Words["Paid.Date"], PaidAt);
        table.Add(Words["Document.InvoiceTotal"], Words.Sum(Facts.InvoiceTotal));
        table.Add(Words["Document.Excess"], Facts.OwedBack.Minor > 0 ? Words.Sum(Facts.OwedBack) : null);
        table.Add(Words["Paid.StillDue"], Words.Sum(Facts.Left));

        foreach (var (amount, at) in _document.Refunds)
        {
            var label = at is { } moment
                ? $"{Words["Refund.Given"]}, {Words.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(Facts.TimeZone)).DateTime))}"
                : Words["Refund.UnderWay"];
            table.Add(label, Words.Sum(amount));
        }

        table.Add(Words["Paid.Amount"], Words.Sum(Facts.Amount), isTotal: true);
        table.Place(table.FigureWidth);
    }

    private static string? Clean(string? text) => string.IsNullOrEmpty(text) ? null : PrintableText.Lines(text);
}
