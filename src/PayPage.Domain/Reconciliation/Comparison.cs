using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;

namespace PayPage.Domain.Reconciliation;

/// <summary>One comparison of an account's books with its processor: what was compared, and what came of it. Written once.</summary>
public sealed class Comparison
{
    public const int WhyLength = 200;

    public required ComparisonId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required ProcessorAccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    /// <summary>Movements from this instant on were compared.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>And before this one.</summary>
    public required DateTimeOffset To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who wanted it, as the history names people.</summary>
    public required string Actor { get; init; }

    public required ComparisonOutcome Outcome { get; init; }

    /// <summary>Why not everything was compared; null where everything was.</summary>
    public string? Why { get; init; }

    /// <summary>What was found, currency by currency, by code.</summary>
    public required IReadOnlyList<ComparedSums> Sums { get; init; }

    /// <summary>How many differences it found, those that are known included.</summary>
    public required int Differences { get; init; }

    /// <summary>How many payments and refunds were behind, and are in the books now.</summary>
    public required int Healed { get; init; }

    /// <summary>How many differences were gone.</summary>
    public required int Resolved { get; init; }
}

public enum ComparisonOutcome
{
    /// <summary>Everything was compared, and is the same.</summary>
    Same,

    /// <summary>Everything was compared, and some of it differs.</summary>
    Different,

    /// <summary>The processor did not tell everything: nobody may say that there is no difference.</summary>
    NotCompared,
}

/// <summary>One currency of a comparison. Sums are minor units; refunds are those whose money left.</summary>
public sealed record ComparedSums(string Currency)
{
    public int PaymentsThere { get; init; }

    public long PaidThere { get; init; }

    public int PaymentsHere { get; init; }

    public long PaidHere { get; init; }

    public int RefundsThere { get; init; }

    public long BackThere { get; init; }

    public int RefundsHere { get; init; }

    public long BackHere { get; init; }
}

/// <summary>One night's check of the books: who does it, and what it found. The day is its key, so that one node does it.</summary>
public sealed class BooksCheck
{
    public const int FindingsLength = 4000;

    /// <summary>In UTC.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Whoever has not finished by then is thought dead, and another may begin again.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>Null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public long Invoices { get; private set; }

    public int Broken { get; private set; }

    /// <summary>The first of what is broken, a line each; empty where nothing is.</summary>
    public string Findings { get; private set; } = "";

    public void Finish(long invoices, int broken, string findings, DateTimeOffset now)
    {
        (Invoices, Broken, FinishedAt) = (invoices, broken, now);
        Findings = findings.Length <= FindingsLength ? findings : findings[..FindingsLength];
    }
}
