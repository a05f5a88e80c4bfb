using PayPage.Domain.Delivery;
using PayPage.Domain.Payments;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What is said of money that goes back.</summary>
internal static class RefundMails
{
    public static (string Subject, MailBody Body) OfBegun(Mail.OfRefundBegun mail, Words words)
    {
        var (merchant, number, amount) = Names(mail, mail.Refund, words);
        var body = PayerMails.Greeting(new MailBody(), mail, words)
            .Paragraph(words.Say("Mail.RefundBegun.Text", merchant, number, amount))
            .Paragraph(Why(mail.Payment.Stray, words))
            .Figure(words["Refund.UnderWay"], words.Sum(mail.Refund.Amount));
        Facts(mail, mail.Payment, body, words);
        body.Paragraph(words["Mail.RefundBegun.Next"]);
        PayerMails.Farewell(body, mail.Merchant, words);

        return (words.Say("Mail.RefundBegun.Subject", number, amount), body);
    }

    public static (string Subject, MailBody Body) OfDone(Mail.OfRefund mail, Words words)
    {
        var (merchant, number, amount) = Names(mail, mail.Refund, words);
        var body = PayerMails.Greeting(new MailBody(), mail, words)
            .Paragraph(words.Say("Mail.Refund.Text", merchant, number, amount))
            .Figure(words["Refund.Given"], words.Sum(mail.Refund.Amount));
        Facts(mail, mail.Payment, body, words);
        body.Paragraph(mail.Refund.IsByHand ? words.Say("Mail.Refund.ByHand", merchant) : words["Mail.Refund.Next"]);
        PayerMails.Farewell(body, mail.Merchant, words);

        return (words.Say("Mail.Refund.Subject", number, amount), body);
    }

    public static (string Subject, MailBody Body) OfFailed(Mail.OfRefundFailed mail, Words words)
    {
        var (_, number, amount) = Names(mail, mail.Refund, words);
        var body = new MailBody().Paragraph(words.Say(mail.Refund.HadLeft ? "Mail.RefundFailed.CameBack" : "Mail.RefundFailed.Text", number, amount))
            .Figure(words["Mail.RefundFailed.Figure"], words.Sum(mail.Refund.Amount));
        Facts(mail, mail.Payment, body, words);
        body.Fact(words["Mail.Fact.Customer"], mail.Invoice.CustomerName ?? words["Mail.NoName"])
            .Fact(words["Mail.Fact.Answer"], mail.Refund.Failure)
            .Paragraph(words["Mail.RefundFailed.Next"])
            .Paragraph(mail.Refund.HadLeft ? words["Mail.RefundFailed.Told"] : null);

        return (words.Say("Mail.RefundFailed.Subject", number, amount), body);
    }

    /// <returns>Null for money that came as it should.</returns>
    public static string? Why(StrayMoney stray, Words words) => stray switch
    {
        StrayMoney.None => null,
        StrayMoney.Late => words["Mail.Why.Late"],
        StrayMoney.Double => words["Mail.Why.Double"],
        StrayMoney.Over => words["Mail.Why.Over"],
        StrayMoney.AfterCancel => words["Mail.Why.AfterCancel"],
    };

    private static ((string, string) Merchant, (string, string) Number, (string, string) Amount) Names(Mail mail, RefundCard refund, Words words) =>
        (("merchant", mail.Merchant.Name), ("number", mail.Invoice.Number), ("amount", words.Sum(refund.Amount)));

    private static void Facts(Mail mail, PaymentCard payment, MailBody body, Words words) => body
        .Fact(words["Paid.Reference"], payment.Reference)
        .Fact(words["Paid.Invoice"], mail.Invoice.Number)
        .Fact(words["Paid.Amount"], words.Sum(payment.Amount))
        .Fact(words["Paid.With"], words.Instrument(payment.Instrument))
        .Fact(words["Paid.Date"], words.Moment(payment.At, mail.Merchant.Zone));
}
