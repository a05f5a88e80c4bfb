using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Domain.Delivery;

/// <summary>What a mail tells, before it has words. The words are in Delivery/Email.</summary>
public abstract record Mail
{
    private Mail()
    {
    }

    public required MerchantCard Merchant { get; init; }

    public required InvoiceCard Invoice { get; init; }

    /// <summary>BCP 47 tag of the reader's language; null: the house's.</summary>
    public string? Language { get; init; }

    /// <summary>Here is your invoice.</summary>
    /// <param name="Link">Its pay page; null where the merchant wants no link in it.</param>
    /// <param name="Subject">The merchant's own; null: the house's words.</param>
    /// <param name="Message">The merchant's own words in place of ours; null: ours. Without a link it must ask for none.</param>
    public sealed record OfInvoice(Uri? Link, MailTemplate? Subject = null, MailTemplate? Message = null) : Mail;

    /// <summary>Here is the new link you asked for.</summary>
    public sealed record OfFreshLink(Uri Link) : Mail;

    /// <summary>Thank you: what was paid, and what is left.</summary>
    /// <param name="RestLink">For what is left; null when nothing is.</param>
    public sealed record OfReceipt(PaymentCard Payment, Uri? RestLink) : Mail;

    /// <summary>To the payer: the bank has agreed, the money is on its way.</summary>
    public sealed record OfBankPending(PaymentCard Payment) : Mail;

    /// <summary>To the payer: the money did not come.</summary>
    /// <param name="Link">To pay another way; null where his link is gone.</param>
    public sealed record OfBankFailed(PaymentCard Payment, Uri? Link) : Mail;

    /// <summary>It is due soon, or was.</summary>
    /// <param name="Link">Its pay page; null where the merchant wants no link in mails.</param>
    /// <param name="DaysLeft">Until it is due; 0 on the day itself, less than 0 after it.</param>
    /// <param name="Message">The merchant's own words in place of ours; null: ours. Without a link it must ask for none.</param>
    public sealed record OfReminder(Uri? Link, int DaysLeft, MailTemplate? Message = null) : Mail;

    /// <summary>To the payer: his money came when nobody expected it any more, and goes back.</summary>
    public sealed record OfRefundBegun(PaymentCard Payment, RefundCard Refund) : Mail;

    /// <summary>To the payer: so much was given back.</summary>
    public sealed record OfRefund(PaymentCard Payment, RefundCard Refund) : Mail;

    /// <summary>To the merchant: it was not given back, and somebody must look.</summary>
    public sealed record OfRefundFailed(PaymentCard Payment, RefundCard Refund) : Mail;

    /// <summary>To the merchant: it was paid.</summary>
    /// <param name="Phone">Of the payer, where the invoice asks for it; E.164.</param>
    /// <param name="ShipTo">Where it is to be sent, where the invoice asks for it.</param>
    public sealed record OfConfirmation(PaymentCard Payment, string? Phone = null, ShippingAddress? ShipTo = null) : Mail;

    /// <summary>To the merchant: what was sent to this customer was not taken.</summary>
    /// <param name="To">The address or number, masked.</param>
    /// <param name="Reason">What the other side said, in its own words and without addresses.</param>
    public sealed record OfBounce(BouncedKind What, string To, string Reason) : Mail;
}

/// <summary>What it was that did not arrive.</summary>
public enum BouncedKind
{
    Invoice,
    FreshLink,
    Receipt,

    /// <summary>That bank money is on its way, or did not come.</summary>
    BankNotice,
    Reminder,

    /// <summary>That money goes back, or went back.</summary>
    RefundNotice,
}

/// <param name="Picture">The logo; null: the name's first letter stands for it.</param>
public sealed record MerchantCard(
    string Name, string Email, string? Phone, string? Address, TimeZoneInfo Zone, BrandColor? Color = null, MailFile? Picture = null);

/// <param name="Due">What is left to pay now.</param>
/// <param name="IsCanceled">Then nothing is to be paid, but that does not make it paid.</param>
public sealed record InvoiceCard(
    string Number, string? CustomerName, string? Description, string? Instructions, IReadOnlyList<InvoiceLine> Lines,
    Money Total, Money Due, DateOnly DueDate, Mode Mode, bool IsCanceled = false);

/// <param name="At">When the money came; when the bank agreed, for money on its way.</param>
/// <param name="Instrument">E.g. <c>Visa •••• 4242</c>.</param>
/// <param name="OwedBack">What of it the invoice had no room for; 0 nearly always.</param>
/// <param name="GoesBack">Whether that is being refunded.</param>
/// <param name="Left">What was still to be paid after it, as its receipt says.</param>
/// <param name="Receipt">The receipt's number; null where there is none.</param>
public sealed record PaymentCard(
    string Reference, Money Amount, string? Instrument, DateTimeOffset At, Money OwedBack, Money Left, bool GoesBack = false, string? Receipt = null, StrayMoney Stray = StrayMoney.None);

/// <param name="At">When it was asked for; when it was over, once it is.</param>
/// <param name="IsByHand">Whether the merchant gave it back outside this site.</param>
/// <param name="Failure">Why it failed, in the processor's words; null where it did not, or nothing was said.</param>
/// <param name="HadLeft">Whether its money had left before: then the payer was told so.</param>
public sealed record RefundCard(Money Amount, DateTimeOffset At, bool IsByHand, string? Failure, bool HadLeft);

/// <summary>Finds the words for a mail.</summary>
public interface IMailComposer
{
    /// <param name="mail">What it tells.</param>
    /// <param name="to">One mailbox.</param>
    /// <param name="messageId">See <see cref="EmailMessage"/>.</param>
    /// <param name="files">What goes with it.</param>
    EmailMessage Compose(Mail mail, string to, string messageId, DateTimeOffset date, IReadOnlyList<MailFile> files);
}
