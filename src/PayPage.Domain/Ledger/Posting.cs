using PayPage.Domain.Disputes;
using PayPage.Domain.Payments;

namespace PayPage.Domain.Ledger;

/// <summary>Builds the entries of one event. Debits equal credits, or it throws.</summary>
public static class Posting
{
    /// <summary>Money came in.</summary>
    /// <param name="applied">What of it pays the invoice; minor units. The rest is owed back.</param>
    public static IReadOnlyList<LedgerEntry> OfPayment(Payment payment, long applied, IdSource ids, DateTimeOffset at)
    {
        var from = payment.Method == PaymentMethod.Outside ? LedgerAccount.Outside : LedgerAccount.AtProcessor;
        var total = payment.Amount.Minor;

        return Balanced(payment, $"{payment.Id}", ids, at, (from, total), (LedgerAccount.InvoicePaid, -applied), (LedgerAccount.OverpaymentOwed, applied - total));
    }

    /// <summary>Money went back.</summary>
    public static IReadOnlyList<LedgerEntry> OfRefund(Refund refund, Payment payment, IdSource ids, DateTimeOffset at)
    {
        var total = refund.Amount.Minor;
        var ofInvoice = total - refund.OfOverpayment;

        return Balanced(
            payment, $"{refund.Id}", ids, at,
            (LedgerAccount.InvoiceRefunded, ofInvoice), (LedgerAccount.OverpaymentOwed, refund.OfOverpayment), (LedgerAccount.AtProcessor, -total));
    }

    /// <summary>A dispute moved: what it has in the books now in place of what it had before.</summary>
    /// <returns>Empty where no money moved.</returns>
    public static IReadOnlyList<LedgerEntry> OfDispute(Dispute dispute, DisputeStanding before, Payment payment, IdSource ids, DateTimeOffset at)
    {
        var now = dispute.Standing;

        return Balanced(
            payment, $"{dispute.Id}:{dispute.Version}", ids, at,
            (LedgerAccount.InDispute, now.Open - before.Open),
            (LedgerAccount.InvoiceRefunded, now.OfInvoice - before.OfInvoice),
            (LedgerAccount.OverpaymentOwed, now.OfOverpayment - before.OfOverpayment),
            (LedgerAccount.DisputeLoss, now.Loss - before.Loss),
            (LedgerAccount.AtProcessor, before.Withheld - now.Withheld));
    }

    private static IReadOnlyList<LedgerEntry> Balanced(
        Payment payment, string posting, IdSource ids, DateTimeOffset at, params (LedgerAccount Account, long Minor)[] legs)
    {
        if (legs.Sum(leg => leg.Minor) != 0)
        {
            throw new InvariantException($"The posting {posting} does not balance.");
        }

        return [.. legs.Where(leg => leg.Minor != 0).Select(leg => new LedgerEntry
        {
            Id = LedgerEntryId.New(ids),
            Posting = posting,
            MerchantId = payment.MerchantId,
            Mode = payment.Mode,
            InvoiceId = payment.InvoiceId,
            PaymentId = payment.Id,
            Account = leg.Account,
            Amount = new Money(leg.Minor, payment.Amount.Currency),
            At = at,
        })];
    }
}
