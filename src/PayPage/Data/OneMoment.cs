using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PayPage.Data;

/// <summary>Reads several things as they were at one moment.</summary>
internal static class OneMoment
{
    /// <summary>On SQLite a transaction that only reads sees one moment, and keeps nobody waiting. SQL Server sees one moment only where it locks.</summary>
    /// <param name="locks">Whether writers wait meanwhile on SQL Server: for little only. Without, what is read there may be of several moments.</param>
    public static Task<T> ReadAsync<T>(PayPageDbContext db, bool locks, Func<CancellationToken, Task<T>> read, CancellationToken ct) => db.Database.CreateExecutionStrategy().ExecuteAsync(
        async token =>
        {
            // ReadUncommitted is what makes SQLite's a transaction that begins with its first read; it reads what is committed all the same.
            var level = db is SqliteDbContext ? IsolationLevel.ReadUncommitted : locks ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted;
            await using var transaction = await db.Database.BeginTransactionAsync(level, token);
            var result = await read(token);
            await transaction.CommitAsync(token);
            return result;
        },
        ct);

    /// <summary>Whether the database, and nobody else, is why something failed.</summary>
    public static bool IsFault(Exception e) => e is DbException or StoreBusyException;
}
