using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PayPage.Domain.Events;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.Data;

/// <summary>The one way to write. All of a unit of work is committed, or nothing; after a conflict it is run again from the start.</summary>
/// <remarks>
/// A unit may run several times, each time with a context of its own: it must load what it changes and keep nothing from an earlier run.
/// It may not call anybody outside the database. On SQLite one writer at a time is let in per process, for the file has one writer
/// anyway and its own queue is unfair; BEGIN IMMEDIATE does the same between processes.
/// </remarks>
public sealed class WriteSeam(IDbContextFactory<PayPageDbContext> contexts, WriterGate gate, TimeProvider clock)
{
    private const int MostRuns = 8;
    private const int LeastPatience = 2;    // seconds

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private volatile string? _trouble;

    /// <summary>Why nothing could be written the last time, in a sentence for whoever runs the site; null when it could.</summary>
    public string? Trouble => _trouble;

    /// <returns>What the unit returned in the run that was committed.</returns>
    /// <exception cref="StoreBusyException">The database could not be had in time. Nothing was written.</exception>
    public async Task<T> RunAsync<T>(Func<Unit, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        for (var run = 1; ; run++)
        {
            try
            {
                var result = await OnceAsync(work, ct);
                _trouble = null;
                return result;
            }
            catch (DbUpdateException e) when (run < MostRuns && (e is DbUpdateConcurrencyException || UniqueViolation.Is(e)))
            {
                // Someone changed what this unit had read, or wrote first what may be there once. The next run sees it.
            }
            catch (Exception e) when (StoreBusyException.Is(e))
            {
                throw new StoreBusyException(e);
            }
            catch (Exception e) when (StoreFault.Of(e) is { } trouble)
            {
                _trouble = trouble;
                throw;
            }
        }
    }

    public Task RunAsync(Func<Unit, CancellationToken, Task> work, CancellationToken ct) => RunAsync(
        async (unit, token) =>
        {
            await work(unit, token);
            return true;
        },
        ct);

    private async Task<T> OnceAsync<T>(Func<Unit, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asked = clock.GetTimestamp();
        using var turn = db is SqliteDbContext ? await gate.EnterAsync(ct) : null;
        WaitNoLonger(db, clock.GetElapsedTime(asked));
        var strategy = db.Database.CreateExecutionStrategy();

        return strategy.RetriesOnFailure
            ? await RetryingAsync(strategy, work, ct)
            : await CommittedAsync(db, work, ct);
    }

    /// <summary>Whoever waited for his turn, behind one who waited in vain for another process, does not wait as long once more: a payer is told soon.</summary>
    private static void WaitNoLonger(PayPageDbContext db, TimeSpan waited)
    {
        if (waited > OneSecond && db.Database.GetDbConnection() is SqliteConnection file)
        {
            file.DefaultTimeout = Math.Max(LeastPatience, file.DefaultTimeout - (int)waited.TotalSeconds);
        }
    }

    private static async Task<T> CommittedAsync<T>(PayPageDbContext db, Func<Unit, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        // Not Unspecified: on SQLite this is BEGIN IMMEDIATE. A transaction that reads first and writes later can never win.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var unit = new Unit(db);
        var result = await work(unit, ct);
        await unit.FinishAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>With a retrying strategy a lost answer to COMMIT looks like a failure. The mark tells whether it was one.</summary>
    private async Task<T> RetryingAsync<T>(
        IExecutionStrategy strategy, Func<Unit, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        // Not an id that people see and not part of any seed: it only has to differ from all others.
        var mark = new Guid(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        var result = default(T);

        await strategy.ExecuteAsync(
            mark,
            async (_, id, token) =>
            {
                await using var db = await contexts.CreateDbContextAsync(token);
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                db.CommitMarks.Add(new CommitMark { Id = id, At = clock.GetUtcNow() });
                var unit = new Unit(db);
                result = await work(unit, token);
                await unit.FinishAsync(token);
                await transaction.CommitAsync(CancellationToken.None);
                return true;
            },
            async (_, id, token) =>
            {
                await using var db = await contexts.CreateDbContextAsync(token);
                return new ExecutionResult<bool>(await db.CommitMarks.AnyAsync(m => m.Id == id, token), true);
            },
            ct);

        return result!;    // set by the run that was committed
    }
}

/// <summary>What one run of a unit of work has in hand. Saved and committed by the seam.</summary>
public sealed class Unit(PayPageDbContext db)
{
    private readonly List<Fact> _facts = [];
    private Func<IReadOnlyList<Fact>, CancellationToken, Task>? _tell;

    public PayPageDbContext Db => db;

    /// <summary>The only writer of an invoice's sums.</summary>
    internal Books Books => new(db);

    /// <summary>The only writer of what went back of a payment.</summary>
    internal Returns Returns => new(db);

    /// <summary>The merchant's systems are to hear of this.</summary>
    /// <param name="tell">
    /// Writes all facts of this unit as events, once, when all else is saved: only then the sums are as they stay, and the counter of events, at which
    /// all units of a merchant meet, is held no longer than it must be. Each caller gives the same.
    /// </param>
    internal void Announce(Fact fact, Func<IReadOnlyList<Fact>, CancellationToken, Task> tell)
    {
        _facts.Add(fact);
        _tell ??= tell;
    }

    /// <summary>All that is left to do before the commit.</summary>
    internal async Task FinishAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);

        if (_tell is not null)
        {
            await _tell(_facts, ct);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Takes a row for this unit before anything follows from it: whoever read the same version runs again.</summary>
    /// <remarks>Without it two nodes that record the same news would meet only at the invoice, where the second would look like a bug.</remarks>
    public async Task ClaimAsync(Payment payment, CancellationToken ct)
    {
        db.Entry(payment).Property(p => p.Checks).IsModified = true;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The same for an invoice of which nothing else changes, where what is added to it may be added once.</summary>
    public async Task ClaimAsync(Invoice invoice, CancellationToken ct)
    {
        db.Entry(invoice).Property(i => i.IncludesLink).IsModified = true;
        await db.SaveChangesAsync(ct);
    }
}
