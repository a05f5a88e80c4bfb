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
        var open = now.Payments.Where(p => p.InvoiceId == invoice.Id && p.IsOpen).Sum(p => p.Amount.Minor);
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

        if (invoice.Paid < 0 || invoice.Reserved < 0 || invoice.Refunded < 0 || invoice.Refunded > invoice.Paid)
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
        var legs = now.Ledger.Where(e => e.Posting == $"{payment.Id}").ToList();
        var through = payment.Method == PaymentMethod.Outside ? LedgerAccount.Outside : LedgerAccount.AtProcessor;
        var came = legs.Where(e => e.Account == through).Sum(e => e.Amount.Minor);
        var applied = -legs.Where(e => e.Account == LedgerAccount.InvoicePaid).Sum(e => e.Amount.Minor);
        var owed = -legs.Where(e => e.Account == LedgerAccount.OverpaymentOwed).Sum(e => e.Amount.Minor);
        var refunds = now.Refunds.Where(r => r.PaymentId == payment.Id).ToList();
        var byPolicy = refunds.Where(r => r.Origin == RefundOrigin.Policy).ToList();
        var goesBack = payment.Stray != StrayMoney.None
            && shops.Single(s => s.Caller.MerchantId == payment.MerchantId).Policies.For(payment.Stray) == StrayMoneyPolicy.Refund;
        var held = refunds.Where(r => r.Holds).Sum(r => r.Amount.Minor);
        var left = -now.Ledger.Where(e => e.PaymentId == payment.Id && e.Account == LedgerAccount.OverpaymentOwed).Sum(e => e.Amount.Minor);

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

        if (payment.Amount.Minor <= 0 || payment.Amount.Currency != now.InvoiceOf(payment).Currency)
        {
            yield return $"{payment.Id} is over {payment.Amount}.";
        }
    }

    private static IEnumerable<string> OfRefund(Refund refund, Snapshot now)
    {
        var left = -now.Ledger
            .Where(e => OfPosting(e.Posting) == $"{refund.Id}" && e.Account is (LedgerAccount.AtProcessor or LedgerAccount.Outside))
            .Sum(e => e.Amount.Minor);

        if (left != (refund.Status == RefundStatus.Succeeded ? refund.Amount.Minor : 0))
        {
            yield return $"{refund.Id} is {refund.Status} over {refund.Amount}; the ledger has {left}.";
        }
    }

    private static IEnumerable<string> OfLedger(Snapshot now)
    {
        foreach (var posting in now.Ledger.GroupBy(e => e.Posting))
        {
            if (posting.Sum(e => e.Amount.Minor) != 0 || posting.Select(e => e.Amount.Currency).Distinct().Count() != 1)
            {
                yield return $"The posting {posting.Key} does not balance.";
            }

            if (now.Payments.All(p => $"{p.Id}" != posting.Key) && now.Refunds.All(r => $"{r.Id}" != OfPosting(posting.Key))
                && now.Disputes.All(d => $"{d.Id}" != posting.Key.Split(':')[0]))
            {
                yield return $"The posting {posting.Key} tells of nothing.";
            }
        }
    }

    /// <summary>A refund that moved more than once has numbers behind its id.</summary>
    private static string OfPosting(string posting) => posting.Split(':')[0];

    private static long Balance(Snapshot now, Invoice invoice, LedgerAccount account) =>
        now.Ledger.Where(e => e.InvoiceId == invoice.Id && e.Account == account).Sum(e => e.Amount.Minor);
}
