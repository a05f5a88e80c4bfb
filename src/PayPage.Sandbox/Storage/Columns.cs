using Microsoft.Data.Sqlite;

namespace PayPage.Sandbox.Storage;

/// <summary>Columns by name, and instants as whole milliseconds since 1970 (UTC).</summary>
internal static class Columns
{
    public static string Text(this SqliteDataReader row, string column) => row.GetString(row.GetOrdinal(column));

    public static string? TextOrNull(this SqliteDataReader row, string column) =>
        row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetString(at);

    public static long Number(this SqliteDataReader row, string column) => row.GetInt64(row.GetOrdinal(column));

    public static bool Flag(this SqliteDataReader row, string column) => row.Number(column) != 0;

    public static DateTimeOffset Instant(this SqliteDataReader row, string column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.Number(column));

    public static DateTimeOffset? InstantOrNull(this SqliteDataReader row, string column) =>
        row.IsDBNull(row.GetOrdinal(column)) ? null : row.Instant(column);

    public static long Stored(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();
}
