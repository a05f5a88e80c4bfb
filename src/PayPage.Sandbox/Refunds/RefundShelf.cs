using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Refunds;

/// <summary>Finds refunds. What belongs to another account is not found.</summary>
internal static class RefundShelf
{
    public static Refund? ById(Session session, string account, string id) => session.Rows(
        "SELECT * FROM refunds WHERE id = $id AND account = $account",
        Refund.Read,
        ("$id", id),
        ("$account", account)).SingleOrDefault();

    public static Refund? ByReference(Session session, string account, string reference) => session.Rows(
        "SELECT * FROM refunds WHERE account = $account AND client_reference = $reference",
        Refund.Read,
        ("$account", account),
        ("$reference", reference)).SingleOrDefault();

    public static List<(Refund Refund, RefundStatus To)> ToSettle(Session session, DateTimeOffset now, int limit) => session.Rows(
        "SELECT * FROM refunds WHERE status = 'pending' AND settle_at <= $now ORDER BY settle_at LIMIT $limit",
        row => (Refund.Read(row), RefundStates.Parse(row.Text("settle_to"))),
        ("$now", now.Stored()),
        ("$limit", limit));
}
