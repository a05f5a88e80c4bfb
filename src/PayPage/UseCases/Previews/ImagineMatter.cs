using PayPage.Domain;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Reminders;
using PayPage.UseCases.Outbox;
using static PayPage.UseCases.Previews.PreviewState;

namespace PayPage.UseCases.Previews;

/// <summary>What a payer is told when things stand as imagined, and what that tells of.</summary>
internal static class ImagineMatter
{
    /// <returns>Null where payers get no mail in this state.</returns>
    public static OutboxKind? MailIn(PreviewState state) => state switch
    {
        Unopened or LastMinutes or Declined or InFlight or InFlightOwn => OutboxKind.InvoiceMail,
        Expired => OutboxKind.FreshLinkMail,
        BankPending => OutboxKind.BankPendingMail,
        PartPaid or Paid => OutboxKind.ReceiptMail,
        Canceled or Closed or Revoked => null,
    };

    /// <returns>Null where merchants are told of nothing in this state.</returns>
    public static OutboxKind? ConfirmationIn(PreviewState state) => state is PartPaid or Paid ? OutboxKind.ConfirmationMail : null;

    /// <returns>Null where payers get no text message in this state.</returns>
    public static OutboxKind? TextIn(PreviewState state) => state switch
    {
        Unopened or LastMinutes or Declined or InFlight or InFlightOwn => OutboxKind.InvoiceText,
        Expired => OutboxKind.FreshLinkText,
        PartPaid or Paid => OutboxKind.ReceiptText,
        BankPending or Canceled or Closed or Revoked => null,
    };

    /// <returns>Whether somebody may be reminded in this state: nothing has come, nothing is on its way.</returns>
    public static bool IsReminded(PreviewState state) => state is Unopened or LastMinutes or Expired or Declined or PartPaid;

    /// <summary>The day on which it goes out by the merchant's plan; by the usual one where he has no such step.</summary>
    public static DateOnly ReminderDay(PreviewSubject subject, bool isAfter)
    {
        var steps = subject.Merchant.ReminderPlan.Days.Concat(ReminderPlan.Usual.Days).Where(days => days > 0 == isAfter);
        return subject.Invoice.DueDate.AddDays(steps.First());
    }

    /// <param name="language">BCP 47 tag of the reader's language.</param>
    public static Matter Of(OutboxKind kind, PreviewSubject subject, ImaginedLink link, string language) => new()
    {
        Kind = kind,
        Invoice = link.Facts.Invoice,
        Merchant = subject.Merchant,
        Payer = link.Facts.Invoice.BillTo,
        ToldAt = kind.IsToCustomer() ? null : subject.Merchant.ToldAddresses()[0],
        Logo = subject.Logo,
        Link = new LinkInMatter(link.Facts.Link.Id, link.Facts.Link.Status, new LinkAddress(ImagineLink.Code, ImagineLink.Code)),
        Payment = link.Payment is { } payment
            ? new PaymentInMatter(payment, link.Receipt, new Money(0, payment.Amount.Currency), GoesBack: false)
            : null,
        Language = language,
    };
}
