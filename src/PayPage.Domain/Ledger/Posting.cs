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
        var total = payment.Amount.Minor;

        return Balanced(payment, $"{payment.Id}", ids, at, (PlaceOf(payment), total), (LedgerAccount.InvoicePaid, -applied), (LedgerAccount.OverpaymentOwed, applied - total));
    }

    /// <summary>Money went back. To be called once for each time that it did: the refund counts its postings.</summary>
    public static IReadOnlyList<LedgerEntry> OfRefund(Refund refund, Payment payment, IdSource ids, DateTimeOffset at) =>
        OfMoneyBack(refund, payment, 1, ids, at);

    /// <summary>Money that had gone back came to the merchant again: his payer's bank did not take it.</summary>
    public static IReadOnlyList<LedgerEntry> OfReturnedRefund(Refund refund, Payment payment, IdSource ids, DateTimeOffset at) =>
        OfMoneyBack(refund, payment, -1, ids, at);

    private static IReadOnlyList<LedgerEntry> OfMoneyBack(Refund refund, Payment payment, int sign, IdSource ids, DateTimeOffset at)
    {
        var total = refund.Amount.Minor;
        var ofInvoice = total - refund.OfOverpayment;

        return Balanced(
            payment, refund.NextPosting(), ids, at,
            (LedgerAccount.InvoiceRefunded, sign * ofInvoice), (LedgerAccount.OverpaymentOwed, sign * refund.OfOverpayment), (PlaceOf(payment), -sign * total));
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

    /// <summary>Where the merchant has the money.</summary>
    private static LedgerAccount PlaceOf(Payment payment) => payment.Method == PaymentMethod.Outside ? LedgerAccount.Outside : LedgerAccount.AtProcessor;

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
