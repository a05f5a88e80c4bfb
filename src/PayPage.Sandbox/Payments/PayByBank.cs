using Microsoft.Extensions.Options;
using PayPage.Sandbox.Storage;

namespace PayPage.Sandbox.Payments;

/// <summary>A payer's bank, on the page or through the simulate call.</summary>
internal sealed class PayByBank(Database database, MovePayment move, IOptions<SandboxOptions> options, TimeProvider clock)
{
    public const string Approve = "approve";
    public const string Refuse = "refuse";
    public const string PendingSuccess = "pending_success";
    public const string PendingFailure = "pending_failure";


    /// <summary>Pending until it is settled by hand, through the API.</summary>
    public const string PendingUntilSettled = "pending";

    public static readonly IReadOnlyList<string> Decisions = [Approve, Refuse, PendingSuccess, PendingFailure, PendingUntilSettled];

    private const string Refused = "bank_refused";
    private const string NeverArrived = "bank_payment_failed";

    /// <summary>The payer picks a bank of the list; another one may be picked while the payment is open.</summary>
    /// <returns>False when there is no such bank or the payment waits for none.</returns>
    public async Task<bool> ChooseAsync(Payment payment, string? code, CancellationToken ct) =>
        Banks.Find(code) is { } bank
        && await database.WriteAsync(
            s => s.Execute(
                "UPDATE payments SET bank = $bank WHERE id = $id AND method = 'bank' AND status = 'open' AND expires_at > $now",
                ("$id", payment.Id),
                ("$bank", bank.Code),
                ("$now", clock.GetUtcNow().Stored())),
            ct) == 1;

    /// <param name="decision">One of <see cref="Decisions"/>; anything else changes nothing.</param>
    public Task<PayerOutcome> HandleAsync(Payment payment, string? decision, CancellationToken ct) => database.WriteAsync<PayerOutcome>(
        session =>
        {
            var moved = payment.IsCard ? null : Decide(session, payment, decision);
            return moved is null
                ? new PayerOutcome.NotOpen(move.Freshen(session, PaymentShelf.ById(session, payment.Id)!))    // never deleted
                : new PayerOutcome.Closed(moved);
        },
        ct);

    private Payment? Decide(Session session, Payment payment, string? decision) => decision switch
    {
        Approve => move.Try(session, payment.Id, PaymentStatus.Succeeded),
        Refuse => move.Try(session, payment.Id, PaymentStatus.Failed, new Move { DeclineReason = Refused }),
        PendingSuccess => Pending(session, payment, PaymentStatus.Succeeded, null),
        PendingFailure => Pending(session, payment, PaymentStatus.Failed, NeverArrived),
        PendingUntilSettled => move.Try(session, payment.Id, PaymentStatus.Processing),
        _ => null,
    };

    private Payment? Pending(Session session, Payment payment, PaymentStatus to, string? reason) => move.Try(
        session,
        payment.Id,
        PaymentStatus.Processing,
        new Move { Later = new Settlement(options.Value.BankSettleTime, to, reason) });

    /// <summary>Decides a payment in processing at once, whatever it would have become.</summary>
    /// <returns>Null when it is not in processing.</returns>
    public Task<Payment?> SettleAsync(Payment payment, bool succeeded, CancellationToken ct) => database.WriteAsync(
        s => PaymentShelf.ById(s, payment.Id) is { Status: PaymentStatus.Processing }
            ? move.Try(
                s,
                payment.Id,
                succeeded ? PaymentStatus.Succeeded : PaymentStatus.Failed,
                new Move { DeclineReason = succeeded ? null : NeverArrived })
            : null,
        ct);
}
