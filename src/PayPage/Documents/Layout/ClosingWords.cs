using PayPage.Domain.Merchants;

namespace PayPage.Documents.Layout;

/// <summary>The end of a paper: whom to ask, the merchant's terms, what the law wants to read, and what could not be printed.</summary>
internal sealed class ClosingWords(Galley galley)
{
    private const double SideGap = 30;
    private const double LawShare = 0.36;

    /// <param name="name">Cleaned, as all that follows.</param>
    /// <param name="legal">Register and tax numbers, one per line; null for none.</param>
    /// <param name="address">A page that can show every letter; null where the paper leads to none.</param>
    public void Place(Merchant merchant, string name, string? legal, Uri? address)
    {
        var words = galley.Words;
        var lawWidth = galley.Width * LawShare;
        var law = string.IsNullOrEmpty(legal) ? [] : galley.Quote(legal, Ink.Small, lawWidth);
        var width = law.Count > 0 ? galley.Width - lawWidth - SideGap : galley.Width;
        var question = galley.Say(words.Say("Contact.Questions", ("merchant", name)), Ink.Strong, width);
        question.AddRange(galley.Quote(string.Join(" · ", new[] { merchant.Email, merchant.Phone }.OfType<string>()), Ink.Small, width));
        var links = new[] { Written(words["Contact.Terms"], merchant.Terms), Written(words["Contact.Privacy"], merchant.Privacy) }.OfType<WrittenAddress>().ToList();
        var height = Math.Max(Galley.Height(question), Galley.Height(law));

        galley.Need(height + links.Sum(link => link.Height) + (Galley.Gap / 2) + 4 + (galley.HasGaps ? 2 * Ink.Small.Leading : 0));
        galley.Sheet.Rule(Galley.Margin, galley.Y, galley.Width, Ink.Hairline);
        galley.Y += Galley.Gap / 2;
        galley.Sheet.Text(question, Galley.Margin, galley.Y, width, Side.Start, galley.Root.Add("P"));

        if (law.Count > 0)
        {
            galley.Sheet.Text(law, Galley.Margin + galley.Width - lawWidth, galley.Y, lawWidth, Side.End, galley.Root.Add("P"));
        }

        galley.Y += height + 4;

        foreach (var link in links)
        {
            link.Place(Galley.Margin, galley.Y);
            galley.Y += link.Height;
        }

        if (galley.HasGaps)
        {
            galley.Y += 4;
            galley.Place(
                galley.Say(address is null ? words["Document.Gaps"] : words.Say("Document.GapsHere", ("host", address.Host)), Ink.Small, galley.Width),
                galley.Root.Add("P"));
        }
    }

    /// <summary>What the merchant calls it and where it is.</summary>
    private WrittenAddress? Written(string label, Uri? address) => address is null ? null : new WrittenAddress(galley, label, address, galley.Width);
}
