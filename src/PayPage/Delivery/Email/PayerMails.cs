using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What payers are told.</summary>
internal static class PayerMails
{
    public static (string Subject, MailBody Body) OfInvoice(Mail.OfInvoice mail, Words words, bool hasFile)
    {
        var merchant = ("merchant", mail.Merchant.Name);
        var slots = new MailSlots(mail, mail.Link, words);
        var body = new MailBody();

        if (mail.Message is { } message)
        {
            slots.Fill(body, message);
        }
        else
        {
            Greeting(body, mail, words).Paragraph(words.Say("Mail.Invoice.Text", merchant));
        }

        Owed(mail, body, words);

        if (mail.Link is { } link)
        {
            body.Button(words["Mail.ViewAndPay"], link);
        }
        else
        {
            body.Paragraph(words.Say("Mail.Invoice.NoLink", merchant, ("email", mail.Merchant.Email)));
        }

        Details(mail, body, words);
        body.Aside(hasFile ? words["Mail.Invoice.Attached"] : null).Aside(mail.Link is null ? null : words["Mail.Invoice.Link"]);
        Farewell(body, mail.Merchant, words);

        return (mail.Subject is { } subject ? slots.Fill(subject) : words.Say("Mail.Invoice.Subject", ("number", mail.Invoice.Number), merchant), body);
    }

    public static (string Subject, MailBody Body) OfFreshLink(Mail.OfFreshLink mail, Words words)
    {
        var body = Greeting(new MailBody(), mail, words).Paragraph(words.Say("Mail.Fresh.Text", ("merchant", mail.Merchant.Name)));
        Owed(mail, body, words);
        body.Button(words["Mail.ViewAndPay"], mail.Link);
        Details(mail, body, words);
        body.Aside(words["Mail.Fresh.NotYou"]);
        Farewell(body, mail.Merchant, words);

        return (words.Say("Mail.Fresh.Subject", ("number", mail.Invoice.Number)), body);
    }

    public static (string Subject, MailBody Body) OfReceipt(Mail.OfReceipt mail, Words words, bool hasFile)
    {
        var merchant = ("merchant", mail.Merchant.Name);
        var owed = ("amount", words.Sum(mail.Payment.OwedBack));
        var body = Greeting(new MailBody(), mail, words).Paragraph(words.Say("Mail.Receipt.Text", merchant))
            .Figure(words["Paid.Amount"], words.Sum(mail.Payment.Amount));
        PaymentFacts(mail, mail.Payment, body, words);

        if (mail.Payment.OwedBack.Minor > 0)
        {
            body.Paragraph(mail.Payment.GoesBack ? words.Say("Mail.Receipt.Returned", owed) : words.Say("Mail.Receipt.Kept", owed, merchant));
        }

        if (mail.RestLink is { } link)
        {
            body.Paragraph(words.Say("Mail.Receipt.Rest", ("amount", words.Sum(mail.Invoice.Due)))).Button(words["Rest.Pay"], link);
        }
        else if (mail.Payment.Left.Minor <= 0 && !mail.Invoice.IsCanceled)
        {
            body.Paragraph(words["Mail.Receipt.Full"]);
        }

        body.Aside(hasFile ? words["Mail.Receipt.Attached"] : null);
        Farewell(body, mail.Merchant, words);

        return (words.Say("Mail.Receipt.Subject", ("number", mail.Invoice.Number), ("amount", words.Sum(mail.Payment.Amount))), body);
    }

    public static (string Subject, MailBody Body) OfBankPending(Mail.OfBankPending mail, Words words)
    {
        var amount = ("amount", words.Sum(mail.Payment.Amount));
        var body = Greeting(new MailBody(), mail, words).Paragraph(words.Say("Mail.Pending.Text", ("merchant", mail.Merchant.Name)))
            .Figure(words["Mail.Fact.OnItsWay"], words.Sum(mail.Payment.Amount));
        BankFacts(mail, mail.Payment, body, words);
        body.Paragraph(words["Mail.Pending.Next"]);
        Farewell(body, mail.Merchant, words);

        return (words.Say("Mail.Pending.Subject", amount, ("number", mail.Invoice.Number)), body);
    }

    public static (string Subject, MailBody Body) OfBankFailed(Mail.OfBankFailed mail, Words words)
    {
        var merchant = ("merchant", mail.Merchant.Name);
        var body = Greeting(new MailBody(), mail, words).Paragraph(words.Say("Mail.Failed.Text", merchant))
            .Figure(words["Mail.Fact.NotArrived"], words.Sum(mail.Payment.Amount));
        BankFacts(mail, mail.Payment, body, words);

        if (mail.Link is { } link)
        {
            body.Paragraph(words["Mail.Failed.Next"]).Button(words["Mail.ViewAndPay"], link);
        }
        else
        {
            body.Paragraph(words.Say("Mail.Failed.Ask", merchant));
        }

        Farewell(body, mail.Merchant, words);
        return (words.Say("Mail.Failed.Subject", ("number", mail.Invoice.Number)), body);
    }

    public static void PaymentFacts(Mail mail, PaymentCard payment, MailBody body, Words words) => body
        .Fact(words["Paid.Reference"], payment.Reference)
        .Fact(words["Paid.ReceiptNumber"], payment.Receipt)
        .Fact(words["Paid.Invoice"], mail.Invoice.Number)
        .Fact(words["Paid.With"], words.Instrument(payment.Instrument))
        .Fact(words["Paid.Date"], words.Moment(payment.At, mail.Merchant.Zone))
        .Fact(words["Paid.StillDue"], words.Sum(payment.Left));

    private static void BankFacts(Mail mail, PaymentCard payment, MailBody body, Words words) => body
        .Fact(words["Paid.Reference"], payment.Reference)
        .Fact(words["Paid.Invoice"], mail.Invoice.Number)
        .Fact(words["Paid.With"], words.Instrument(payment.Instrument));

    public static MailBody Greeting(MailBody body, Mail mail, Words words) => body.Paragraph(
        mail.Invoice.CustomerName is { } name ? words.Say("Mail.Dear", ("customer", name)) : words["Mail.Hello"]);

    public static void Owed(Mail mail, MailBody body, Words words) => body.Figure(
        words.Say("Invoice.AmountDue", ("number", mail.Invoice.Number)), words.Sum(mail.Invoice.Due),
        words.Say("Invoice.DueOn", ("date", words.Date(mail.Invoice.DueDate))));

    public static void Details(Mail mail, MailBody body, Words words)
    {
        body.Paragraph(mail.Invoice.Description);

        foreach (var line in mail.Invoice.Lines)
        {
            body.Item(
                words.Say("Mail.Item", ("quantity", words.Count(line.Quantity)), ("name", line.Name)),
                words.Sum(new Money(line.Total, mail.Invoice.Total.Currency)));
        }

        if (mail.Invoice.Lines.Count > 0)
        {
            body.Item(words["Invoice.Total"], words.Sum(mail.Invoice.Total));
        }

        body.Quote(mail.Invoice.Instructions);
    }

    public static void Farewell(MailBody body, MerchantCard merchant, Words words) => body
        .Aside(merchant.Phone is { } phone
            ? words.Say("Mail.QuestionsPhone", ("email", merchant.Email), ("phone", phone))
            : words.Say("Mail.Questions", ("email", merchant.Email)))
        .Aside([new MailBody.Run(merchant.Address is { } address ? $"{merchant.Name}\n{address}" : merchant.Name, IsValue: true)]);
}
