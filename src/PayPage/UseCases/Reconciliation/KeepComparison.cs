using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>Writes down what a comparison found: each difference once, and the run itself. What is not found any more closes by itself.</summary>
internal sealed class KeepComparison(WriteSeam write, IdSource ids)
{
    private const int Slice = 100;
    private const string Gone = "A later comparison did not find it any more.";
    private const string WentBack = "All of it went back at the processor.";
    private const string Known = "It is in the books now.";

    /// <param name="begunAt">When the comparison began: what was seen since is there.</param>
    public async Task<ComparisonReport> HandleAsync(
        ProcessorAccount account, StatementWindow window, Findings findings, string actor, DateTimeOffset begunAt, CancellationToken ct)
    {
        var waiting = new List<Difference>();

        foreach (var slice in findings.Differences.DistinctBy(d => (d.Kind, d.Reference)).Chunk(Slice))
        {
            waiting.AddRange(await write.RunAsync((unit, token) => SeeAsync(unit, account, slice, begunAt, token), ct));
        }

        var resolved = await write.RunAsync((unit, token) => ResolveAsync(unit, account, window, findings, begunAt, token), ct);
        var run = new Comparison
        {
            Id = ComparisonId.New(ids),
            MerchantId = account.MerchantId,
            AccountId = account.Id,
            Mode = account.Mode,
            From = window.From,
            To = window.To,
            At = begunAt,
            Actor = actor,
            Outcome = findings.Why is not null ? ComparisonOutcome.NotCompared : waiting.Count > 0 ? ComparisonOutcome.Different : ComparisonOutcome.Same,
            Why = findings.Why,
            Sums = findings.Sums,
            Differences = waiting.Count,
            Healed = findings.Healed.Count,
            Resolved = resolved,
        };

        await write.RunAsync(
            (unit, _) =>
            {
                unit.Db.Comparisons.Add(run);
                return Task.CompletedTask;
            },
            ct);
        return new ComparisonReport(run, waiting, findings.Healed);
    }

    /// <returns>Those of them that wait for somebody.</returns>
    private async Task<List<Difference>> SeeAsync(Unit unit, ProcessorAccount account, FoundDifference[] found, DateTimeOffset now, CancellationToken ct)
    {
        string[] references = [.. found.Select(f => f.Reference)];
        var known = await unit.Db.Differences.Where(d => d.AccountId == account.Id && references.Contains(d.Reference)).ToListAsync(ct);
        var all = new List<Difference>();

        foreach (var one in found)
        {
            var difference = known.Find(d => d.Kind == one.Kind && d.Reference == one.Reference);

            if (difference is null)
            {
                difference = Difference.Begin(DifferenceId.New(ids), account, one, now);
                unit.Db.Differences.Add(difference);
            }

            difference.See(now);
            all.Add(difference);
        }

        return [.. all.Where(d => DifferenceTransitions.Waiting.Contains(d.State))];
    }

    private static async Task<int> ResolveAsync(Unit unit, ProcessorAccount account, StatementWindow window, Findings findings, DateTimeOffset begunAt, CancellationToken ct)
    {
        var unseen = await unit.Db.Differences
            .Where(d => d.AccountId == account.Id && d.State == DifferenceState.Open && d.LastSeen < begunAt)
            .OrderBy(d => d.Id).Take(Slice * Slice).ToListAsync(ct);
        var resolved = 0;

        foreach (var difference in unseen)
        {
            var why = difference.Kind == DifferenceKind.UnknownPayment && await IsKnownAsync(unit, difference, ct) ? Known
                : difference.Kind == DifferenceKind.UnknownPayment && findings.WentBack.Contains(difference.Reference) ? WentBack
                : findings.Why is null && (window.Holds(difference.At) || WasSought(difference)) ? Gone
                : null;

            if (why is not null)
            {
                difference.Resolve(why, begunAt);
                resolved++;
            }
        }

        return resolved;
    }

    /// <summary>What was missing is looked for at each comparison, however long ago it was.</summary>
    private static bool WasSought(Difference difference) => difference.Kind is DifferenceKind.MissingPayment or DifferenceKind.MissingRefund;

    private static Task<bool> IsKnownAsync(Unit unit, Difference difference, CancellationToken ct) => unit.Db.Payments.AnyAsync(
        p => p.AccountId == difference.AccountId && p.Status == PaymentStatus.Succeeded && (p.MoneyReference == difference.Reference || p.ProcessorReference == difference.Reference), ct);
}
