using System.Diagnostics;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>Puts a mail about an account together: the same frame as payers' mails, the back office's language.</summary>
internal sealed class ColleagueMailComposer : IColleagueMailComposer
{
    public EmailMessage Compose(ColleagueMail mail, string to, string messageId, DateTimeOffset date)
    {
        var words = Languages.Default;
        var (subject, body) = mail switch
        {
            ColleagueMail.OfInvitation invitation => ColleagueMails.OfInvitation(invitation),
            ColleagueMail.OfReset reset => ColleagueMails.OfReset(reset),
            ColleagueMail.OfPassword password => ColleagueMails.OfPassword(password),
            ColleagueMail.OfSecurity security => ColleagueMails.OfSecurity(security),
            ColleagueMail.OfBatchReceived received => BatchMails.OfReceipt(received),
            ColleagueMail.OfBatchValidated validated => BatchMails.OfValidation(validated),
            ColleagueMail.OfBatchProcessed processed => BatchMails.OfProcessing(processed),
            ColleagueMail.OfWebhook webhook => ColleagueMails.OfWebhook(webhook),
            ColleagueMail.OfAccountInUse inUse => AccountMails.OfUse(inUse),
            ColleagueMail.OfRefusedKey refused => AccountMails.OfRefusal(refused),
            ColleagueMail.OfDispute dispute => DisputeMails.Of(dispute),
            ColleagueMail.OfBarredLink barred => FenceMails.OfBarredLink(barred),
            ColleagueMail.OfManyDeclines declines => FenceMails.OfManyDeclines(declines),
            ColleagueMail.OfReport report => ColleagueMails.OfReport(report),
            _ => throw new UnreachableException(),
        };
        var title = MailComposer.Short(FreeText.Clean(subject));

        return new EmailMessage(
            messageId, mail.Head.Name, mail.Head.ReplyTo, to, title, MailAsText.Of(body, words), new MailAsHtml(words, mail.Head).Of(body, title), words.Tag, date)
        {
            Picture = mail.Head.Picture,
            Files = mail.Files,
        };
    }
}
