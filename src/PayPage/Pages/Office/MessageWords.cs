using System.Diagnostics;
using PayPage.Domain.Outbox;

namespace PayPage.Pages.Office;

/// <summary>Mails and texts by the names that people have for them.</summary>
internal static class MessageWords
{
    /// <summary>At the beginning of a sentence: <c>The mail with the invoice</c>.</summary>
    public static string NameOf(OutboxKind kind) => kind switch
    {
        OutboxKind.InvoiceMail => "The mail with the invoice",
        OutboxKind.FreshLinkMail => "The mail with a new link",
        OutboxKind.ReceiptMail => "The mail with the receipt",
        OutboxKind.ReminderMail => "The reminder",
        OutboxKind.ReportMail => "The report",
        OutboxKind.ConfirmationMail => "The mail that tells you of a payment",
        OutboxKind.InvoiceText => "The text message with the invoice",
        OutboxKind.FreshLinkText => "The text message with a new link",
        OutboxKind.ReceiptText => "The text message with the receipt",
        OutboxKind.BankPendingMail => "The mail that the bank's money is on its way",
        OutboxKind.BankFailedMail => "The mail that the bank's money did not come",
        OutboxKind.BounceMail => "The mail that tells you of a refused message",
        OutboxKind.RefundRequest => "The request for a refund",
        OutboxKind.DisputeOpenedMail => "The mail that tells you of a dispute",
        OutboxKind.DisputeDeadlineMail => "The mail that a dispute still waits for your answer",
        OutboxKind.DisputeDecidedMail => "The mail that a dispute was decided",
        OutboxKind.LinkBarredMail => "The mail that a link takes no more payments",
        OutboxKind.ManyDeclinesMail => "The mail that many payments are declined",
        OutboxKind.RefundBegunMail => "The mail that money goes back",
        OutboxKind.RefundMail => "The mail that money was given back",
        OutboxKind.RefundFailedMail => "The mail that tells you of a failed refund",
        OutboxKind.InvitationMail => "The invitation",
        OutboxKind.ResetMail => "The mail to set a new password",
        OutboxKind.PasswordMail => "The mail about a changed password",
        OutboxKind.SecurityMail => "The mail about a changed account",
        OutboxKind.WebhookFailingMail => "The mail about an endpoint that fails",
        OutboxKind.WebhookDisabledMail => "The mail about an endpoint that was turned off",
        OutboxKind.AccountInUseMail => "The mail that your payments go through another account",
        OutboxKind.KeyRefusedMail => "The mail that your key is not accepted",
        OutboxKind.BatchReceivedMail => "The mail that a file of invoices came in",
        OutboxKind.BatchValidatedMail => "The mail that a file of invoices was checked",
        OutboxKind.BatchProcessedMail => "The mail that a file of invoices was made",
        _ => throw new UnreachableException(),
    };

    /// <summary>What an event's detail says of a message: <c>InvoiceMail: 550 No such user</c>, as DeliverMessage writes it.</summary>
    /// <returns>The message's name, and what the other side said; null where it said nothing.</returns>
    public static (string Name, string? Answer) Read(string? detail)
    {
        var parts = (detail ?? "").Split(": ", 2);

        // By name alone: TryParse takes figures too, and a server's answer may begin with one.
        return Enum.TryParse<OutboxKind>(parts[0], out var kind) && $"{kind}" == parts[0]
            ? (NameOf(kind), parts.Length > 1 ? parts[1] : null)
            : ("A message", detail);
    }
}
