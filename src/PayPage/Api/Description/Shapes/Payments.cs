#nullable disable
using System.ComponentModel;

namespace PayPage.Api.Description.Shapes;

internal sealed record PaymentList
{
    [Description("Oldest first.")]
    public required IReadOnlyList<Payment> Payments { get; init; }
}

/// <summary>Amounts are texts in the decimals of their currency.</summary>
internal sealed record Payment
{
    public required string Id { get; init; }

    public required string InvoiceNumber { get; init; }

    [Description("What the payer's receipt and the merchant's mails call it.")]
    public required string Reference { get; init; }

    [Description("prepared, submitted, unconfirmed, processing, succeeded, failed, canceled, ...")]
    public required string Status { get; init; }

    [Description("card, bank, ...")]
    public required string Method { get; init; }

    public required string Amount { get; init; }

    public required string Currency { get; init; }

    [Description("What went back, or is on its way back.")]
    public required string Refunded { get; init; }

    [Description("What a bank holds while it decides.")]
    public required string Disputed { get; init; }

    [Description("What may still go back.")]
    public required string Refundable { get; init; }

    [Description("A try was declined, and the payer may try again.")]
    public required bool Declined { get; init; }

    [Description("Why the money was not expected: late, twice, over_paid, ...")]
    public string Unexpected { get; init; }

    [Description("A card's brand and last four digits, or a bank.")]
    public string Instrument { get; init; }

    public string LinkId { get; init; }

    public string ProcessorReference { get; init; }

    public required string CreatedAt { get; init; }

    public string SettledAt { get; init; }
}

internal sealed record NewRefund
{
    [Description("At most what is refundable.")]
    public required TypedFigure Amount { get; init; }

    [Description("For the history and the payer.")]
    public string Reason { get; init; }
}

internal sealed record RefundList
{
    public required IReadOnlyList<Refund> Refunds { get; init; }

    public required string Refundable { get; init; }

    public required string Currency { get; init; }
}

internal sealed record Refund
{
    public required string Id { get; init; }

    public required string PaymentId { get; init; }

    [Description("requested, pending, succeeded, failed, retried.")]
    public required string Status { get; init; }

    public required string Amount { get; init; }

    public required string Currency { get; init; }

    [Description("Who wanted it: merchant, policy, processor, bank, ...")]
    public required string Origin { get; init; }

    public string Reason { get; init; }

    public string FailureReason { get; init; }

    [Description("The failed refund that this one is another try of.")]
    public string Follows { get; init; }

    public string ProcessorReference { get; init; }

    public required string CreatedAt { get; init; }

    public string SettledAt { get; init; }
}

/// <summary>The receipt leaves in a moment.</summary>
internal sealed record ReceiptSent
{
    [Description("queued, or sent-a-moment-ago.")]
    public required string Status { get; init; }
}
