using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What must be true of the books at every moment.</summary>
internal static class BookRules
{
    public static IEnumerable<string> Broken(Snapshot now, IReadOnlyList<Shop> shops) =>
    [
        .. now.Invoices.SelectMany(i => OfInvoice(i, now)),
        .. now.Payments.SelectMany(p => OfPayment(p, now, shops)),
        .. now.Refunds.SelectMany(r => OfRefund(r, now)),
        .. DisputeRules.Broken(now),
        .. OfLedger(now),
    ];

    private static IEnumerable<string> OfInvoice(Invoice invoice, Snapshot now)
    {
        var open = now.PaymentsOf(invoice).Where(p => p.IsOpen).Sum(p => p.Amount.Minor);
        var paid = -Balance(now, invoice, LedgerAccount.InvoicePaid);
        var refunded = Balance(now, invoice, LedgerAccount.InvoiceRefunded);

        if (invoice.Reserved != open)
        {
            yield return $"{invoice.Id} holds {invoice.Reserved}, but its open payments are {open}.";
        }

        if (invoice.Paid != paid || invoice.Refunded != refunded)
        {
            yield return $"{invoice.Id} says {invoice.Paid} paid, {invoice.Refunded} refunded; the ledger {paid} and {refunded}.";
        }

        // What went past us may have come back before we hear of it, and gone again through us.
        var wentPastUs = now.PaymentsOf(invoice).Any(p => now.RefundsOf(p).Any(r => r.Origin == RefundOrigin.Processor));

        if (invoice.Paid < 0 || invoice.Reserved < 0 || invoice.Refunded < 0 || (invoice.Refunded > invoice.Paid && !wentPastUs))
        {
            yield return $"{invoice.Id} has impossible sums: {invoice.Paid} paid, {invoice.Reserved} held, {invoice.Refunded} refunded.";
        }

        if (invoice.Paid + invoice.Reserved > invoice.Total)
        {
            yield return $"{invoice.Id} is oversold: {invoice.Paid} paid and {invoice.Reserved} held of {invoice.Total}.";
        }

        if (invoice.Stage == InvoiceStage.Canceled && (invoice.Paid != 0 || invoice.Reserved != 0))
        {
            yield return $"{invoice.Id} is canceled, with {invoice.Paid} paid and {invoice.Reserved} held.";
        }
    }

    private static IEnumerable<string> OfPayment(Payment payment, Snapshot now, IReadOnlyList<Shop> shops)
    {
        var legs = now.Postings[$"{payment.Id}"].ToList();
        var through = payment.Method == PaymentMethod.Outside ? LedgerAccount.Outside : LedgerAccount.AtProcessor;
        var came = legs.Where(e => e.Account == through).Sum(e => e.Amount.Minor);
        var applied = -legs.Where(e => e.Account == LedgerAccount.InvoicePaid).Sum(e => e.Amount.Minor);
        var owed = -legs.Where(e => e.Account == LedgerAccount.OverpaymentOwed).Sum(e => e.Amount.Minor);
        var refunds = now.RefundsOf(payment).ToList();
        var byPolicy = refunds.Where(r => r.Origin == RefundOrigin.Policy).ToList();
        var goesBack = payment.Stray != StrayMoney.None
            && shops.Single(s => s.Caller.MerchantId == payment.MerchantId).Policies.For(payment.Stray) == StrayMoneyPolicy.Refund;
        var held = refunds.Where(r => r.Holds).Sum(r => r.Amount.Minor);
        var left = -now.LedgerOf(payment).Where(e => e.Account == LedgerAccount.OverpaymentOwed).Sum(e => e.Amount.Minor);

        if (came != (payment.Status == PaymentStatus.Succeeded ? payment.Amount.Minor : 0) || applied + owed != came)
        {
            yield return $"{payment.Id} is {payment.Status} over {payment.Amount}; the ledger has {came} = {applied} applied + {owed} owed.";
        }

        if (applied < 0 || owed < 0 || (owed > 0 && payment.Stray == StrayMoney.None))
        {
            yield return $"{payment.Id} ({payment.Stray}) was applied {applied}, owed {owed}.";
        }

        // Of money that is too much only the excess goes back; of all other, all of it.
        if (byPolicy.Count != (goesBack ? 1 : 0) || byPolicy.Exists(r => r.Amount.Minor != owed) || (goesBack && payment.Stray != StrayMoney.Over && owed != came))
        {
            yield return $"{payment.Id} ({payment.Stray}) was applied {applied}, owed {owed}, and has {byPolicy.Count} refunds by policy.";
        }

        if (payment.GivenBack != held)
        {
            yield return $"{payment.Id} says {payment.GivenBack} given back; its refunds hold {held}.";
        }

        // Of a refund made past us we hear when it is done: it may cross with one of ours, which the processor then refuses.
        if (held > payment.Amount.Minor && refunds.TrueForAll(r => r.Origin != RefundOrigin.Processor))
        {
            yield return $"{payment.Id} over {payment.Amount} gives back {held}.";
        }

        if (left < 0 || left > owed)
        {
            yield return $"Of {payment.Id} {left} is still owed back, of {owed}.";
        }

        if (payment.Amount.Minor <= 0 || payment.Amount.Currency != now.InvoiceOf(payment).Currency || refunds.Exists(r => r.Amount.Minor <= 0 || r.Amount.Currency != payment.Amount.Currency))
        {
            yield return $"{payment.Id} is over {payment.Amount}; its refunds are over {string.Join(", ", refunds.Select(r => r.Amount))}.";
        }
    }

    private static IEnumerable<string> OfRefund(Refund refund, Snapshot now)
    {
        var left = -now.PostedFor($"{refund.Id}").Where(e => e.Account is (LedgerAccount.AtProcessor or LedgerAccount.Outside)).Sum(e => e.Amount.Minor);

        if (left != (refund.Status == RefundStatus.Succeeded ? refund.Amount.Minor : 0))
        {
            yield return $"{refund.Id} is {refund.Status} over {refund.Amount}; the ledger has {left}.";
        }
    }

    private static IEnumerable<string> OfLedger(Snapshot now)
    {
        HashSet<string> things = [.. now.Payments.Select(p => $"{p.Id}"), .. now.Refunds.Select(r => $"{r.Id}"), .. now.Disputes.Select(d => $"{d.Id}")];

        foreach (var posting in now.Postings)
        {
            if (posting.Sum(e => e.Amount.Minor) != 0 || posting.Select(e => e.Amount.Currency).Distinct().Count() != 1)
            {
                yield return $"The posting {posting.Key} does not balance.";
            }

            // Of a payment there is one; a refund or a dispute that moved more than once has numbers behind its id.
            if (!things.Contains(posting.Key) && (posting.Key.StartsWith("pay_", StringComparison.Ordinal) || !things.Contains(posting.Key.Split(':')[0])))
            {
                yield return $"The posting {posting.Key} tells of nothing.";
            }
        }
    }

    private static long Balance(Snapshot now, Invoice invoice, LedgerAccount account) =>
        now.LedgerOf(invoice).Where(e => e.Account == account).Sum(e => e.Amount.Minor);
}
