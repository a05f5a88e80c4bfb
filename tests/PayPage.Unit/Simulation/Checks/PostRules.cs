using PayPage.Domain.Events;
using PayPage.Domain.Ledger;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Disputes;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Reminding;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What must be true at the end of what people and systems were told: each thing once, whatever crashed meanwhile.</summary>
internal static class PostRules
{
    private static readonly IReadOnlyList<string> Needless =
    [
        FindNeed.Settled, FindNeed.LinkGone, FindNeed.RefundIsOver, FindNeed.MoneyCame, FindNeed.RemindersOff, ComposeDisputeMail.Over, ComposeDisputeMail.NotDecided,
        FindColleagueNeed.Accepted, FindColleagueNeed.Works, FindReminderNeed.PlanChanged, FindReminderNeed.TooLate, FindReminderNeed.AnotherToday,
    ];

    public static IEnumerable<string> Broken(Snapshot now, Post post, World world) =>
    [
        .. Messages(post, world),
        .. Numbers(post),
        .. Deliveries(post, world),
        .. now.Payments.SelectMany(p => Told(p, now, post, world)),
    ];

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

            if (isMail && message.DeadAt is not null && !Needless.Contains(message.LastError) && message.Attempts < DeliverMessage.MostAttempts
                && !world.Mailbox.HasRefused(message.Id))
            {
                yield return $"{message.Id} ({message.Kind}) was given up: {message.LastError}.";
            }
        }
    }

    /// <summary>Events have numbers without a gap, for each merchant and for each invoice.</summary>
    private static IEnumerable<string> Numbers(Post post) =>
    [
        .. post.Told.GroupBy(e => (e.MerchantId, e.Mode)).Where(own => !own.Select(e => e.Sequence).SequenceEqual(Enumerable.Range(1, own.Count()).Select(n => (long)n)))
            .Select(own => $"The events of {own.Key} have a gap."),
        .. post.Told.Where(e => e.InvoiceId is not null).GroupBy(e => e.InvoiceId)
            .Where(own => !own.Select(e => e.InvoiceSequence!.Value).SequenceEqual(Enumerable.Range(1, own.Count()).Select(n => (long)n)))    // not null: of an invoice
            .Select(own => $"The events of {own.Key} have a gap."),
    ];

    /// <summary>What an endpoint wanted is on its way to it once; what counts as delivered arrived; what was given up was given up with the endpoint.</summary>
    private static IEnumerable<string> Deliveries(Post post, World world)
    {
        var ways = post.Deliveries.ToLookup(d => d.EventId);

        foreach (var delivery in post.Deliveries)
        {
            if (delivery.IsWaiting || (delivery.DeliveredAt is not null && !world.Hooks.Has($"{delivery.EventId}")))
            {
                yield return $"{delivery.Id} ({delivery.EventId}) is {(delivery.IsWaiting ? "still waiting" : "delivered and never came")}.";
            }

            if (delivery.DeadAt is not null && delivery.Attempts < RetrySchedule.Pauses.Count && !world.Hooks.WasTurnedOff(delivery.EndpointId))
            {
                yield return $"{delivery.Id} was given up: {delivery.LastError}";
            }
        }

        foreach (var (shop, told) in from shop in world.Shops from told in post.Told where told.MerchantId == shop.Caller.MerchantId select (shop, told))
        {
            var expected = shop.Endpoint is not null && Shop.Wanted.Contains(told.Type.Name()) ? 1 : 0;
            var least = shop.Endpoint is { } endpoint && world.Hooks.WasTurnedOff(endpoint) ? 0 : expected;

            if (ways[told.Id].Count() is var count && (count < least || count > expected))
            {
                yield return $"{told.Id} ({told.Type}) was put on its way {count} times.";
            }
        }
    }

    /// <summary>Each payment that succeeded has one receipt, one message of it to its payer and one to the merchant, and one event where it paid something.</summary>
    private static IEnumerable<string> Told(Payment payment, Snapshot now, Post post, World world)
    {
        var about = post.Outbox.Where(m => m.PaymentId == payment.Id).ToList();
        var confirmations = about.Count(m => m.Kind == OutboxKind.ConfirmationMail);
        var messages = about.Count(m => m.Kind is OutboxKind.ReceiptMail or OutboxKind.ReceiptText);
        var receipts = post.Receipts.Count(r => r.PaymentId == payment.Id);
        var events = post.Told.Count(e => e.PaymentId == payment.Id && e.Type is EventType.InvoicePaid or EventType.InvoicePartiallyPaid);
        var applied = now.Postings[$"{payment.Id}"].Any(e => e.Account == LedgerAccount.InvoicePaid);
        var one = payment.Status == PaymentStatus.Succeeded ? 1 : 0;
        var (least, most) = one == 0 ? (0, 0) : Messages(payment, now, world);

        if (confirmations != one || receipts != one || messages < least || messages > most || events != (applied ? 1 : 0))
        {
            yield return $"{payment.Id} ({payment.Status}) has {receipts} receipts, {messages} messages of it, {confirmations} confirmations and {events} events.";
        }
    }

    private static (int Least, int Most) Messages(Payment payment, Snapshot now, World world)
    {
        var (address, other) = (now.InvoiceOf(payment).BillTo, now.Links.SingleOrDefault(l => l.Id == payment.LinkId && l.IsForAnother));

        return payment.ReceiptEmail is not null || other?.PayerEmail is not null ? (1, 1)
            : other is not null ? (0, 0)
            : world.HadAddressFromTheStart(payment.InvoiceId) ? (1, 1)
            : address.Phone is not null ? (payment.LinkId is null ? 0 : 1, 1)    // a text needs a link
            : address.Email is not null ? (0, 1)    // it got its address at some time
            : (0, 0);
    }
}
