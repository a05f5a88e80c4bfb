using PayPage.Documents.Text;

namespace PayPage.Documents.Layout;

/// <summary>An address in letters behind our words for it: a paper cannot be clicked, but on a screen it can. Under the words where both do not fit on one line.</summary>
internal sealed class WrittenAddress
{
    private const double WordGap = 6;

    private readonly Galley _galley;
    private readonly Uri _address;
    private readonly List<TextLine> _label;
    private readonly List<TextLine> _letters;
    private readonly double _width;

    /// <param name="width">In points.</param>
    public WrittenAddress(Galley galley, string label, Uri address, double width)
    {
        (_galley, _address, _width) = (galley, address, width);
        _label = galley.Say(label, Ink.Small, width);
        _letters = galley.Quote(address.AbsoluteUri, galley.Ink.Url, width);
    }

    public double Height => IsOneLine ? _galley.Ink.Url.Leading : Galley.Height(_label) + Galley.Height(_letters);

    private bool IsOneLine => _label.Count == 1 && _letters.Count == 1 && _label[0].Width + WordGap + _letters[0].Width <= _width;

    public void Place(double x, double y)
    {
        var paragraph = _galley.Root.Add("P");
        _galley.Sheet.Text(_label, x, y, _width, Side.Start, paragraph.Add("Span"));
        (x, y) = IsOneLine ? (x + _label[0].Width + WordGap, y) : (x, y + Galley.Height(_label));
        var link = paragraph.Add("Link");
        _galley.Sheet.Text(_letters, x, y, _width, Side.Start, link);
        _galley.Sheet.Link(x, y, _letters.Max(line => line.Width), Galley.Height(_letters), _address, _address.AbsoluteUri, link);
    }
}
