using System.Globalization;
using PayPage.Documents.Pdf;
using PayPage.Documents.Pictures;
using PayPage.Domain;
using PayPage.Domain.Merchants;

namespace PayPage.Documents.Layout;

/// <summary>The top of a paper: whose it is at the start, which one it is at the end.</summary>
internal sealed class Letterhead(Galley galley)
{
    private const double LogoWidth = 120;
    private const double LogoHeight = 44;
    private const double NameShare = 0.56;
    private const double Padding = 12;

    /// <param name="kind">One word, e.g. "Invoice".</param>
    /// <param name="number">Cleaned.</param>
    public void Place(string merchant, MerchantLogo? logo, string kind, string number, Mode mode)
    {
        var (sheet, top) = (galley.Sheet, galley.Y);
        var markWidth = Mark(merchant, logo, top);
        var nameX = Galley.Margin + markWidth + Padding;
        var name = galley.Quote(merchant, Ink.Name, (galley.Width * NameShare) - markWidth - Padding);
        var nameY = top + Math.Max(0, (LogoHeight - Galley.Height(name)) / 2);
        sheet.Text(name, nameX, nameY, galley.Width - markWidth - Padding, Side.Start, galley.Root.Add("P"));

        var (endX, endWidth) = (Galley.Margin + (galley.Width * NameShare) + Galley.Gap, (galley.Width * (1 - NameShare)) - Galley.Gap);
        var title = galley.Root.Add("H1");
        var y = top - 4;
        var (kindLines, numberLines) = (galley.Say(kind, Ink.Title, endWidth), galley.Quote(number, Ink.Total, endWidth));
        sheet.Text(kindLines, endX, y, endWidth, Side.End, title);
        y += Galley.Height(kindLines);
        sheet.Text(numberLines, endX, y, endWidth, Side.End, title);
        y += Galley.Height(numberLines);

        if (mode == Mode.Test)
        {
            y = Warning(y + 5);
        }

        galley.Y = Math.Max(Math.Max(nameY + Galley.Height(name), top + LogoHeight), y) + Galley.Gap;
    }

    private double Warning(double y)
    {
        var lines = galley.Say(galley.Words["Document.Test"], Ink.Test, galley.Width * (1 - NameShare));
        var (width, height) = (lines.Max(line => line.Width) + 14, Galley.Height(lines) + 5);
        var x = Galley.Margin + galley.Width - width;
        galley.Sheet.Box(x, y, width, height, 4, Ink.WarningSoft);
        galley.Sheet.Text(lines, x, y + 2.5, width, Side.Middle, galley.Root.Add("P"));
        return y + height;
    }

    /// <summary>The logo; the name's first letter where there is none that can be shown.</summary>
    /// <returns>How wide it is.</returns>
    private double Mark(string merchant, MerchantLogo? logo, double y)
    {
        if (logo is not null && LogoPictures.Of(logo) is { } picture)
        {
            var scale = Math.Min(LogoWidth / picture.Width, LogoHeight / picture.Height);
            var (width, height) = (picture.Width * scale, picture.Height * scale);
            var tag = galley.Root.Add(new PdfTag("Figure") { Alt = galley.Words.Say("Document.Logo", ("merchant", merchant)) });
            galley.Sheet.Unit(Galley.Margin, y + ((LogoHeight - height) / 2), width, height, $"/{galley.Picture(picture)} Do", tag);
            return width;
        }

        galley.Sheet.Box(Galley.Margin, y, LogoHeight, LogoHeight, 6, galley.Ink.Brand);
        var initial = galley.Quote(StringInfo.GetNextTextElement(merchant), galley.Ink.Initial, LogoHeight);
        galley.Sheet.Text(initial, Galley.Margin, y + ((LogoHeight - galley.Ink.Initial.Leading) / 2), LogoHeight, Side.Middle, tag: null);
        return LogoHeight;
    }
}
