using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.UseCases.Team;
using PayPage.Wording;

namespace PayPage.Pages.Office.OneInvoice;

/// <summary>Refunds as colleagues speak of them.</summary>
internal static class RefundWords
{
    public static string By(Refund refund, IReadOnlyDictionary<string, ActorName> actors) => refund.Origin switch
    {
        RefundOrigin.Policy => "by your rule for unexpected money",
        RefundOrigin.Processor => "at the processor, not here",
        RefundOrigin.Colleague => actors.TryGetValue(refund.Actor, out var who) ? $"by {HistoryWords.NameOf(who)}" : "by a colleague",
    };

    /// <summary>What the state does not say by itself; null: nothing.</summary>
    public static string? More(Refund refund) => refund switch
    {
        { Status: RefundStatus.Requested } => "The processor has not answered yet.",
        { Status: RefundStatus.Pending } => refund.FailureReason is { } waits ? $"The processor says: {waits}" : "It takes days, and may still fail.",
        { Status: RefundStatus.Failed, Postings: > 0, FailureReason: { } why } => $"The payer's bank did not take it: {why}",
        { Status: RefundStatus.Failed, Postings: > 0 } => "The payer's bank did not take it.",
        { Status: RefundStatus.Failed, FailureReason: { } why } => $"The processor says: {why}",
        _ => null,
    };

    /// <summary>What went back of a payment, or is to, line by line.</summary>
    public static IEnumerable<string> Of(Payment payment, IReadOnlyList<Refund> refunds, Words words)
    {
        var own = refunds.Where(r => r.PaymentId == payment.Id).ToList();

        return new[]
        {
            Line(own.Where(r => r.Status == RefundStatus.Succeeded), "given back"),
            Line(own.Where(r => r.Status is RefundStatus.Requested or RefundStatus.Pending), "on its way back"),
            Line(own.Where(r => r.WaitsForSomebody), "could not be given back"),
            payment.Disputed > 0 ? $"{words.Sum(new Money(payment.Disputed, payment.Amount.Currency))} in dispute" : null,
        }.OfType<string>();

        string? Line(IEnumerable<Refund> some, string what) =>
            some.Sum(r => r.Amount.Minor) is > 0 and var sum ? $"{words.Sum(new Money(sum, payment.Amount.Currency))} {what}" : null;
    }
}
