using System.Diagnostics;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>Puts a mail together in its reader's language: a subject and a list of blocks, written as text and as HTML.</summary>
internal sealed class MailComposer : IMailComposer
{
    private const int LongestSubject = 200;

    public EmailMessage Compose(Mail mail, string to, string messageId, DateTimeOffset date, IReadOnlyList<MailFile> files)
    {
        var words = Languages.FirstOf([mail.Language]);
        var hasFile = files.Count > 0;
        var (subject, body) = mail switch
        {
            Mail.OfInvoice invoice => PayerMails.OfInvoice(invoice, words, hasFile),
            Mail.OfFreshLink fresh => PayerMails.OfFreshLink(fresh, words),
            Mail.OfReceipt receipt => PayerMails.OfReceipt(receipt, words, hasFile),
            Mail.OfBankPending pending => PayerMails.OfBankPending(pending, words),
            Mail.OfBankFailed failed => PayerMails.OfBankFailed(failed, words),
            Mail.OfRefundBegun begun => RefundMails.OfBegun(begun, words),
            Mail.OfRefund refund => RefundMails.OfDone(refund, words),
            Mail.OfRefundFailed failed => RefundMails.OfFailed(failed, words),
            Mail.OfConfirmation confirmation => MerchantMails.OfConfirmation(confirmation, words),
            Mail.OfReminder reminder => ReminderMails.Of(reminder, words),
            Mail.OfBounce bounce => MerchantMails.OfBounce(bounce, words),
            _ => throw new UnreachableException(),
        };
        var title = Short(FreeText.Clean(mail.Invoice.Mode == Mode.Test ? words.Say("Mail.Test", ("subject", subject)) : subject));

        return new EmailMessage(
            messageId, mail.Merchant.Name, mail.Merchant.Email, to, title, MailAsText.Of(body, words),
            new MailAsHtml(words, HeadOf(mail.Merchant)).Of(body, title), words.Tag, date)
        {
            Picture = mail.Merchant.Picture,
            Files = files,
        };
    }

    private static MailHead HeadOf(MerchantCard merchant) => new(merchant.Name, merchant.Email, merchant.Color, merchant.Picture);

    internal static string Short(string subject)
    {
        if (subject.Length <= LongestSubject)
        {
            return subject;
        }

        var end = LongestSubject - 1;
        return $"{subject[..(char.IsHighSurrogate(subject[end - 1]) ? end - 1 : end)]}…";
    }
}
