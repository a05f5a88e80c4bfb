using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases;
using PayPage.UseCases.Reconciliation;
using PayPage.UseCases.Verifying;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>At the end the product checks its own books, as it does every night: it must find nothing, and nothing that it would have to put right.</summary>
internal static class OwnChecks
{
    private static readonly TimeSpan Old = TimeSpan.FromHours(1);    // older than what may be on its way to the books

    public static async Task LookAsync(World world, DateTimeOffset opened)
    {
        world.Clock.Advance(Old);
        await world.ActAsync("verify the books", node => VerifyAsync(world, node));

        foreach (var account in await world.Observer.AskAsync((PayPageDbContext db) => db.Accounts.AsNoTracking().OrderBy(a => a.Id).ToListAsync()))
        {
            await world.ActAsync("compare with the processor", node => CompareAsync(world, node, account, opened));
        }
    }

    private static async Task<string> VerifyAsync(World world, Node node)
    {
        var report = await node.AskAsync((VerifyBooks verify) => verify.HandleAsync(CancellationToken.None));
        world.Must(report.BrokenCount == 0, string.Join('\n', report.Broken));
        return $"{report.Invoices} invoices, {report.Payments} payments";
    }

    private static async Task<string> CompareAsync(World world, Node node, ProcessorAccount account, DateTimeOffset opened)
    {
        var window = new StatementWindow(opened, world.Clock.GetUtcNow());
        var report = await node.AskAsync((CompareAccount compare) => compare.HandleAsync(account, window, Actor.System, CancellationToken.None));
        world.Must(report.Run.Outcome != ComparisonOutcome.NotCompared, $"{account.Id} was not compared: {report.Run.Why}");
        world.Must(report.Differences.Count == 0, string.Join('\n', report.Differences.Select(d => $"{account.Id} differs: {d.Kind} {d.Reference} {d.Amount}")));
        world.Must(report.Healed.Count == 0, $"What the books had missed: {string.Join(", ", report.Healed)}");
        return "no difference";
    }
}
