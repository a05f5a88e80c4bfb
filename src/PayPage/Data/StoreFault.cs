using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace PayPage.Data;

/// <summary>What keeps a database from being used that no other try mends, until somebody does something: the one place that knows how each database says so.</summary>
/// <remarks>Nothing was written where one of these comes out of a unit of work. A busy database is another matter (<see cref="StoreBusyException"/>): it passes by itself.</remarks>
internal static class StoreFault
{
    private const int ReadOnly = 8;
    private const int DiskFails = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ServerFull = 1105;
    private const int ServerLogFull = 9002;
    private const int ServerTimeout = -2;

    /// <returns>A sentence for whoever runs the site; null when it is something else.</returns>
    public static string? Of(Exception? e) => e switch
    {
        null => null,
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            Full => "There is no space left on the disk that the database lies on.",
            ReadOnly => "The database file may not be written to.",
            CannotOpen => "The database file cannot be opened.",
            DiskFails => "The disk that the database lies on fails, or is full.",
            Corrupt or NotADatabase => "The database file is damaged, or is no database.",
            _ => null,
        },
        SqlException { Number: ServerFull or ServerLogFull } => "There is no space left on the database server.",
        SqlException { IsTransient: true } or SqlException { Number: ServerTimeout } or RetryLimitExceededException => "The database server cannot be reached, or does not answer.",
        _ => Of(e.InnerException),
    };
}
