using PayPage.Domain.Audit;
using PayPage.Domain.Disputes;
using PayPage.Domain.Ledger;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Verifying;

/// <summary>Payments, refunds and disputes say what the ledger says.</summary>
internal static class MoneyRules
{
    public const string Payments = "payments-in-ledger";
    public const string Refunds = "refunds-in-ledger";
    public const string Disputes = "disputes-in-ledger";
    public const string Overpayments = "overpayments";

    public static IEnumerable<BrokenRule> OfPayment(Payment payment, InvoiceBooks books)
    {
        var came = OfPosting($"{payment.Id}", books).Where(e => e.Account == PlaceOf(payment)).Sum(e => e.Amount.Minor);
        var expected = payment.Status == PaymentStatus.Succeeded ? payment.Amount.Minor : 0;
        var held = books.Refunds.Where(r => r.PaymentId == payment.Id && r.Holds).Sum(r => r.Amount.Minor);
        var withheld = books.Disputes.Where(d => d.PaymentId == payment.Id && d.State.KeepsMoney()).Sum(d => d.Amount.Minor);

        if (came != expected)
        {
            yield return new BrokenRule(Payments, $"{payment.Id}", $"{expected} in the ledger, since it is {payment.Status}", $"{came}");
        }

        if (payment.GivenBack != held)
        {
            yield return new BrokenRule(Payments, $"{payment.Id}", $"{held} given back, as its refunds hold", $"{payment.GivenBack}");
        }

        if (payment.Disputed != withheld)
        {
            yield return new BrokenRule(Payments, $"{payment.Id}", $"{withheld} disputed, as its disputes keep", $"{payment.Disputed}");
        }

        if (payment.Status == PaymentStatus.Succeeded && payment.SettledAt is null)
        {
            yield return new BrokenRule(Payments, $"{payment.Id}", "a time at which its money came", "none");
        }

        // Of a refund made past us we hear when it is done, whatever we thought was left.
        if (held > payment.Amount.Minor && books.Refunds.All(r => r.PaymentId != payment.Id || r.Origin != RefundOrigin.Processor))
        {
            yield return new BrokenRule(Payments, $"{payment.Id}", $"at most {payment.Amount.Minor} given back", $"{held}");
        }
    }

    public static IEnumerable<BrokenRule> OfRefund(Refund refund, InvoiceBooks books)
    {
        var left = -books.Ledger
            .Where(e => e.Account is LedgerAccount.AtProcessor or LedgerAccount.Outside)
            .Where(e => e.Posting.Split(':')[0] == $"{refund.Id}")
            .Sum(e => e.Amount.Minor);
        var expected = refund.Status == RefundStatus.Succeeded ? refund.Amount.Minor : 0;

        if (left != expected)
        {
            yield return new BrokenRule(Refunds, $"{refund.Id}", $"{expected} gone from the ledger, since it is {refund.Status}", $"{left}");
        }
    }

    public static IEnumerable<BrokenRule> OfDispute(Dispute dispute, InvoiceBooks books)
    {
        var legs = books.Ledger.Where(e => e.Posting.StartsWith($"{dispute.Id}:", StringComparison.Ordinal)).ToList();
        var has = new DisputeStanding(Sum(LedgerAccount.InDispute), Sum(LedgerAccount.InvoiceRefunded), Sum(LedgerAccount.OverpaymentOwed), Sum(LedgerAccount.DisputeLoss));

        if (has != dispute.Standing || -Sum(LedgerAccount.AtProcessor) != dispute.Standing.Withheld)
        {
            yield return new BrokenRule(Disputes, $"{dispute.Id}", $"{dispute.Standing} in the ledger, since it is {dispute.State}", $"{has}");
        }

        long Sum(LedgerAccount account) => legs.Where(e => e.Account == account).Sum(e => e.Amount.Minor);
    }

    /// <summary>Money that no invoice had room for is owed to the payer, or goes back: never more than came, and once.</summary>
    public static IEnumerable<BrokenRule> OfOverpayment(Payment payment, InvoiceBooks books)
    {
        var owed = -OfPosting($"{payment.Id}", books).Where(e => e.Account == LedgerAccount.OverpaymentOwed).Sum(e => e.Amount.Minor);
        var left = -books.Ledger.Where(e => e.PaymentId == payment.Id && e.Account == LedgerAccount.OverpaymentOwed).Sum(e => e.Amount.Minor);
        var byPolicy = books.Refunds.Where(r => r.PaymentId == payment.Id && r.Origin == RefundOrigin.Policy && r.PredecessorId is null).ToList();
        var decided = books.History.Where(e => e.Kind == AuditKind.StrayMoney && e.PaymentId == payment.Id).ToList();
        var goesBack = decided.Exists(e => e.Detail?.EndsWith($"{StrayMoneyPolicy.Refund}", StringComparison.Ordinal) == true);

        if (owed < 0 || left < 0 || left > owed || (owed > 0 && payment.Stray == StrayMoney.None))
        {
            yield return new BrokenRule(Overpayments, $"{payment.Id}", payment.Stray == StrayMoney.None ? "nothing owed back" : $"between 0 and {owed} owed back", $"{left} of {owed}");
        }

        if (decided.Count != (payment.Stray == StrayMoney.None ? 0 : 1))
        {
            yield return new BrokenRule(Overpayments, $"{payment.Id}", payment.Stray == StrayMoney.None ? "no rule for stray money was asked" : "the rule for stray money was asked once", $"{decided.Count} times");
        }

        if (byPolicy.Count != (goesBack ? 1 : 0) || byPolicy.Exists(r => r.Amount.Minor != owed))
        {
            yield return new BrokenRule(Overpayments, $"{payment.Id}", goesBack ? $"one refund over {owed}" : "no refund by rule", $"{byPolicy.Count} over {byPolicy.Sum(r => r.Amount.Minor)}");
        }
    }

    private static IEnumerable<LedgerEntry> OfPosting(string posting, InvoiceBooks books) => books.Ledger.Where(e => e.Posting == posting);

    private static LedgerAccount PlaceOf(Payment payment) => payment.Method == PaymentMethod.Outside ? LedgerAccount.Outside : LedgerAccount.AtProcessor;
}
