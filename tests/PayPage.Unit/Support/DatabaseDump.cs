using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.Unit.Support;

/// <summary>All that an embedded database holds: each table with each row, as text that can be compared.</summary>
internal static class DatabaseDump
{
    public static async Task<string> OfAsync(PayPageDbContext db, CancellationToken ct)
    {
        var dump = new StringBuilder();
        await db.Database.OpenConnectionAsync(ct);

        foreach (var table in await RowsAsync(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", ct))
        {
            dump.AppendLine(CultureInfo.InvariantCulture, $"# {table}");

            foreach (var row in await RowsAsync(db, $"SELECT * FROM \"{table}\" ORDER BY rowid", ct))
            {
                dump.AppendLine(row);
            }
        }

        return dump.ToString();
    }

#pragma warning disable CA2100 // the names of the database's own tables
    private static async Task<List<string>> RowsAsync(PayPageDbContext db, string sql, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string>();

        while (await reader.ReadAsync(ct))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes
                ? Convert.ToHexString(bytes)
                : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
#pragma warning restore CA2100
}
