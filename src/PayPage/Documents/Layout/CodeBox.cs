using PayPage.Documents.Pdf;

namespace PayPage.Documents.Layout;

/// <summary>What the reader came for, on a ground of the merchant's colour: a sum, what to know about it, and a QR code with its address in letters.</summary>
/// <param name="Label">Over the sum.</param>
/// <param name="Sum">Null where no sum may stand out.</param>
/// <param name="Notes">Under the sum.</param>
internal sealed record CodeBox(string Label, string? Sum, IReadOnlyList<string> Notes)
{
    private const double Padding = 14;
    private const double AddressGap = 8;
    private const double ButtonHeight = 26;
    private const double ButtonPadding = 20;

    /// <summary>Where the code leads; null: there is none.</summary>
    public Uri? Address { get; init; }

    /// <summary>What the code is for, before its address in letters.</summary>
    public string? AddressLabel { get; init; }

    /// <summary>What those hear who cannot see the code.</summary>
    public string? CodeAlt { get; init; }

    /// <summary>On a button that leads there too; null: no button.</summary>
    public string? Button { get; init; }

    public void Place(Galley galley)
    {
        var code = Address is null ? null : new QrDrawing(Address);
        var inner = galley.Width - (2 * Padding);
        var width = code is null ? inner : inner - code.Size - Padding;
        var head = galley.Say(Label, Sum is null ? Ink.Total : Ink.Strong, width);
        var sum = Sum is null ? [] : galley.Quote(Sum, Ink.Sum, width);
        var notes = Notes.SelectMany(note => galley.Say(note, Ink.Body, width)).ToList();
        var beside = Galley.Height(head) + Galley.Height(sum) + Galley.Height(notes) + (Button is null ? 0 : ButtonHeight + 10);
        var under = Address is null ? null : new WrittenAddress(galley, AddressLabel ?? "", Address, inner);
        var upper = Math.Max(beside, code?.Size ?? 0);
        var height = upper + (under is null ? 0 : under.Height + AddressGap) + (2 * Padding);

        galley.Need(height);
        galley.Bookmark(Label);
        var (sheet, x, y) = (galley.Sheet, Galley.Margin + Padding, galley.Y + Padding);
        sheet.Box(Galley.Margin, galley.Y, galley.Width, height, 8, galley.Ink.Soft);
        sheet.Text(head, x, y, width, Side.Start, galley.Root.Add("H2"));
        y += Galley.Height(head);

        if (sum.Count > 0)
        {
            sheet.Text(sum, x, y, width, Side.Start, galley.Root.Add("P"));
            y += Galley.Height(sum);
        }

        if (notes.Count > 0)
        {
            sheet.Text(notes, x, y, width, Side.Start, galley.Root.Add("P"));
        }

        if (Button is { } button && Address is { } target)
        {
            PlaceButton(galley, button, target, x, galley.Y + Padding + upper - ButtonHeight);
        }

        code?.Draw(sheet, Galley.Margin + galley.Width - Padding - code.Size, galley.Y + Padding, galley.Root.Add(new PdfTag("Figure") { Alt = CodeAlt }));
        under?.Place(x, galley.Y + Padding + upper + AddressGap);

        galley.Y += height + Galley.Gap - 2;
    }

    private static void PlaceButton(Galley galley, string text, Uri address, double x, double y)
    {
        var lines = galley.Say(text, galley.Ink.Button, galley.Width);
        var width = lines[0].Width + (2 * ButtonPadding);
        var tag = galley.Root.Add("P").Add("Link");
        galley.Sheet.Box(x, y, width, ButtonHeight, 5, galley.Ink.Brand);
        galley.Sheet.Text(lines, x, y + ((ButtonHeight - galley.Ink.Button.Leading) / 2), width, Side.Middle, tag);
        galley.Sheet.Link(x, y, width, ButtonHeight, address, text, tag);
    }
}
