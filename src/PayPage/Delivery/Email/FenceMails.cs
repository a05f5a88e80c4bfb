using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What the merchant's people are told of somebody who seems to try cards. In English, as the back office is (decision 0018).</summary>
internal static class FenceMails
{
    public static (string Subject, MailBody Body) OfBarredLink(ColleagueMail.OfBarredLink mail) => (
        $"{Test(mail.Mode)}A link of invoice {mail.Number} takes no more payments: too many were declined",
        new MailBody()
            .Paragraph([new($"{Languages.Default.Count(mail.Declines)} tries to pay through a link of invoice "), new(mail.Number, IsValue: true), new(" were declined. That many are rarely a payer's mistakes: somebody may be trying stolen cards. The link takes no payments until you say so; nothing was charged for what was declined.")])
            .Fact("Invoice", mail.Number)
            .Fact("Link of", mail.Payer)
            .Fact("Declined tries", Languages.Default.Count(mail.Declines))
            .Paragraph("Do you know the payer, and is it he who tried? Then let the link take payments again, or send him a new one. If not, take the link back, and ask who else has got it. The history of the invoice tells why each try was declined; payers are never told.")
            .Button("Look at the invoice", mail.Page)
            .Aside($"The link leads to {mail.Host}. The payer gets no mail about this; the page tells him to ask you."));

    public static (string Subject, MailBody Body) OfManyDeclines(ColleagueMail.OfManyDeclines mail) => (
        $"{Test(mail.Mode)}Many payments to {mail.Merchant} are being declined",
        new MailBody()
            .Paragraph([new($"Of the last {Languages.Default.Count(mail.Tries)} tries to pay "), new(mail.Merchant, IsValue: true), new($", {Languages.Default.Count(mail.Declined)} were declined. That is more than usual: somebody may be trying stolen cards, or something is wrong at your processor.")])
            .Fact("Declined", $"{Languages.Default.Count(mail.Declined)} of {Languages.Default.Count(mail.Tries)}")
            .Fact("The last of them", $"invoice {mail.Number}")
            .Paragraph("Look at the history of the invoices: it tells why each try was declined. Links through which too much is tried stop by themselves. If you do not know who makes these payments, look for a key of your systems that others may have, and tell your processor.")
            .Button("Open PayPage", mail.Page)
            .Aside($"The link leads to {mail.Host}. You are told of this once a day at most."));

    private static string Test(Mode mode) => mode == Mode.Test ? "[Test] " : "";
}
