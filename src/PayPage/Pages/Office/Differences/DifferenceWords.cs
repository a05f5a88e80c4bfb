using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Reconciliation;

namespace PayPage.Pages.Office.Differences;

/// <summary>What books and processor differ in, as one would tell a colleague.</summary>
internal static class DifferenceWords
{
    public static string Title(this DifferenceKind kind) => kind switch
    {
        DifferenceKind.UnknownPayment => "Money that we do not know",
        DifferenceKind.UnknownRefund => "A refund that we do not know",
        DifferenceKind.OtherAmount => "Another amount",
        DifferenceKind.OtherState => "A refund that went otherwise",
        DifferenceKind.MissingPayment => "A payment without money",
        DifferenceKind.MissingRefund => "A refund that did not happen",
    };

    /// <param name="sum">As the processor has it; where it has nothing, as the books do.</param>
    /// <param name="ours">As the books have it; null where they do not.</param>
    /// <param name="processor">Its name.</param>
    public static string Explain(this DifferenceKind kind, string sum, string? ours, string processor) => kind switch
    {
        DifferenceKind.UnknownPayment when ours is not null => $"{processor} has taken {sum} for a payment that the books have already, or that they gave up. It may have been paid twice.",
        DifferenceKind.UnknownPayment => $"{processor} has taken {sum}, and no payment here belongs to it. Somebody may have taken it there by hand, or another system uses the same account.",
        DifferenceKind.UnknownRefund => $"{sum} went back at {processor}, and nothing here belongs to it.",
        DifferenceKind.OtherAmount => $"{processor} says {sum}; the books say {ours ?? "another sum"}.",
        DifferenceKind.OtherState => $"{processor} and the books do not agree on what became of a refund of {sum}.",
        DifferenceKind.MissingPayment => $"The books say that {sum} was paid. {processor} has no such money.",
        DifferenceKind.MissingRefund => $"The books say that {sum} went back. At {processor} it did not.",
    };

    public static StatusBadge Badge(this DifferenceState state) => state switch
    {
        DifferenceState.Open => new StatusBadge("Open", "warn"),
        DifferenceState.GivingBack => new StatusBadge("Going back", "info"),
        DifferenceState.Matched => new StatusBadge("Matched", "good"),
        DifferenceState.GivenBack => new StatusBadge("Given back", "good"),
        DifferenceState.Marked => new StatusBadge("Explained", "calm"),
        DifferenceState.Resolved => new StatusBadge("Gone", "calm"),
    };

    public static StatusBadge Badge(this Comparison run) => run.Outcome switch
    {
        ComparisonOutcome.Same => new StatusBadge("No difference", "good"),
        ComparisonOutcome.Different => new StatusBadge(run.Differences == 1 ? "1 difference" : $"{run.Differences} differences", "warn"),
        ComparisonOutcome.NotCompared => new StatusBadge("Not compared", "bad"),
    };

    /// <summary>One line of what happened to it.</summary>
    /// <param name="who">As the history names people.</param>
    public static string Happened(this DifferenceStep step, string who) => step.State switch
    {
        DifferenceState.Open when step.Number == 1 => "A comparison found it.",
        DifferenceState.Open when step.Actor == UseCases.Actor.Processor => $"The processor did not give it back{Why(step.Detail)}.",
        DifferenceState.Open => "A later comparison found it again.",
        DifferenceState.GivingBack => $"{who} gives it back.",
        DifferenceState.GivenBack => "The processor gave it back.",
        DifferenceState.Matched => $"{who} matched it to invoice {step.Detail}.",
        DifferenceState.Marked => $"{who} wrote: {step.Detail}",
        DifferenceState.Resolved => step.Detail ?? "It is gone.",
    };

    /// <summary>What a run came to, for whoever pressed the button.</summary>
    public static string Told(IReadOnlyList<ComparisonReport> reports)
    {
        var (differences, healed) = (reports.Sum(r => r.Differences.Count), reports.Sum(r => r.Healed.Count));
        var late = healed == 0 ? "" : healed == 1 ? " One movement had not reached us: it is in the books now." : $" {healed} movements had not reached us: they are in the books now.";

        return reports.Count == 0 ? "There is no account at a processor yet, so there is nothing to compare."
            : reports.Any(r => r.Run.Outcome == ComparisonOutcome.NotCompared) ? $"Not everything could be compared: {reports.First(r => r.Run.Why is not null).Run.Why}{late}"
            : differences == 0 ? $"Books and processor agree.{late}"
            : differences == 1 ? $"There is one difference.{late}"
            : $"There are {differences} differences.{late}";
    }

    private static string Why(string? reason) => reason is null ? "" : $": {reason.TrimEnd('.', ' ')}";
}
