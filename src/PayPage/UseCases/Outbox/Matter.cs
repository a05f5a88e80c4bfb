using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;

namespace PayPage.UseCases.Outbox;

/// <summary>All that a message about an invoice can tell, as it was at one look. Read by <see cref="ReadMatter"/>; previews imagine one.</summary>
/// <remarks>Whoever judges, composes and draws goes by this alone, so a mail, its paper and the question whether it is needed never differ.</remarks>
internal sealed record Matter
{
    public required OutboxKind Kind { get; init; }

    public required Invoice Invoice { get; init; }

    public required Merchant Merchant { get; init; }

    /// <summary>The picture that <see cref="Merchant.Logo"/> names; null where there is none.</summary>
    public MerchantLogo? Logo { get; init; }

    /// <summary>The link it carries; null where it carries none.</summary>
    public LinkInMatter? Link { get; init; }

    /// <summary>Whom it is about and, where it is for him, to whom it goes: the payer of a link, who need not be the customer.</summary>
    public required BillTo Payer { get; init; }

    /// <summary>Where the merchant's own news goes; null for what is for payers, and where the merchant wants nobody told any more.</summary>
    public string? ToldAt { get; init; }

    /// <summary>The payment it tells of; null where it tells of none.</summary>
    public PaymentInMatter? Payment { get; init; }

    /// <summary>The refund it tells of; null where it tells of none.</summary>
    public Refund? Refund { get; init; }

    /// <summary>What came back, for a notice of it.</summary>
    public Bounce? Bounce { get; init; }

    /// <summary>The date at the merchant's place, for what tells how long it is until something.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Until it is due; 0 on the day itself, less than 0 after it.</summary>
    public int DaysLeft => Invoice.DueDate.DayNumber - Today.DayNumber;

    /// <summary>BCP 47 tag. Merchants read their own language; payers the one of the page on which they paid, else the invoice's.</summary>
    public string Language
    {
        get => field ?? (Kind.IsToCustomer() ? Payment?.Payment.Language ?? Invoice.Language : null) ?? Merchant.Language;
        init;
    }

    /// <summary>What is left to pay now; 0 where nothing may be paid.</summary>
    public Money Due => Invoice.IsPayable ? Invoice.Due : new Money(0, Invoice.Currency);
}

/// <param name="Address">Null when the key it was sealed with is gone.</param>
internal sealed record LinkInMatter(LinkId Id, LinkStatus Status, LinkAddress? Address)
{
    /// <exception cref="InvariantException">It cannot be read: the message waits until an operator has brought the key back.</exception>
    public LinkAddress Readable => Address ?? throw new InvariantException($"The address of {Id} cannot be read: is a key missing?");
}

/// <param name="Receipt">Null for a payment without money, and for one from before there were receipts.</param>
/// <param name="OwedBack">What of it the invoice had no room for; 0 nearly always.</param>
/// <param name="GoesBack">Whether that is being refunded.</param>
internal sealed record PaymentInMatter(Payment Payment, Receipt? Receipt, Money OwedBack, bool GoesBack)
{
    public ReceiptFacts? Facts { get; } = Receipt is null ? null : ReceiptFactsText.Read(Receipt.Facts);
}

/// <param name="To">The address or number, masked.</param>
/// <param name="Reason">What the other side said, without addresses.</param>
internal sealed record Bounce(BouncedKind What, string To, string Reason);
