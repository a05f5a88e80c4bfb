using PayPage.Domain.Disputes;
using PayPage.Domain.Ledger;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What must be true of disputes: at every moment in the books, and at the end between ours and the processor's.</summary>
internal static class DisputeRules
{
    public static IEnumerable<string> Broken(Snapshot now) =>
    [
        .. now.Payments.SelectMany(p => OfPayment(p, now)),
        .. now.Disputes.SelectMany(d => OfDispute(d, now)),
    ];

    /// <summary>All news has been heard.</summary>
    public static IEnumerable<string> BrokenAtTheEnd(Snapshot now, World world) =>
        from there in world.Processor.Disputes
        let here = now.Disputes.SingleOrDefault(d => d.ProcessorReference == there.Reference)
        where here is null || here.State != there.State || here.Amount != there.Amount || here.PaymentId != there.Session.PaymentId
        select $"{there.Reference} is {here?.State} over {here?.Amount} of {here?.PaymentId} here, and {there.State} over {there.Amount} of {there.Session.PaymentId} there.";

    private static IEnumerable<string> OfPayment(Payment payment, Snapshot now)
    {
        var withheld = now.Disputes.Where(d => d.PaymentId == payment.Id && d.State.KeepsMoney()).Sum(d => d.Amount.Minor);

        if (payment.Disputed != withheld || (withheld > 0 && payment.Status != PaymentStatus.Succeeded))
        {
            yield return $"{payment.Id} ({payment.Status}) says that {payment.Disputed} is disputed; its disputes keep {withheld}.";
        }

        if (payment.Status == PaymentStatus.Succeeded
            && now.Disputes.Any(d => d.PaymentId is null && d.AccountId == payment.AccountId && d.MoneyReference == payment.MoneyReference))
        {
            yield return $"{payment.Id} has its money, and a dispute of it still waits.";
        }
    }

    private static IEnumerable<string> OfDispute(Dispute dispute, Snapshot now)
    {
        var legs = now.PostedFor($"{dispute.Id}").ToList();
        var has = new DisputeStanding(
            Sum(LedgerAccount.InDispute), Sum(LedgerAccount.InvoiceRefunded), Sum(LedgerAccount.OverpaymentOwed), Sum(LedgerAccount.DisputeLoss));

        if (has != dispute.Standing || -Sum(LedgerAccount.AtProcessor) != dispute.Standing.Withheld)
        {
            yield return $"{dispute.Id} ({dispute.State}) should have {dispute.Standing}; the ledger has {has}.";
        }

        long Sum(LedgerAccount account) => legs.Where(e => e.Account == account).Sum(e => e.Amount.Minor);
    }
}
