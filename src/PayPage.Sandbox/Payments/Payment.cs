using Microsoft.Data.Sqlite;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Payments;

/// <summary>A payment as the file has it. What is null in a tombstone is there in every other payment, but for the bank.</summary>
internal sealed record Payment
{
    public required long Seq { get; init; }

    public required string Id { get; init; }

    /// <summary>SHA-256 of the key that made it, in hex.</summary>
    public required string Account { get; init; }

    public required string ClientReference { get; init; }

    public required PaymentStatus Status { get; init; }

    /// <summary>In minor units; 0 for a tombstone.</summary>
    public required long Amount { get; init; }

    public string? Currency { get; init; }

    public int Exponent { get; init; }

    /// <summary>card or bank.</summary>
    public string? Method { get; init; }

    /// <summary>A code of <see cref="Banks"/>; null until one was chosen.</summary>
    public string? Bank { get; init; }

    public string? Description { get; init; }

    public string? MerchantName { get; init; }

    public string? ReturnUrl { get; init; }

    public string? WebhookUrl { get; init; }

    /// <summary>Never logged: whoever has it may pay and cancel.</summary>
    public string? PayerSecret { get; init; }

    /// <summary>The key of the test card that was used; null before, and for a bank.</summary>
    public string? TestCard { get; init; }

    public string? CardBrand { get; init; }

    public string? CardLast4 { get; init; }

    /// <summary>The card asked for 3-D Secure and the payer has not answered.</summary>
    public bool Challenged { get; init; }

    public string? DeclineReason { get; init; }

    /// <summary>In minor units, with refunds that are still pending.</summary>
    public long AmountRefunded { get; init; }

    public bool Disputed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? SucceededAt { get; init; }

    public bool IsCard => Method == "card";

    public bool IsOverdueAt(DateTimeOffset now) => Status == PaymentStatus.Open && ExpiresAt <= now;

    /// <summary>What the clock says, even before the sweep wrote it.</summary>
    public PaymentStatus StatusAt(DateTimeOffset now) => IsOverdueAt(now) ? PaymentStatus.Expired : Status;

    public static Payment Read(SqliteDataReader row) => new()
    {
        Seq = row.Number("seq"),
        Id = row.Text("id"),
        Account = row.Text("account"),
        ClientReference = row.Text("client_reference"),
        Status = PaymentStates.Parse(row.Text("status")),
        Amount = row.Number("amount"),
        Currency = row.TextOrNull("currency"),
        Exponent = (int)row.Number("exponent"),
        Method = row.TextOrNull("method"),
        Bank = row.TextOrNull("bank"),
        Description = row.TextOrNull("description"),
        MerchantName = row.TextOrNull("merchant_name"),
        ReturnUrl = row.TextOrNull("return_url"),
        WebhookUrl = row.TextOrNull("webhook_url"),
        PayerSecret = row.TextOrNull("payer_secret"),
        TestCard = row.TextOrNull("test_card"),
        CardBrand = row.TextOrNull("card_brand"),
        CardLast4 = row.TextOrNull("card_last4"),
        Challenged = row.Flag("challenged"),
        DeclineReason = row.TextOrNull("decline_reason"),
        AmountRefunded = row.Number("amount_refunded"),
        Disputed = row.Flag("disputed"),
        CreatedAt = row.Instant("created_at"),
        ExpiresAt = row.Instant("expires_at"),
        SucceededAt = row.InstantOrNull("succeeded_at"),
    };
}
