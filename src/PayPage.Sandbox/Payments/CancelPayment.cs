using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Payments;

/// <summary>The arbiter between paying and giving up: exactly one of the two happens. Safe to repeat.</summary>
internal sealed class CancelPayment(Database database, MovePayment move, TimeProvider clock)
{
    /// <summary>Cancels an open payment; an unknown one is canceled before it comes and will never open.</summary>
    /// <returns>The payment as it is now, canceled or not.</returns>
    public Task<Payment> HandleAsync(string account, string reference, CancellationToken ct) => database.WriteAsync(
        session => PaymentShelf.ByReference(session, account, reference) is { } payment
            ? Cancel(session, payment)
            : BuryEarly(session, account, reference),
        ct);

    /// <summary>The payer's own button.</summary>
    public Task<Payment> HandleAsync(Payment payment, CancellationToken ct) =>
        database.WriteAsync(session => Cancel(session, payment), ct);

    private Payment Cancel(Session session, Payment payment) =>
        move.Try(session, payment.Id, PaymentStatus.Canceled)
        ?? move.Freshen(session, PaymentShelf.ById(session, payment.Id)!);    // payments are never deleted

    private Payment BuryEarly(Session session, string account, string reference)
    {
        var now = clock.GetUtcNow().Stored();
        session.Execute(
            """
            INSERT INTO payments (id, account, client_reference, status, amount, created_at, expires_at)
            VALUES ($id, $account, $reference, 'canceled', 0, $now, $now)
            """,
            ("$id", Ids.New("sbp")),
            ("$account", account),
            ("$reference", reference),
            ("$now", now));
        return PaymentShelf.ByReference(session, account, reference)!;    // it was written a line above
    }
}
