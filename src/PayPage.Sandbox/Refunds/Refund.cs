using Microsoft.Data.Sqlite;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Refunds;

internal enum RefundStatus
{
    Pending,
    Succeeded,
    Failed,
}

/// <summary>Money on its way back. Only pending ones move, and only once.</summary>
internal sealed record Refund
{
    public required string Id { get; init; }

    public required string Account { get; init; }

    public required string ClientReference { get; init; }

    public required string PaymentId { get; init; }

    /// <summary>In minor units, above 0.</summary>
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required RefundStatus Status { get; init; }

    public string? FailureReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public RefundView View() =>
        new(Id, ClientReference, PaymentId, Amount, Currency, Status.Text(), FailureReason, CreatedAt.UtcDateTime);

    public static Refund Read(SqliteDataReader row) => new()
    {
        Id = row.Text("id"),
        Account = row.Text("account"),
        ClientReference = row.Text("client_reference"),
        PaymentId = row.Text("payment_id"),
        Amount = row.Number("amount"),
        Currency = row.Text("currency"),
        Status = RefundStates.Parse(row.Text("status")),
        FailureReason = row.TextOrNull("failure_reason"),
        CreatedAt = row.Instant("created_at"),
    };
}

/// <summary>A refund as the API and the webhooks show it.</summary>
internal sealed record RefundView(
    string Id,
    string ClientReference,
    string PaymentId,
    long Amount,
    string Currency,
    string Status,
    string? FailureReason,
    DateTime CreatedAt);

internal static class RefundStates
{
    public static string Text(this RefundStatus status) => status switch
    {
        RefundStatus.Pending => "pending",
        RefundStatus.Succeeded => "succeeded",
        RefundStatus.Failed => "failed",
    };

    /// <exception cref="FormatException">Not a word of <see cref="Text"/>.</exception>
    public static RefundStatus Parse(string text) => text switch
    {
        "pending" => RefundStatus.Pending,
        "succeeded" => RefundStatus.Succeeded,
        "failed" => RefundStatus.Failed,
        _ => throw new FormatException($"'{text}' is not a refund status."),
    };
}
