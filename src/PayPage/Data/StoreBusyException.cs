using Microsoft.Data.Sqlite;

namespace PayPage.Data;

/// <summary>The database could not be written to in time. Nothing was changed; the same may be tried again.</summary>
public sealed class StoreBusyException(Exception? cause) : Exception("The database is busy.", cause)
{
    private const int Busy = 5;
    private const int Locked = 6;

    internal static bool Is(Exception e) =>
        (e as SqliteException ?? e.InnerException as SqliteException)?.SqliteErrorCode is Busy or Locked;
}
