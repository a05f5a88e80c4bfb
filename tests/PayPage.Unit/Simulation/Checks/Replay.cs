using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.StateMachines;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>The history, played again from its beginning: each line moves its invoice, payment or link along a legal way, and at its end all are where the rows say.</summary>
internal static class Replay
{
    public static IEnumerable<string> Broken(Snapshot now, Post post) =>
    [
        .. Of(
            now.Invoices.Select(i => ($"{i.Id}", InvoiceStage.Draft, i.Stage)),
            post.Audit.Select(e => ($"{e.InvoiceId}", e.At, StageAfter(e.Kind))), InvoiceTransitions.Table),
        .. Of(
            now.Payments.Where(p => p.Method != PaymentMethod.Outside).Select(p => ($"{p.Id}", PaymentStatus.Prepared, p.Status)),
            post.Audit.Where(e => e.PaymentId is not null).Select(e => ($"{e.PaymentId}", e.At, StatusAfter(e.Kind))), PaymentTransitions.Table),
        .. Of(
            now.Links.Where(l => l.Status is LinkStatus.Active or LinkStatus.Opened or LinkStatus.Expired or LinkStatus.Revoked).Select(l => ($"{l.Id}", LinkStatus.Active, l.Status)),
            post.Audit.Where(e => e.LinkId is not null).Select(e => ($"{e.LinkId}", e.At, StatusOfLinkAfter(e.Kind))), LinkTransitions.Table),
    ];

    private static IEnumerable<string> Of<TStatus>(
        IEnumerable<(string Id, TStatus First, TStatus Now)> things, IEnumerable<(string Id, DateTimeOffset At, TStatus? After)> lines, TransitionTable<TStatus> table)
        where TStatus : struct, Enum
    {
        var history = lines.Where(line => line.After is not null).ToLookup(line => line.Id, line => (line.At, After: line.After!.Value));

        foreach (var (id, first, now) in things)
        {
            var at = first;

            foreach (var next in InTurn(history[id], table).Where(next => !next.Equals(at)))
            {
                if (!History.IsPath(table, at, next))
                {
                    yield return $"The history of {id} goes from {at} to {next}.";
                }

                at = next;
            }

            if (!at.Equals(now))
            {
                yield return $"By its history {id} is {at}; it is {now}.";
            }
        }
    }

    /// <summary>What one commit wrote at one instant stands in no order: what leads on comes first.</summary>
    private static IEnumerable<TStatus> InTurn<TStatus>(IEnumerable<(DateTimeOffset At, TStatus After)> lines, TransitionTable<TStatus> table)
        where TStatus : struct, Enum
    {
        var rest = lines.ToList();

        while (rest.Count > 0)
        {
            var together = rest.TakeWhile(line => line.At == rest[0].At).Select(line => line.After).ToList();
            rest.RemoveRange(0, together.Count);

            foreach (var next in together.OrderByDescending(one => Enum.GetValues<TStatus>().Count(other => !other.Equals(one) && History.IsPath(table, one, other))))
            {
                yield return next;
            }
        }
    }

    private static InvoiceStage? StageAfter(AuditKind kind) => kind switch
    {
        AuditKind.InvoiceCreated => InvoiceStage.Created,
        AuditKind.InvoiceSent => InvoiceStage.Sent,
        AuditKind.InvoiceCanceled => InvoiceStage.Canceled,
        _ => null,
    };

    private static PaymentStatus? StatusAfter(AuditKind kind) => kind switch
    {
        AuditKind.PaymentUnconfirmed => PaymentStatus.Unconfirmed,
        AuditKind.PaymentProcessing => PaymentStatus.Processing,
        AuditKind.PaymentDeclined or AuditKind.PaymentFailed => PaymentStatus.Failed,
        AuditKind.PaymentCanceled => PaymentStatus.Canceled,
        AuditKind.PaymentSucceeded => PaymentStatus.Succeeded,
        _ => null,
    };

    private static LinkStatus? StatusOfLinkAfter(AuditKind kind) => kind switch
    {
        AuditKind.LinkOpened => LinkStatus.Opened,
        AuditKind.LinkExpired => LinkStatus.Expired,
        AuditKind.LinkRevoked => LinkStatus.Revoked,
        _ => null,
    };
}
