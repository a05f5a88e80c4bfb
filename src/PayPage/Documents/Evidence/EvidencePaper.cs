using PayPage.Documents.Layout;
using PayPage.Documents.Pdf;
using PayPage.Documents.Text;
using PayPage.Domain;
using PayPage.Domain.Documents;
using PayPage.Wording;

namespace PayPage.Documents.Evidence;

/// <summary>The history of one payment for a bank: who, what, how much, and what happened when. Times are the world's, so that they can be held against a bank's own.</summary>
internal sealed class EvidencePaper
{
    private const double RowGap = 5;
    private const double WhenShare = 0.3;

    private readonly EvidenceDocument _document;
    private readonly Galley _galley;
    private readonly string _merchant;
    private readonly string _number;

    public EvidencePaper(EvidenceDocument document)
    {
        _document = document;
        _merchant = PrintableText.OneLine(document.Merchant.Name);
        _number = PrintableText.OneLine(document.Invoice.Number);
        var words = Languages.Default;
        var title = $"Evidence for dispute {PrintableText.OneLine(document.DisputeReference)}";
        var book = new PdfBook(title, words.Tag, _merchant, document.MadeAt);
        var warning = document.Invoice.Mode == Mode.Test ? words["Document.Test"] : null;
        _galley = new Galley(book, document.Merchant.Paper, words, new Ink(document.Merchant.Color), new PageFurniture(title, warning));
    }

    private Words Words => _galley.Words;

    public byte[] Print()
    {
        var (document, payment) = (_document, _document.Payment);
        _galley.Bookmark("Evidence");
        new Letterhead(_galley).Place(_merchant, document.Logo, "Evidence", PrintableText.OneLine(payment.Reference), document.Invoice.Mode);
        new Columns(_galley)
            .Next().Add("Merchant", _merchant, Clean(document.Merchant.Address), Clean(document.Merchant.Email))
            .Next().Add("Customer", Clean(document.Customer), Clean(document.Payer))
            .Next().Add("Invoice", _number)
            .Place();

        var facts = new FiguresTable(_galley, _galley.Width, isUnderColumn: false);
        facts.Add("Dispute", PrintableText.OneLine(document.DisputeReference));
        facts.Add("Payment", PrintableText.OneLine(payment.Reference));
        facts.Add("Payment at the processor", Clean(payment.ProcessorReference));
        facts.Add("Paid with", Clean(payment.Instrument));
        facts.Add("Paid on", payment.SettledAt is { } paid ? Words.Universal(paid) : null);
        facts.Add("For", Clean(document.Invoice.Description));
        facts.Add("Paid", Words.Sum(payment.Amount));
        facts.Add("Disputed", Words.Sum(document.Disputed), isTotal: true);
        facts.Place(facts.FigureWidth);

        History();
        new ClosingWords(_galley).Place(document.Merchant, _merchant, null, null);
        return _galley.Finish();
    }

    private void History()
    {
        var whenWidth = _galley.Width * WhenShare;
        var whatWidth = _galley.Width - whenWidth - Galley.Gap;
        var heading = _galley.Say("What happened", Ink.Total, _galley.Width);
        _galley.Need(Galley.Height(heading) + (4 * RowGap));
        _galley.Bookmark("What happened");
        _galley.Place(heading, _galley.Root.Add("H2"));
        _galley.Y += RowGap;
        var table = _galley.Root.Add("Table");

        foreach (var happened in _document.Events)
        {
            var (when, what) = (_galley.Say(Words.Universal(happened.At), Ink.Body, whenWidth), _galley.Say(PrintableText.OneLine(happened.What), Ink.Body, whatWidth));
            var height = Math.Max(Galley.Height(when), Galley.Height(what)) + RowGap;
            _galley.Need(height);
            var row = table.Add("TR");
            _galley.Sheet.Text(when, Galley.Margin, _galley.Y, whenWidth, Side.Start, row.Add(new PdfTag("TH") { Scope = "Row" }));
            _galley.Sheet.Text(what, Galley.Margin + whenWidth + Galley.Gap, _galley.Y, whatWidth, Side.Start, row.Add("TD"));
            _galley.Y += height;
            _galley.Sheet.Rule(Galley.Margin, _galley.Y - (RowGap / 2), _galley.Width, Ink.Hairline);
        }

        _galley.Y += Galley.Gap;
    }

    private static string? Clean(string? text) => string.IsNullOrEmpty(text) ? null : PrintableText.Lines(text);
}
