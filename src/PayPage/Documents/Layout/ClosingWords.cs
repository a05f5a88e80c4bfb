using PayPage.Documents.Text;
using PayPage.Domain.Merchants;

namespace PayPage.Documents.Layout;

/// <summary>The end of a paper: whom to ask, the merchant's terms, what the law wants to read, and what could not be printed.</summary>
internal sealed class ClosingWords(Galley galley)
{
    /// <param name="name">Cleaned, as all that follows.</param>
    /// <param name="legal">Register and tax numbers, one per line; null for none.</param>
    /// <param name="address">A page that can show every letter; null where the paper leads to none.</param>
    public void Place(Merchant merchant, string name, string? legal, Uri? address)
    {
        var words = galley.Words;
        galley.Need(Galley.Gap * 4);
        galley.Sheet.Rule(Galley.Margin, galley.Y, galley.Width, Ink.Hairline);
        galley.Y += Galley.Gap / 2;
        Line(words.Say("Contact.Questions", ("merchant", name)), Ink.Strong);
        galley.Place(
            galley.Quote(string.Join(" · ", new[] { merchant.Email, merchant.Phone }.Where(text => !string.IsNullOrEmpty(text))), Ink.Small, galley.Width),
            galley.Root.Add("P"));
        Link(words["Contact.Terms"], merchant.Terms);
        Link(words["Contact.Privacy"], merchant.Privacy);

        if (!string.IsNullOrEmpty(legal))
        {
            galley.Y += Galley.Gap / 3;
            galley.Place(galley.Quote(legal, Ink.Small, galley.Width), galley.Root.Add("P"));
        }

        if (galley.HasGaps)
        {
            galley.Y += Galley.Gap / 3;
            Line(address is null ? words["Document.Gaps"] : words.Say("Document.GapsHere", ("host", address.Host)), Ink.Small);
        }
    }

    private void Line(string text, TextStyle style) => galley.Place(galley.Say(text, style, galley.Width), galley.Root.Add("P"));

    /// <summary>What the merchant calls it and where it is, in letters: a paper cannot be clicked.</summary>
    private void Link(string label, Uri? address)
    {
        if (address is null)
        {
            return;
        }

        var start = galley.Say(label, Ink.Small, galley.Width / 3);
        var indent = start[0].Width + 6;
        var letters = galley.Quote(address.AbsoluteUri, galley.Ink.Url, galley.Width - indent);
        galley.Need(Galley.Height(letters));
        var paragraph = galley.Root.Add("P");
        galley.Sheet.Text(start, Galley.Margin, galley.Y, galley.Width, Side.Start, paragraph);
        var link = paragraph.Add("Link");
        galley.Sheet.Text(letters, Galley.Margin + indent, galley.Y, galley.Width - indent, Side.Start, link);
        galley.Sheet.Link(Galley.Margin + indent, galley.Y, letters.Max(line => line.Width), Galley.Height(letters), address, address.AbsoluteUri, link);
        galley.Y += Math.Max(Galley.Height(letters), Ink.Small.Leading);
    }
}
