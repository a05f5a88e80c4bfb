using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Outbox;

/// <summary>Whether what was promised is still worth saying. A mail that had to wait must not ask for money that has come, nor carry a link that was taken back.</summary>
internal static class FindNeed
{
    internal const string Settled = "Nothing is to be paid any more.";
    internal const string LinkGone = "Its link does not work any more.";
    internal const string MoneyCame = "Money came meanwhile, or is on its way.";
    internal const string RemindersOff = "Reminders were switched off.";
    internal const string RefundIsOver = "The refund is over by now, and another message tells how.";
    internal const string NobodyTold = "The merchant wants nobody told at this place of the list any more.";

    /// <returns>Why it is not sent any more; null when it is.</returns>
    public static string? Objection(Matter matter) => matter switch
    {
        { Kind: OutboxKind.ConfirmationMail or OutboxKind.BounceMail or OutboxKind.RefundFailedMail, ToldAt: null } => NobodyTold,
        { Kind: OutboxKind.RefundBegunMail, Refund.Status: not (RefundStatus.Requested or RefundStatus.Pending) } => RefundIsOver,
        { Kind: OutboxKind.RefundMail, Refund.Status: not RefundStatus.Succeeded } => RefundIsOver,
        { Kind: OutboxKind.RefundFailedMail, Refund.Status: not RefundStatus.Failed } => RefundIsOver,
        { Kind: OutboxKind.ReminderMail, Due.Minor: <= 0 } => Settled,
        { Kind: OutboxKind.ReminderMail, Invoice.Reserved: > 0 } => MoneyCame,
        { Kind: OutboxKind.ReminderMail, Invoice.GetsNoReminders: true } or { Kind: OutboxKind.ReminderMail, Merchant.Reminds: false } => RemindersOff,
        { Kind: not (OutboxKind.InvoiceMail or OutboxKind.InvoiceText or OutboxKind.FreshLinkMail or OutboxKind.FreshLinkText) } => null,
        { Due.Minor: <= 0 } => Settled,
        { Link.Status: LinkStatus.Revoked or LinkStatus.Closed or LinkStatus.Used } => LinkGone,
        _ => null,
    };
}
