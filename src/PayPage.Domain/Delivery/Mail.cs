using PayPage.Domain.Invoices;

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
    /// <param name="Link">Its pay page.</param>
    public sealed record OfInvoice(Uri Link) : Mail;

    /// <summary>Here is the new link you asked for.</summary>
    public sealed record OfFreshLink(Uri Link) : Mail;

    /// <summary>Thank you: what was paid, and what is left.</summary>
    /// <param name="RestLink">For what is left; null when nothing is.</param>
    public sealed record OfReceipt(PaymentCard Payment, Uri? RestLink) : Mail;

    /// <summary>To the merchant: it was paid.</summary>
    public sealed record OfConfirmation(PaymentCard Payment) : Mail;
}

public sealed record MerchantCard(string Name, string Email, string? Phone, string? Address, TimeZoneInfo Zone);

/// <param name="Due">What is left to pay now.</param>
public sealed record InvoiceCard(
    string Number, string? CustomerName, string? Description, string? Instructions, IReadOnlyList<InvoiceLine> Lines,
    Money Total, Money Due, DateOnly DueDate, Mode Mode);

/// <param name="Instrument">E.g. <c>Visa •••• 4242</c>.</param>
/// <param name="OwedBack">What of it the invoice had no room for; 0 nearly always.</param>
/// <param name="GoesBack">Whether that is being refunded.</param>
public sealed record PaymentCard(string Reference, Money Amount, string? Instrument, DateTimeOffset At, Money OwedBack, bool GoesBack = false);

/// <summary>Finds the words for a mail.</summary>
public interface IMailComposer
{
    /// <param name="mail">What it tells.</param>
    /// <param name="to">One mailbox.</param>
    /// <param name="messageId">See <see cref="EmailMessage"/>.</param>
    EmailMessage Compose(Mail mail, string to, string messageId, DateTimeOffset date);
}
