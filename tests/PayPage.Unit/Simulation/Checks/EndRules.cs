using PayPage.Domain.Inbox;
using PayPage.Domain.Ledger;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What must be true when all has healed and come to rest: between our books and the processor's, to the last unit.</summary>
internal static class EndRules
{
    public static IEnumerable<string> Broken(Snapshot now, Post post, World world) =>
    [
        .. now.Payments.Where(p => p.IsOpen).Select(p => $"{p.Id} is still {p.Status}."),
        .. now.Invoices.Where(i => i.Reserved != 0).Select(i => $"{i.Id} still holds {i.Reserved}."),
        .. now.Invoices.Where(i => i.Refunded > i.Paid).Select(i => $"Of {i.Id} {i.Refunded} went back, and only {i.Paid} was paid."),
        .. Payments(now, world),
        .. Refunds(now, world),
        .. DisputeRules.BrokenAtTheEnd(now, world),
        .. Accounts(now, world),
        .. Events(post, world),
        .. PostRules.Broken(now, post, world),
        .. Replay.Broken(now, post),
    ];

    private static IEnumerable<string> Payments(Snapshot now, World world) =>
        from session in world.Processor.Sessions
        let payment = now.Payment(session.PaymentId)
        where (session.State == ProcessorState.Succeeded) != (payment.Status == PaymentStatus.Succeeded)
        select $"{payment.Id} is {payment.Status} here and {session.State} over {session.Amount} there.";

    private static IEnumerable<string> Refunds(Snapshot now, World world)
    {
        foreach (var refund in now.Refunds)
        {
            var there = world.Processor.Refunds.Find(r => r.RefundId == refund.Id || (r.RefundId is null && r.Reference == refund.ProcessorReference));
            var agrees = refund.Status switch
            {
                RefundStatus.Succeeded when refund.AccountId is null => there is null,    // given back by hand
                RefundStatus.Succeeded => there is { State: RefundState.Succeeded } && there.Minor == refund.Amount.Minor,
                RefundStatus.Failed or RefundStatus.Retried => there is null or { State: RefundState.Failed },
                RefundStatus.Requested or RefundStatus.Pending => false,
            };

            if (!agrees)
            {
                yield return $"{refund.Id} is {refund.Status} here and {there?.State} there.";
            }
        }

        foreach (var unknown in world.Processor.Refunds.Where(r => now.Refunds.All(known => known.Id != r.RefundId && known.ProcessorReference != r.Reference)))
        {
            yield return $"The processor gave back {unknown.Reference} ({unknown.RefundId}), of which the books know nothing.";
        }
    }

    /// <summary>What the processor has for a merchant, in each currency, is what our ledger says that it has.</summary>
    private static IEnumerable<string> Accounts(Snapshot now, World world)
    {
        foreach (var (merchant, currency) in now.Invoices.Select(i => (i.MerchantId, i.Currency)).Distinct())
        {
            var sessions = world.Processor.Sessions.Where(s => s.ApiKey == $"{merchant}" && s.Amount.Currency == currency && s.State == ProcessorState.Succeeded).ToList();
            var there = sessions.Sum(s => s.Amount.Minor - world.Processor.Withheld(s))
                - world.Processor.Refunds.Where(r => r.State == RefundState.Succeeded && sessions.Contains(r.Session)).Sum(r => r.Minor);
            var entries = now.Ledger.Where(e => e.MerchantId == merchant && e.Amount.Currency == currency).ToList();
            var here = entries.Where(e => e.Account == LedgerAccount.AtProcessor).Sum(e => e.Amount.Minor);

            if (here != there || entries.Sum(e => e.Amount.Minor) != 0)
            {
                yield return $"{merchant} has {here} {currency} at the processor by our books and {there} by its own; all entries sum to {entries.Sum(e => e.Amount.Minor)}.";
            }
        }
    }

    private static IEnumerable<string> Events(Post post, World world) =>
    [
        .. post.Inbox
            .Where(e => e.Verdict is not (InboxVerdict.Applied or InboxVerdict.Stale)
                && !(e.Verdict == InboxVerdict.Unmatched && e.Type.StartsWith("dispute.", StringComparison.Ordinal)))    // it came before its money
            .Select(e => $"{e.EventId} of an honest processor was {e.Verdict}."),
        .. world.Processor.Unheard.Where(e => world.Processor.Lists).Select(e => e.Id).Except(post.Inbox.Select(e => e.EventId)).Select(id => $"{id} was listed and is in no book."),
    ];
}
