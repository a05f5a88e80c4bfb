using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;
using PayPage.UseCases.Receipts;

namespace PayPage.UseCases.Links;

/// <summary>A link as its page shows it. Made by <see cref="ShowLink"/> of what is, and by previews of what may be.</summary>
/// <param name="Merchant">Name, contact and look: everybody may see these.</param>
/// <param name="Language">BCP 47 tag that the merchant chose for this invoice; null: the payer's own.</param>
/// <param name="At">When it was looked at.</param>
internal sealed record LinkView(LinkId Link, Merchant Merchant, Mode Mode, string? Language, LinkState State, DateTimeOffset At)
{
    /// <summary>The date at the merchant's place: due dates go by it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At, Merchant.Zone).DateTime);
}

/// <summary>What a link shows (rules of money and links, 2.5). Each holds exactly what its page may tell.</summary>
internal abstract record LinkState
{
    private LinkState()
    {
    }

    /// <param name="Until">When the link stops; null until a person opened it.</param>
    /// <param name="Last">What became of the last payment through this link; another may be made.</param>
    /// <param name="Window">How long a link works once opened.</param>
    internal sealed record Payable(Invoice Invoice, DateTimeOffset? Until, TimeSpan Window, LastTry Last) : LinkState;

    /// <param name="Age">Since it was begun.</param>
    /// <param name="MayContinue">This browser began it, and it is known where the payer goes on.</param>
    internal sealed record InFlight(string InvoiceNumber, Money Amount, PaymentStatus Status, TimeSpan Age, bool MayContinue, bool Mine) : LinkState
    {
        /// <summary>The bank said no to a try, and the same payment takes the next one.</summary>
        public bool Declined { get; init; }
    }

    /// <param name="Rest">What is left of the invoice; 0 when it is settled or canceled.</param>
    /// <param name="MaskedEmail">Where a link for the rest went; null when there is no address on file.</param>
    /// <param name="NextToken">The link for the rest, for the browser that paid; null for any other.</param>
    /// <param name="Receipt">Null for a payment from before there were receipts.</param>
    internal sealed record Used(
        string InvoiceNumber, Payment Payment, Money Rest, string? MaskedEmail, string? NextToken, Receipt? Receipt) : LinkState
    {
        /// <summary>Where the merchant's system wants the payer to be able to go back to; null: nowhere. He is never led there on his own.</summary>
        public Uri? BackTo { get; init; }

        /// <summary>What of the payment went back, or is on its way; nothing for nearly all.</summary>
        public IReadOnlyList<RefundLine> Refunds { get; init; } = [];
    }

    /// <summary>Too many tries through it were declined: it takes no payment now.</summary>
    /// <param name="Until">Null: until the merchant says otherwise.</param>
    internal sealed record Held(string InvoiceNumber, DateTimeOffset? Until) : LinkState;

    internal sealed record Expired(string InvoiceNumber, string? MaskedEmail) : LinkState;

    internal sealed record Closed(string InvoiceNumber, bool Canceled) : LinkState;

    internal sealed record Revoked : LinkState;
}
