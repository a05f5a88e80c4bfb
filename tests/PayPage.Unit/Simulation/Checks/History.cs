using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.StateMachines;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What must be true of every change between one look and the next.</summary>
internal static class History
{
    private static readonly TimeSpan OpenWindow = TimeSpan.FromHours(24);

    public static IEnumerable<string> Broken(Snapshot before, Snapshot now, World world) =>
    [
        .. Moves(before, now).Where(m => !m.IsLegal).Select(m => $"{m.Id} went from {m.From} to {m.To}."),
        .. now.Payments.Where(p => before.Payment(p.Id) is null).SelectMany(p => OfNew(p, before, now)),
        .. now.Links.ExceptBy(before.Links.Select(b => b.Id), l => l.Id).SelectMany(l => OfNew(l, world)),
        .. before.Ledger.Select(Written).Except(now.Ledger.Select(Written)).Select(gone => $"{gone.Id} was changed or removed."),
        .. before.Payments.Where(b => now.Payment(b.Id) is null).Select(gone => $"{gone.Id} is gone."),
    ];

    /// <summary>Writes the moves into the trace.</summary>
    public static void Tell(World world, Snapshot before, Snapshot now)
    {
        foreach (var move in Moves(before, now))
        {
            world.Trace.Say($"* {move.Id}: {move.From} -> {move.To}");
            world.Coverage.Visit($"{move.Id.Split('_')[0]} {move.To}");
        }

        foreach (var payment in now.Payments.Where(p => p.Stray != StrayMoney.None && before.Payment(p.Id) is { } was && was.Stray != p.Stray))
        {
            world.Trace.Say($"* {payment.Id}: {payment.Stray}");
            world.Coverage.Visit($"stray {payment.Stray}");
        }

        foreach (var dispute in now.Disputes.ExceptBy(before.Disputes.Select(b => b.Id), d => d.Id).Where(d => d.PaymentId is null))
        {
            world.Coverage.Visit("a dispute before its money");
        }

        world.RememberAddressed(now.Invoices.ExceptBy(before.Invoices.Select(b => b.Id), i => i.Id).Where(i => i.BillTo.Email is not null).Select(i => i.Id));
        world.RememberRevoked(now.Links.Where(l => l.Status == LinkStatus.Revoked).Select(l => l.Id));
    }

    private static IEnumerable<Move> Moves(Snapshot before, Snapshot now) =>
    [
        .. Between(before.Invoices, now.Invoices, i => $"{i.Id}", i => i.Stage, InvoiceStage.Draft, InvoiceTransitions.Table),
        .. Between(before.Links, now.Links, l => $"{l.Id}", l => l.Status, LinkStatus.Active, LinkTransitions.Table),
        .. Between(before.Payments, now.Payments, p => $"{p.Id}", p => p.Status, PaymentStatus.Prepared, PaymentTransitions.Table),
        .. Between(before.Refunds, now.Refunds, r => $"{r.Id}", r => r.Status, RefundStatus.Requested, RefundTransitions.Table),
        .. Between(before.Disputes, now.Disputes, d => $"{d.Id}", d => d.State, DisputeState.Inquiry, DisputeTransitions.Table),
    ];

    private static IEnumerable<Move> Between<T, TStatus>(
        IReadOnlyList<T> before, IReadOnlyList<T> now, Func<T, string> id, Func<T, TStatus> status, TStatus first, TransitionTable<TStatus> table)
        where TStatus : struct, Enum
    {
        var was = before.ToDictionary(id, status);

        foreach (var one in now)
        {
            var from = was.TryGetValue(id(one), out var known) ? known : first;

            if (!from.Equals(status(one)))
            {
                yield return new Move(id(one), $"{from}", $"{status(one)}", IsPath(table, from, status(one)));
            }
        }
    }

    /// <summary>Several moves may lie between two looks.</summary>
    public static bool IsPath<TStatus>(TransitionTable<TStatus> table, TStatus from, TStatus to)
        where TStatus : struct, Enum
    {
        HashSet<TStatus> reached = [from];

        while (table.Moves.Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To)))
        {
        }

        return reached.Contains(to);
    }

    private static (LedgerEntryId Id, string Posting, LedgerAccount Account, Money Amount, InvoiceId Invoice) Written(LedgerEntry entry) =>
        (entry.Id, entry.Posting, entry.Account, entry.Amount, entry.InvoiceId);

    /// <summary>A payment is begun only through a link that works, over an amount that the invoice has room for.</summary>
    private static IEnumerable<string> OfNew(Payment payment, Snapshot before, Snapshot now)
    {
        if (payment.Method == PaymentMethod.Outside)
        {
            yield break;    // it was not begun here: it came
        }

        var link = now.Links.Single(l => l.Id == payment.LinkId);
        var status = before.Links.FirstOrDefault(l => l.Id == link.Id)?.Status ?? LinkStatus.Active;

        if (!LinkTransitions.Live.Contains(status) || payment.PreparedAt >= link.WorksUntil(OpenWindow))
        {
            yield return $"{payment.Id} was begun through {link.Id}, which was {status} and worked until {link.WorksUntil(OpenWindow)}.";
        }

        if (before.Invoices.FirstOrDefault(i => i.Id == payment.InvoiceId) is { } invoice)
        {
            var (amount, left) = (payment.Amount.Minor, invoice.Available.Minor - payment.Amount.Minor);

            if (left < 0 || (left > 0 && (amount < invoice.MinimumPayment || left < invoice.MinimumPayment)))
            {
                yield return $"{payment.Id} holds {payment.Amount} of {invoice.Available}; the least is {invoice.MinimumPayment}.";
            }
        }
    }

    private static IEnumerable<string> OfNew(PaymentLink link, World world)
    {
        if (link.PredecessorId is { } predecessor && world.WasRevoked(predecessor))
        {
            yield return $"{link.Id} follows {predecessor}, which was revoked.";
        }
    }

    private sealed record Move(string Id, string From, string To, bool IsLegal);
}
