namespace PayPage.Domain.Receipts;

/// <summary>What a receipt says, as it was when the money came. Never changes.</summary>
public sealed record ReceiptFacts
{
    /// <summary>The merchant's own count of receipts, e.g. <c>R-000042</c>; unique per merchant.</summary>
    public required string Number { get; init; }

    public required Mode Mode { get; init; }

    public required string MerchantName { get; init; }

    /// <summary>One line per line; null where the merchant shows none.</summary>
    public string? MerchantAddress { get; init; }

    /// <summary>Register and tax numbers, one per line; null where the merchant gave none.</summary>
    public string? MerchantLegal { get; init; }

    /// <summary>Null where the invoice names no customer.</summary>
    public string? CustomerName { get; init; }

    public required string InvoiceNumber { get; init; }

    public required Money InvoiceTotal { get; init; }

    /// <summary>What was paid by this one payment, not what the invoice came to.</summary>
    public required Money Amount { get; init; }

    /// <summary>Still to be paid after it; 0 when nothing is.</summary>
    public required Money Left { get; init; }

    /// <summary>What of it the invoice had no room for; 0 nearly always.</summary>
    public required Money OwedBack { get; init; }

    /// <summary>Ten characters that name the payment (<see cref="Payments.PaymentReference"/>).</summary>
    public required string Reference { get; init; }

    /// <summary>E.g. <c>Visa •••• 4242</c> or a bank's name: never more than the last four digits. Null when the processor did not say.</summary>
    public string? Instrument { get; init; }

    public required DateTimeOffset PaidAt { get; init; }

    /// <summary>IANA name of the merchant's time zone.</summary>
    public required string TimeZone { get; init; }
}
