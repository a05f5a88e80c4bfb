using PayPage.Domain.Invoices;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Domain.Ledger;

/// <summary>One line of a posting. Written once, never changed, never removed: a correction is a new posting.</summary>
public sealed class LedgerEntry
{
    public required LedgerEntryId Id { get; init; }

    /// <summary>What belongs together and sums to 0: the payment, refund or step of a dispute that it tells of. What becomes of a refund later has a number behind its id.</summary>
    public required string Posting { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    public required InvoiceId InvoiceId { get; init; }

    public required PaymentId PaymentId { get; init; }

    public required LedgerAccount Account { get; init; }

    /// <summary>Minor units; debit is more than 0, credit is less.</summary>
    public required Money Amount { get; init; }

    public required DateTimeOffset At { get; init; }
}

public enum LedgerAccount
{
    /// <summary>Money that the processor holds for the merchant. Debit: it came in.</summary>
    AtProcessor,

    /// <summary>Money that the merchant took past us. Debit: it came in.</summary>
    Outside,

    /// <summary>What an invoice was paid. Its credit balance is the invoice's Paid.</summary>
    InvoicePaid,

    /// <summary>What was given back of an invoice's payments. Its debit balance is the invoice's Refunded.</summary>
    InvoiceRefunded,

    /// <summary>Money for which no invoice had room: owed to a payer until refunded or decided otherwise.</summary>
    OverpaymentOwed,

    /// <summary>Money that banks took over disputes that are not decided.</summary>
    InDispute,

    /// <summary>Money that banks took over lost disputes though it had gone back already, such as by a refund: the merchant's loss.</summary>
    DisputeLoss,
}
