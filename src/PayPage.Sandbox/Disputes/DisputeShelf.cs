using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Disputes;

/// <summary>Finds disputes. What belongs to another account is not found by the API.</summary>
internal static class DisputeShelf
{
    public static Dispute? ById(Session session, string id) => session.Rows(
        "SELECT * FROM disputes WHERE id = $id", Dispute.Read, ("$id", id)).SingleOrDefault();

    public static Dispute? ById(Session session, string account, string id) => ById(session, id) is { } dispute && dispute.Account == account ? dispute : null;

    /// <summary>Oldest first.</summary>
    public static List<Dispute> OfPayment(Session session, string account, string payment) => session.Rows(
        "SELECT * FROM disputes WHERE account = $account AND payment_id = $payment ORDER BY seq",
        Dispute.Read,
        ("$account", account),
        ("$payment", payment));

    /// <summary>Those whose time to answer is over.</summary>
    public static List<Dispute> Unanswered(Session session, DateTimeOffset now, int limit) => session.Rows(
        "SELECT * FROM disputes WHERE evidence_due_by <= $now ORDER BY evidence_due_by LIMIT $limit",
        Dispute.Read,
        ("$now", now.Stored()),
        ("$limit", limit));

    /// <summary>What banks have of a payment's money now; minor units.</summary>
    public static long Withdrawn(Session session, string payment) => session.Number(
        $"SELECT COALESCE(SUM(amount), 0) FROM disputes WHERE payment_id = $payment AND status IN ({DisputeStates.WithMoney})",
        ("$payment", payment))!.Value;    // a sum of none is 0
}
