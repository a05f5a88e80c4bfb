using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Payments;

/// <summary>Finds payments. What belongs to another account is not found.</summary>
internal static class PaymentShelf
{
    public static Payment? ById(Session session, string id) => session.Rows(
        "SELECT * FROM payments WHERE id = $id", Payment.Read, ("$id", id)).SingleOrDefault();

    public static Payment? ById(Session session, string account, string id) => session.Rows(
        "SELECT * FROM payments WHERE id = $id AND account = $account",
        Payment.Read,
        ("$id", id),
        ("$account", account)).SingleOrDefault();

    public static Payment? ByReference(Session session, string account, string reference) => session.Rows(
        "SELECT * FROM payments WHERE account = $account AND client_reference = $reference",
        Payment.Read,
        ("$account", account),
        ("$reference", reference)).SingleOrDefault();

    public static Payment? BySecret(Session session, string secret) => session.Rows(
        "SELECT * FROM payments WHERE payer_secret = $secret", Payment.Read, ("$secret", secret)).SingleOrDefault();

    /// <summary>Oldest first, in the order they were made.</summary>
    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="after">The id of the last one seen, or null to begin.</param>
    public static List<Payment> Between(
        Session session, string account, DateTimeOffset from, DateTimeOffset to, string? after, int limit) => session.Rows(
        """
        SELECT * FROM payments
        WHERE account = $account AND created_at >= $from AND created_at < $to
          AND seq > COALESCE((SELECT seq FROM payments WHERE id = $after AND account = $account), 0)
        ORDER BY seq LIMIT $limit
        """,
        Payment.Read,
        ("$account", account),
        ("$from", from.Stored()),
        ("$to", to.Stored()),
        ("$after", after),
        ("$limit", limit));

    public static List<string> Overdue(Session session, DateTimeOffset now, int limit) => session.Rows(
        "SELECT id FROM payments WHERE status = 'open' AND expires_at <= $now ORDER BY expires_at LIMIT $limit",
        row => row.Text("id"),
        ("$now", now.Stored()),
        ("$limit", limit));

    public static List<(string Id, PaymentStatus To, string? Reason)> ToSettle(Session session, DateTimeOffset now, int limit) =>
        session.Rows(
            """
            SELECT id, settle_to, settle_reason FROM payments
            WHERE status = 'processing' AND settle_at <= $now ORDER BY settle_at LIMIT $limit
            """,
            row => (row.Text("id"), PaymentStates.Parse(row.Text("settle_to")), row.TextOrNull("settle_reason")),
            ("$now", now.Stored()),
            ("$limit", limit));
}
