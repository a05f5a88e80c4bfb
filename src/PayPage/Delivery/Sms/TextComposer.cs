using System.Diagnostics;
using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Sms;

/// <summary>Puts a text message together: who, what, how much, and the link last, where telephones find it.</summary>
internal sealed class TextComposer : ITextComposer
{
    // A long name would cost a second message: the reader knows the merchant by its beginning.
    private const int LongestName = 40;

    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    public string Compose(Text text)
    {
        var words = Languages.FirstOf([text.Language]);
        var merchant = ("merchant", Short(FreeText.Clean(text.MerchantName)));
        var number = ("number", text.InvoiceNumber);
        var link = ("link", text.Link.AbsoluteUri);

        var composed = text switch
        {
            Text.OfInvoice invoice => words.Say("Sms.Invoice", merchant, number, ("amount", words.Sum(invoice.Due)), ("date", words.Date(invoice.DueDate)), link),
            Text.OfFreshLink => words.Say("Sms.Fresh", merchant, number, link),
            Text.OfReceipt { Left.Minor: > 0 } receipt => words.Say(
                "Sms.ReceiptRest", merchant, ("amount", words.Sum(receipt.Amount)), ("reference", receipt.Reference), ("rest", words.Sum(receipt.Left)), link),
            Text.OfReceipt receipt => words.Say("Sms.Receipt", merchant, ("amount", words.Sum(receipt.Amount)), ("reference", receipt.Reference), link),
            _ => throw new UnreachableException(),
        };

        var bare = Bare(composed, text.Link.AbsoluteUri);
        return text.Mode == Mode.Test ? words.Phrase("Mail.Test").Fill([("subject", bare)]) : bare;
    }

    /// <summary>Without a mark at the link's end, which telephones would take for a part of it; and in the letters of all telephones.</summary>
    private static string Bare(string text, string link) =>
        GsmLetters.Nearest(text.Replace($"{FirstStrongIsolate}{link}{PopIsolate}", link, StringComparison.Ordinal));

    private static string Short(string name)
    {
        if (name.Length <= LongestName)
        {
            return name;
        }

        var letters = new StringInfo(name);
        return $"{letters.SubstringByTextElements(0, Math.Min(LongestName, letters.LengthInTextElements)).TrimEnd()}..";
    }
}
