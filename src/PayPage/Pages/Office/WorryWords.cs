using System.Diagnostics;
using PayPage.Domain.Disputes;
using PayPage.UseCases.Home;
using PayPage.Wording;

namespace PayPage.Pages.Office;

/// <summary>What is wrong, in a sentence, and what follows from it.</summary>
internal static class WorryWords
{
    /// <param name="zone">The merchant's.</param>
    public static string Of(Worry worry, Words words, TimeZoneInfo zone) => worry switch
    {
        Worry.Disputed { IsInquiry: true } asked =>
            $"A payer's bank asks about {words.Sum(asked.Amount)}. {DisputeCauses.Read(asked.Reason).Describe()} {By(asked.By, words, zone)}",
        Worry.Disputed disputed =>
            $"A payer disputes {words.Sum(disputed.Amount)}, and his bank has taken it back. {DisputeCauses.Read(disputed.Reason).Describe()} {By(disputed.By, words, zone)}",
        Worry.RefundFailed { HadLeft: true } back => $"{words.Sum(back.Amount)} had been given back, and the payer's bank did not take it{Why(back.Reason)}. The money is with you again.",
        Worry.RefundFailed refund => $"{words.Sum(refund.Amount)} could not be given back{Why(refund.Reason)}. The money is still with you.",
        Worry.Undelivered { GaveUp: true } lost => $"{MessageWords.NameOf(lost.Kind)}{To(lost.To)} could not be sent for three days{Why(lost.Reason)}.",
        Worry.Undelivered refused => $"{MessageWords.NameOf(refused.Kind)}{To(refused.To)} was refused{Why(refused.Reason)}.",
        Worry.Unconfirmed payment => $"The processor has not said what became of a payment of {words.Sum(payment.Amount)}. Nobody can pay that part until it does.",
        Worry.Overpaid over => $"{words.Sum(over.Owed)} came for which this invoice had no room. It belongs to the payer until you give it back or agree on something else.",
        Worry.MoneyDiffers { Missing: 0 } differs => $"The processor has {Count(differs.Unknown)} of which the books know nothing.",
        Worry.MoneyDiffers { Unknown: 0 } differs => $"The books have {Count(differs.Missing)} that the processor does not have, or has otherwise.",
        Worry.MoneyDiffers differs => $"The processor has {Count(differs.Unknown)} of which the books know nothing, and the books have {Count(differs.Missing)} that it does not have so.",
        Worry.LinkBarred barred =>
            $"{words.Count(barred.Declines)} tries through the payment link{(barred.Payer is null ? "" : $" of {barred.Payer}")} were declined. Somebody may be trying stolen cards: it takes no payments until you say so.",
        Worry.ManyDeclines many =>
            $"Of your last {words.Count(many.Tries)} tries to be paid, {words.Count(many.Declined)} were declined, the last of them for this invoice. Somebody may be trying stolen cards.",
        Worry.Expired { Customer: { } customer } late => $"The payment link of {customer} has expired, and {words.Sum(late.Due)} is still due.",
        Worry.Expired late => $"The payment link has expired, and {words.Sum(late.Due)} is still due.",
        _ => throw new UnreachableException(),
    };

    private static string By(DateTimeOffset? by, Words words, TimeZoneInfo zone) =>
        by is { } last ? $"Answer by {words.Moment(last, zone)}, or the money is lost." : "Answer soon, or the money is lost.";

    private static string Count(int movements) => movements == 1 ? "a movement of money" : $"{movements} movements of money";

    private static string To(string? masked) => masked is null ? "" : $" to {masked}";

    private static string Why(string? reason) => reason is null ? "" : $": {reason.TrimEnd('.', ' ')}";
}
