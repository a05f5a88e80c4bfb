using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What merchants are told.</summary>
internal static class MerchantMails
{
    public static (string Subject, MailBody Body) OfConfirmation(Mail.OfConfirmation mail, Words words)
    {
        var number = ("number", mail.Invoice.Number);
        var owed = ("amount", words.Sum(mail.Payment.OwedBack));
        var body = new MailBody().Paragraph(words.Say(
                mail.Invoice.IsCanceled ? "Mail.Confirmation.Canceled" : mail.Payment.Left.Minor > 0 ? "Mail.Confirmation.Part" : "Mail.Confirmation.Full", number))
            .Figure(words["Paid.Amount"], words.Sum(mail.Payment.Amount));
        PayerMails.PaymentFacts(mail, mail.Payment, body, words);
        body.Fact(words["Mail.Fact.Customer"], mail.Invoice.CustomerName ?? words["Mail.NoName"])
            .Fact(words["Mail.Fact.Phone"], mail.Phone)
            .Fact(words["Mail.Fact.ShipTo"], mail.ShipTo is { } there ? string.Join(", ", there.Lines) : null);

        if (mail.Payment.OwedBack.Minor > 0)
        {
            body.Paragraph(RefundMails.Why(mail.Payment.Stray, words))
                .Paragraph(words.Say(mail.Payment.GoesBack ? "Mail.Confirmation.Returned" : "Mail.Confirmation.Kept", owed))
                .Paragraph(words["Mail.Confirmation.Where"]);
        }

        return (words.Say("Mail.Confirmation.Subject", number, ("amount", words.Sum(mail.Payment.Amount))), body);
    }

    public static (string Subject, MailBody Body) OfBounce(Mail.OfBounce mail, Words words)
    {
        var number = ("number", mail.Invoice.Number);
        var body = new MailBody().Paragraph(words.Say("Mail.Bounce.Text", number))
            .Fact(words["Paid.Invoice"], mail.Invoice.Number)
            .Fact(words["Mail.Fact.Customer"], mail.Invoice.CustomerName ?? words["Mail.NoName"])
            .Fact(words["Mail.Fact.What"], words[mail.What switch
            {
                BouncedKind.Invoice => "Mail.What.Invoice",
                BouncedKind.FreshLink => "Mail.What.FreshLink",
                BouncedKind.Receipt => "Mail.What.Receipt",
                BouncedKind.Reminder => "Mail.What.Reminder",
                BouncedKind.RefundNotice => "Mail.What.Refund",
                BouncedKind.BankNotice => "Mail.What.BankNotice",
            }])
            .Fact(words["Mail.Fact.SentTo"], mail.To)
            .Fact(words["Mail.Fact.Answer"], mail.Reason)
            .Fact(words["Invoice.Due"], words.Sum(mail.Invoice.Due))
            .Paragraph(words["Mail.Bounce.Next"]);

        return (words.Say("Mail.Bounce.Subject", number), body);
    }
}
