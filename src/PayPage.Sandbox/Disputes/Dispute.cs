using Microsoft.Data.Sqlite;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Disputes;

internal enum DisputeStatus
{
    /// <summary>The bank asks; no money has moved.</summary>
    Inquiry,

    /// <summary>The money is with the bank, which waits for an answer.</summary>
    NeedsResponse,

    /// <summary>Answered; the bank decides.</summary>
    UnderReview,

    /// <summary>The money was put back.</summary>
    Won,
    Lost,

    /// <summary>An inquiry that ended without money having moved.</summary>
    Closed,
}

/// <summary>A payer asked his bank to have his money back.</summary>
internal sealed record Dispute
{
    public const string NoReason = "general";

    /// <summary>What a bank may give as its reason.</summary>
    public static readonly IReadOnlyList<string> Reasons =
    [
        "fraudulent", "unrecognized", "duplicate", "product_not_received", "product_unacceptable", "subscription_canceled", "credit_not_processed", NoReason,
    ];

    public required string Id { get; init; }

    public required string Account { get; init; }

    public required string PaymentId { get; init; }

    /// <summary>Of the payment.</summary>
    public required string ClientReference { get; init; }

    /// <summary>In minor units, above 0.</summary>
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required DisputeStatus Status { get; init; }

    public required string Reason { get; init; }

    /// <summary>Null once there is nothing to answer any more.</summary>
    public DateTimeOffset? EvidenceDueBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public DisputeView View() => new(
        Id, PaymentId, ClientReference, Amount, Currency, Status.Text(), Reason, EvidenceDueBy?.UtcDateTime, Status.KeepsMoney() ? Amount : 0,
        CreatedAt.UtcDateTime, DecidedAt?.UtcDateTime);

    public static Dispute Read(SqliteDataReader row) => new()
    {
        Id = row.Text("id"),
        Account = row.Text("account"),
        PaymentId = row.Text("payment_id"),
        ClientReference = row.Text("client_reference"),
        Amount = row.Number("amount"),
        Currency = row.Text("currency"),
        Status = DisputeStates.Parse(row.Text("status")),
        Reason = row.Text("reason"),
        EvidenceDueBy = row.InstantOrNull("evidence_due_by"),
        CreatedAt = row.Instant("created_at"),
        DecidedAt = row.InstantOrNull("decided_at"),
    };
}

/// <summary>A dispute as the API and the webhooks show it.</summary>
/// <param name="AmountWithdrawn">What of the merchant's money the bank has now, in minor units.</param>
internal sealed record DisputeView(
    string Id, string PaymentId, string ClientReference, long Amount, string Currency, string Status, string Reason, DateTime? EvidenceDueBy,
    long AmountWithdrawn, DateTime CreatedAt, DateTime? DecidedAt);

internal static class DisputeStates
{
    private static readonly (DisputeStatus Status, string Text, DisputeStatus[] From)[] Table =
    [
        (DisputeStatus.Inquiry, "inquiry", []),
        (DisputeStatus.NeedsResponse, "needs_response", [DisputeStatus.Inquiry]),
        (DisputeStatus.UnderReview, "under_review", [DisputeStatus.NeedsResponse]),

        // A second round may turn what was decided.
        (DisputeStatus.Won, "won", [DisputeStatus.NeedsResponse, DisputeStatus.UnderReview, DisputeStatus.Lost]),
        (DisputeStatus.Lost, "lost", [DisputeStatus.NeedsResponse, DisputeStatus.UnderReview, DisputeStatus.Won]),
        (DisputeStatus.Closed, "closed", [DisputeStatus.Inquiry]),
    ];

    /// <summary>For SQL: the states in which the bank has the merchant's money.</summary>
    public static string WithMoney { get; } = string.Join(", ", Table.Where(row => row.Status.KeepsMoney()).Select(row => $"'{row.Text}'"));

    public static bool KeepsMoney(this DisputeStatus status) => status is DisputeStatus.NeedsResponse or DisputeStatus.UnderReview or DisputeStatus.Lost;

    public static bool WaitsForAnswer(this DisputeStatus status) => status is DisputeStatus.Inquiry or DisputeStatus.NeedsResponse;

    public static bool IsDecided(this DisputeStatus status) => status is DisputeStatus.Won or DisputeStatus.Lost or DisputeStatus.Closed;

    public static bool MayBecome(this DisputeStatus from, DisputeStatus to) => Array.Exists(Table, row => row.Status == to && row.From.Contains(from));

    public static string Text(this DisputeStatus status) => Array.Find(Table, row => row.Status == status).Text;

    /// <exception cref="FormatException">Not a word of <see cref="Text"/>.</exception>
    public static DisputeStatus Parse(string text) =>
        Array.Find(Table, row => row.Text == text) is { Text: not null } found ? found.Status : throw new FormatException($"'{text}' is not a dispute status.");
}
