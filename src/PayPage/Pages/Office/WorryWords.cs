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
        Worry.Expired { Customer: { } customer } late => $"The payment link of {customer} has expired, and {words.Sum(late.Due)} is still due.",
        Worry.Expired late => $"The payment link has expired, and {words.Sum(late.Due)} is still due.",
        _ => throw new UnreachableException(),
    };

    private static string By(DateTimeOffset? by, Words words, TimeZoneInfo zone) =>
        by is { } last ? $"Answer by {words.Moment(last, zone)}, or the money is lost." : "Answer soon, or the money is lost.";

    private static string To(string? masked) => masked is null ? "" : $" to {masked}";

    private static string Why(string? reason) => reason is null ? "" : $": {reason.TrimEnd('.', ' ')}";
}
