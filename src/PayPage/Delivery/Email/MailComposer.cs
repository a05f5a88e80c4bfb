using System.Diagnostics;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>Puts a mail together in its reader's language. Each mail is a list of blocks; <see cref="MailBody"/> writes them as text and as HTML.</summary>
internal sealed class MailComposer : IMailComposer
{
    public EmailMessage Compose(Mail mail, string to, string messageId, DateTimeOffset date)
    {
        var words = Languages.FirstOf([mail.Language]);
        var (subject, body) = mail switch
        {
            Mail.OfInvoice invoice => OfInvoice(invoice, words),
            Mail.OfFreshLink fresh => OfFreshLink(fresh, words),
            Mail.OfReceipt receipt => OfReceipt(receipt, words),
            Mail.OfConfirmation confirmation => OfConfirmation(confirmation, words),
            _ => throw new UnreachableException(),
        };
        var title = mail.Invoice.Mode == Mode.Test ? words.Say("Mail.Test", ("subject", subject)) : subject;
        Farewell(body, mail.Merchant, words);

        return new EmailMessage(
            messageId, mail.Merchant.Name, mail.Merchant.Email, to, FreeText.Clean(title), body.AsText(), body.AsHtml(title, words), words.Tag, date);
    }

    private static (string Subject, MailBody Body) OfInvoice(Mail.OfInvoice mail, Words words)
    {
        var merchant = ("merchant", mail.Merchant.Name);
        var body = Greeting(mail, words).Paragraph(words.Say("Mail.Invoice.Text", merchant));
        Facts(mail, body, words);
        body.Button(words["Mail.ViewAndPay"], mail.Link).Paragraph(words["Mail.Invoice.Link"]);

        return (words.Say("Mail.Invoice.Subject", ("number", mail.Invoice.Number), merchant), body);
    }

    private static (string Subject, MailBody Body) OfFreshLink(Mail.OfFreshLink mail, Words words)
    {
        var body = Greeting(mail, words).Paragraph(words.Say("Mail.Fresh.Text", ("merchant", mail.Merchant.Name)));
        Facts(mail, body, words);
        body.Button(words["Mail.ViewAndPay"], mail.Link).Paragraph(words["Mail.Fresh.NotYou"]);

        return (words.Say("Mail.Fresh.Subject", ("number", mail.Invoice.Number)), body);
    }

    private static (string Subject, MailBody Body) OfReceipt(Mail.OfReceipt mail, Words words)
    {
        var merchant = ("merchant", mail.Merchant.Name);
        var owed = ("amount", words.Sum(mail.Payment.OwedBack));
        var body = Greeting(mail, words).Paragraph(words.Say("Mail.Receipt.Text", merchant));
        Payment(mail, mail.Payment, body, words);

        if (mail.Payment.OwedBack.Minor > 0)
        {
            body.Paragraph(mail.Payment.GoesBack ? words.Say("Mail.Receipt.Returned", owed) : words.Say("Mail.Receipt.Kept", owed, merchant));
        }

        if (mail.RestLink is { } link)
        {
            body.Paragraph(words.Say("Mail.Receipt.Rest", ("amount", words.Sum(mail.Invoice.Due)))).Button(words["Rest.Pay"], link);
        }
        else if (mail.Invoice.Due.Minor <= 0)
        {
            body.Paragraph(words["Mail.Receipt.Full"]);
        }

        return (words.Say("Mail.Receipt.Subject", ("number", mail.Invoice.Number), ("amount", words.Sum(mail.Payment.Amount))), body);
    }

    private static (string Subject, MailBody Body) OfConfirmation(Mail.OfConfirmation mail, Words words)
    {
        var number = ("number", mail.Invoice.Number);
        var owed = ("amount", words.Sum(mail.Payment.OwedBack));
        var body = new MailBody().Paragraph(words.Say(mail.Invoice.Due.Minor > 0 ? "Mail.Confirmation.Part" : "Mail.Confirmation.Full", number));
        Payment(mail, mail.Payment, body, words);
        body.Fact(words["Mail.Fact.Customer"], mail.Invoice.CustomerName ?? words["Mail.NoName"]);

        if (mail.Payment.OwedBack.Minor > 0)
        {
            body.Paragraph(words.Say(mail.Payment.GoesBack ? "Mail.Confirmation.Returned" : "Mail.Confirmation.Kept", owed));
        }

        return (words.Say("Mail.Confirmation.Subject", number, ("amount", words.Sum(mail.Payment.Amount))), body);
    }

    private static MailBody Greeting(Mail mail, Words words) => new MailBody().Paragraph(
        mail.Invoice.CustomerName is { } name ? words.Say("Mail.Dear", ("customer", name)) : words["Mail.Hello"]);

    private static void Facts(Mail mail, MailBody body, Words words)
    {
        body.Fact(words["Paid.Invoice"], mail.Invoice.Number)
            .Fact(words["Invoice.Due"], words.Sum(mail.Invoice.Due))
            .Fact(words["Mail.Fact.DueDate"], words.Date(mail.Invoice.DueDate));

        foreach (var line in mail.Invoice.Lines)
        {
            body.Item(
                words.Say("Mail.Item", ("quantity", words.Count(line.Quantity)), ("name", line.Name)),
                words.Sum(new Money(line.Total, mail.Invoice.Total.Currency)));
        }

        body.Paragraph(mail.Invoice.Description).Paragraph(mail.Invoice.Instructions);
    }

    private static void Payment(Mail mail, PaymentCard payment, MailBody body, Words words) => body
        .Fact(words["Paid.Amount"], words.Sum(payment.Amount))
        .Fact(words["Paid.Reference"], payment.Reference)
        .Fact(words["Paid.Invoice"], mail.Invoice.Number)
        .Fact(words["Paid.With"], payment.Instrument)
        .Fact(words["Paid.Date"], words.Moment(payment.At, mail.Merchant.Zone))
        .Fact(words["Paid.StillDue"], words.Sum(mail.Invoice.Due));

    private static void Farewell(MailBody body, MerchantCard merchant, Words words) => body
        .Paragraph(merchant.Phone is { } phone
            ? words.Say("Mail.QuestionsPhone", ("email", merchant.Email), ("phone", phone))
            : words.Say("Mail.Questions", ("email", merchant.Email)))
        .Paragraph(merchant.Address is { } address ? $"{merchant.Name}\n{address}" : merchant.Name);
}
