using PayPage.Domain.Events;
using PayPage.Domain.Inbox;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Outbox;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What must be true when all has healed and come to rest.</summary>
internal static class EndRules
{
    private const int MostAttempts = 10;

    public static IEnumerable<string> Broken(Snapshot now, Post post, World world) =>
    [
        .. now.Payments.Where(p => p.IsOpen).Select(p => $"{p.Id} is still {p.Status}."),
        .. now.Invoices.Where(i => i.Reserved != 0).Select(i => $"{i.Id} still holds {i.Reserved}."),
        .. Payments(now, world),
        .. Refunds(now, world),
        .. DisputeRules.BrokenAtTheEnd(now, world),
        .. Messages(post, world),
        .. Events(post),
        .. Numbers(post),
        .. now.Payments.Where(p => p.Status == PaymentStatus.Succeeded).SelectMany(p => Told(p, now, post, world)),
    ];

    private static IEnumerable<string> Payments(Snapshot now, World world) =>
        from session in world.Processor.Sessions
        let payment = now.Payments.Single(p => p.Id == session.PaymentId)
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

    private static IEnumerable<string> Messages(Post post, World world)
    {
        foreach (var message in post.Outbox)
        {
            var isMail = message.Kind != OutboxKind.RefundRequest;

            if (message is { SentAt: null, DeadAt: null })
            {
                yield return $"{message.Id} ({message.Kind}) was never sent.";
            }

            if (isMail && message.SentAt is not null && !world.Mailbox.Has(message.Id))
            {
                yield return $"{message.Id} ({message.Kind}) is marked as sent, but never left.";
            }

            var isNeedless = message.LastError is FindNeed.Settled or FindNeed.LinkGone or FindNeed.RefundIsOver or ComposeDisputeMail.Over or ComposeDisputeMail.NotDecided;

            if (isMail && message.DeadAt is not null && !isNeedless && message.Attempts < MostAttempts && !world.Mailbox.HasRefused(message.Id))
            {
                yield return $"{message.Id} ({message.Kind}) was given up: {message.LastError}.";
            }
        }
    }

    /// <summary>What merchants' systems are told: numbered without a gap, for each merchant and for each invoice, whatever crashed meanwhile; and each payment's money once.</summary>
    private static IEnumerable<string> Numbers(Post post) =>
    [
        .. post.Told.GroupBy(e => (e.MerchantId, e.Mode)).Where(own => !own.Select(e => e.Sequence).SequenceEqual(Enumerable.Range(1, own.Count()).Select(n => (long)n)))
            .Select(own => $"The events of {own.Key} have a gap."),
        .. post.Told.Where(e => e.InvoiceId is not null).GroupBy(e => e.InvoiceId)
            .Where(own => !own.Select(e => e.InvoiceSequence!.Value).SequenceEqual(Enumerable.Range(1, own.Count()).Select(n => (long)n)))    // not null: of an invoice
            .Select(own => $"The events of {own.Key} have a gap."),
        .. post.Told.Where(e => e.Type is EventType.InvoicePaid or EventType.InvoicePartiallyPaid).GroupBy(e => e.PaymentId).Where(own => own.Count() > 1)
            .Select(own => $"{own.Key} was told twice."),
    ];

    private static IEnumerable<string> Events(Post post) => post.Inbox
        .Where(e => e.Verdict is not (InboxVerdict.Applied or InboxVerdict.Stale)
            && !(e.Verdict == InboxVerdict.Unmatched && e.Type.StartsWith("dispute.", StringComparison.Ordinal)))    // it came before its money
        .Select(e => $"{e.EventId} of an honest processor was {e.Verdict}.");

    private static IEnumerable<string> Told(Payment payment, Snapshot now, Post post, World world)
    {
        var about = post.Outbox.Where(m => m.PaymentId == payment.Id).ToList();
        var confirmations = about.Count(m => m.Kind == OutboxKind.ConfirmationMail);
        var receipts = about.Count(m => m.Kind == OutboxKind.ReceiptMail);
        var invoice = now.InvoiceOf(payment);
        var other = now.Links.SingleOrDefault(l => l.Id == payment.LinkId && l.PayerName is not null);
        var (least, most) = payment.ReceiptEmail is not null || other?.PayerEmail is not null ? (1, 1)
            : other is not null ? (0, 0)
            : world.HadAddressFromTheStart(invoice.Id) ? (1, 1)
            : invoice.BillTo.Email is not null ? (0, 1)    // it got its address at some time
            : (0, 0);

        if (confirmations != 1 || receipts < least || receipts > most)
        {
            yield return $"{payment.Id} has {confirmations} confirmations and {receipts} receipts.";
        }
    }
}
