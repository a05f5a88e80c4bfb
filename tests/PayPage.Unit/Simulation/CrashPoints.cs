using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PayPage.Unit.Simulation;

/// <summary>Lets a process die just before or just after a commit, and keeps a dead one from the database.</summary>
internal sealed class CrashPoints(World world, Node node) : DbTransactionInterceptor, IDbConnectionInterceptor
{
    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        node.MustBeAlive();
        return result;
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        node.MustBeAlive();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        world.MayCrash(node, $"before commit {node.CountCommit()} of {node.Errand}");
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        world.MayCrash(node, $"after commit {node.Commits} of {node.Errand}");
        return Task.CompletedTask;
    }
}
