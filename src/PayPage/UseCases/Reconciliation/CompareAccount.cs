using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;

namespace PayPage.UseCases.Reconciliation;

/// <summary>
/// Compares one account's books with its processor, both ways: money there that is not here, and money here that is not there, refunds among them. What
/// only came late is put into the books; what differs is written down. May be repeated, and run by several at once: a difference is one, however often it is found.
/// </summary>
internal sealed partial class CompareAccount(
    ReadStatement read, JudgePayments judgePayments, JudgeRefunds judgeRefunds, JoinRefunds joinRefunds, LookForOurs lookForOurs, KeepComparison keep, FinishGivingBack finish,
    TimeProvider clock, ILogger<CompareAccount> log)
{
    /// <summary>What happened a moment ago is perhaps still being written down.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    /// <param name="wanted">Its end is brought forward where it is too near to now.</param>
    /// <param name="actor">Who wants it, as the history names people.</param>
    /// <returns>What was compared and found; the differences as they are written down.</returns>
    public async Task<ComparisonReport> HandleAsync(ProcessorAccount account, StatementWindow wanted, string actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var window = wanted with { To = wanted.To < now - Grace ? wanted.To : now - Grace };
        var findings = new Findings();

        await finish.HandleAsync(account, ct);

        if (window.From < window.To)
        {
            await CompareAsync(account, window, findings, ct);
        }
        else
        {
            findings.Miss("Nothing of these days is old enough to be compared.");
        }

        var report = await keep.HandleAsync(account, window, findings, actor, now, ct);
        Tell(report);
        return report;
    }

    private async Task CompareAsync(ProcessorAccount account, StatementWindow window, Findings findings, CancellationToken ct)
    {
        await foreach (var page in read.HandleAsync(account, window, ct))
        {
            if (page is not StatementPage.Listed listed)
            {
                findings.Miss(page is StatementPage.NoAnswer { KeyRefused: true } ? "The processor does not accept our key." : "The processor did not answer.");
                break;
            }

            if (listed.Unreadable > 0)
            {
                findings.Miss("The processor listed something that we cannot read.");
            }

            foreach (var movement in listed.Movements)
            {
                findings.Seen.Add(movement.Reference);
                findings.CountThere(movement);
            }

            await judgePayments.HandleAsync(account, [.. listed.Movements.OfType<Movement.In>()], findings, ct);
            await judgeRefunds.HandleAsync(account, [.. listed.Movements.OfType<Movement.Back>()], findings, ct);
        }

        await joinRefunds.HandleAsync(account, findings, ct);

        if (findings.Why is null)
        {
            await lookForOurs.HandleAsync(account, window, findings, ct);
        }
    }

    private void Tell(ComparisonReport report)
    {
        var run = report.Run;

        if (run.Outcome == ComparisonOutcome.NotCompared)
        {
            LogNotCompared(run.AccountId, run.Why);
        }

        if (run.Differences > 0)
        {
            LogDifferences(run.AccountId, run.Differences);
        }

        if (run.Healed > 0)
        {
            LogHealed(run.AccountId, run.Healed);
        }

        if (run.Resolved > 0)
        {
            LogResolved(run.AccountId, run.Resolved);
        }
    }

    [LoggerMessage(3101, LogLevel.Error, "The books and the processor differ over {AccountId} in {Count} places. A person must look: they are listed in the back office.")]
    private partial void LogDifferences(ProcessorAccountId accountId, int count);

    [LoggerMessage(3102, LogLevel.Warning, "{AccountId} could not be compared with its processor: {Why}")]
    private partial void LogNotCompared(ProcessorAccountId accountId, string? why);

    [LoggerMessage(3103, LogLevel.Warning, "{AccountId}: {Count} payments or refunds had not reached us. They are in the books now, each once.")]
    private partial void LogHealed(ProcessorAccountId accountId, int count);

    [LoggerMessage(3104, LogLevel.Information, "{AccountId}: {Count} differences between the books and the processor are gone.")]
    private partial void LogResolved(ProcessorAccountId accountId, int count);
}

/// <param name="Run">As it is written down.</param>
/// <param name="Differences">Found by this run and waiting for somebody; what was settled before is not among them.</param>
/// <param name="Healed">Ids of what is in the books now.</param>
internal sealed record ComparisonReport(Comparison Run, IReadOnlyList<Difference> Differences, IReadOnlyList<string> Healed);
