using Microsoft.Data.Sqlite;
using PayPage.Sandbox.Payments;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Movements;

/// <summary>A payment that succeeded, or a refund in whatever state, as a line of a statement.</summary>
internal sealed record Movement
{
    /// <summary>Of the payment or the refund.</summary>
    public required string Id { get; init; }

    public required bool IsRefund { get; init; }

    public required string ClientReference { get; init; }

    /// <summary>Of which payment it is; its own id for a payment.</summary>
    public required string PaymentId { get; init; }

    /// <summary>In minor units, above 0.</summary>
    public required long Amount { get; init; }

    public required string Currency { get; init; }

    public required string Status { get; init; }

    /// <summary>card or bank; null of a refund.</summary>
    public string? Method { get; init; }

    public string? Bank { get; init; }

    public string? CardBrand { get; init; }

    public string? CardLast4 { get; init; }

    /// <summary>When the payment succeeded, or the refund was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    public MovementView View() => new(
        Id, IsRefund ? "refund" : "payment", ClientReference, PaymentId, Amount, Currency, Status, Method,
        CardBrand is { } brand && CardLast4 is { } last4 ? new CardView(brand, last4) : null,
        Banks.Find(Bank) is { } bank ? new BankView(bank.Code, bank.Name) : null,
        At.UtcDateTime);

    public static Movement Read(SqliteDataReader row) => new()
    {
        Id = row.Text("id"),
        IsRefund = row.Flag("is_refund"),
        ClientReference = row.Text("client_reference"),
        PaymentId = row.Text("payment_id"),
        Amount = row.Number("amount"),
        Currency = row.Text("currency"),
        Status = row.Text("status"),
        Method = row.TextOrNull("method"),
        Bank = row.TextOrNull("bank"),
        CardBrand = row.TextOrNull("card_brand"),
        CardLast4 = row.TextOrNull("card_last4"),
        At = row.Instant("at"),
    };
}

/// <summary>A movement as the API shows it.</summary>
internal sealed record MovementView(
    string Id,
    string Kind,
    string ClientReference,
    string PaymentId,
    long Amount,
    string Currency,
    string Status,
    string? Method,
    CardView? Card,
    BankView? Bank,
    DateTime At);

/// <summary>Finds movements. What belongs to another account is not found.</summary>
internal static class MovementShelf
{
    private const string All = """
        SELECT id, 0 AS is_refund, client_reference, id AS payment_id, amount, currency, status, method, bank, card_brand, card_last4, succeeded_at AS at
        FROM payments WHERE account = $account AND succeeded_at IS NOT NULL
        UNION ALL
        SELECT id, 1, client_reference, payment_id, amount, currency, status, NULL, NULL, NULL, NULL, created_at
        FROM refunds WHERE account = $account
        """;

    public static Movement? ById(Session session, string account, string id) => session.Rows(
        $"SELECT * FROM ({All}) WHERE id = $id", Movement.Read, ("$account", account), ("$id", id)).SingleOrDefault();

    /// <summary>Oldest first.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="after">The last one seen, or null to begin.</param>
    public static List<Movement> Between(Session session, string account, DateTimeOffset from, DateTimeOffset to, Movement? after, int limit) => session.Rows(
        $"""
        SELECT * FROM ({All})
        WHERE at >= $from AND at < $to AND (at, id) > ($last_at, $last_id)
        ORDER BY at, id LIMIT $limit
        """,
        Movement.Read,
        ("$account", account),
        ("$from", from.Stored()),
        ("$to", to.Stored()),
        ("$last_at", after?.At.Stored() ?? long.MinValue),
        ("$last_id", after?.Id ?? ""),
        ("$limit", limit));
}
