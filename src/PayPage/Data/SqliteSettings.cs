using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PayPage.Data;

/// <summary>What every SQLite connection must be told, for the file does not remember it.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    // FULL: a receipt may not outlive its payment through a power cut. How long it waits for another process is in the connection string.
    public const string Settings = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
