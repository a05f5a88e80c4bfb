using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What payers are told of what is due soon, or was.</summary>
internal static class ReminderMails
{
    public static (string Subject, MailBody Body) Of(Mail.OfReminder mail, Words words)
    {
        var merchant = ("merchant", mail.Merchant.Name);
        var body = new MailBody();

        if (mail.Message is { } message)
        {
            new MailSlots(mail, mail.Link, words).Fill(body, message);
        }
        else
        {
            PayerMails.Greeting(body, mail, words).Paragraph(When(mail, words));
        }

        PayerMails.Owed(mail, body, words);

        if (mail.Link is { } link)
        {
            body.Button(words["Mail.ViewAndPay"], link);
        }
        else
        {
            body.Paragraph(words.Say("Mail.Invoice.NoLink", merchant, ("email", mail.Merchant.Email)));
        }

        PayerMails.Details(mail, body, words);
        body.Aside(words["Mail.Reminder.Crossed"]);
        PayerMails.Farewell(body, mail.Merchant, words);

        return (words.Say(mail.DaysLeft < 0 ? "Mail.Reminder.SubjectLate" : "Mail.Reminder.Subject", ("number", mail.Invoice.Number), merchant), body);
    }

    private static string When(Mail.OfReminder mail, Words words)
    {
        var key = mail.DaysLeft switch
        {
            > 0 => words.Form("Mail.Reminder.Before", mail.DaysLeft),
            0 => "Mail.Reminder.Today",
            < 0 => words.Form("Mail.Reminder.After", -mail.DaysLeft),
        };

        return words.Phrase(key).Fill(
        [
            .. mail.DaysLeft == 0 ? Array.Empty<(string, string)>() : [("count", words.Count(Math.Abs(mail.DaysLeft)))],
            ("number", mail.Invoice.Number), ("merchant", mail.Merchant.Name), ("date", words.Date(mail.Invoice.DueDate)),
        ]);
    }
}
