using Microsoft.Data.Sqlite;
using PayPage.Data;

namespace PayPage.Bench;

/// <summary>What the database takes when nothing is to be known of what is written: prepared statements, one transaction a payment, the site's own settings.</summary>
internal sealed class BareBooks : IDisposable
{
    private readonly SqliteConnection _file;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;

    private BareBooks(SqliteConnection file)
    {
        _file = file;
        (_begin, _commit) = (Prepared("BEGIN IMMEDIATE", 0), Prepared("COMMIT", 0));
    }

    /// <summary>Page by page as the site's file is now, with its own journal.</summary>
    public static BareBooks CopyOf(string site, string copy)
    {
        using (var from = new SqliteConnection($"Data Source={site};Pooling=False"))
        using (var to = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        var file = new SqliteConnection($"Data Source={copy};Pooling=False");
        file.Open();
        Execute(file, "PRAGMA journal_mode = WAL");
        Execute(file, SqliteSettings.Settings);
        return new BareBooks(file);
    }

    /// <summary>So that both files begin a turn with an empty journal.</summary>
    public static void Settle(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <returns>For the report: how this file is written.</returns>
    public string Settings() =>
        $"journal_mode {Execute(_file, "PRAGMA journal_mode")}, synchronous {Execute(_file, "PRAGMA synchronous")}, foreign_keys {Execute(_file, "PRAGMA foreign_keys")}";

    /// <summary>Statements are prepared before anybody looks at the clock.</summary>
    public void Prepare(IEnumerable<RowWrite> rows)
    {
        foreach (var row in rows.Where(row => !_prepared.ContainsKey(row.Sql)))
        {
            _prepared.Add(row.Sql, Prepared(row.Sql, row.Values.Length));
        }
    }

    public void Write(IReadOnlyList<RowWrite> payment)
    {
        _begin.ExecuteNonQuery();

        foreach (var row in payment)
        {
            var command = _prepared[row.Sql];

            for (var i = 0; i < row.Values.Length; i++)
            {
                command.Parameters[i].Value = row.Values[i];
            }

            if (command.ExecuteNonQuery() != 1)
            {
                throw new InvalidOperationException($"A row of {row.Table} was not written.");
            }
        }

        _commit.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values.Append(_begin).Append(_commit))
        {
            command.Dispose();
        }

        _file.Dispose();
    }

    private SqliteCommand Prepared(string sql, int values)
    {
        var command = _file.CreateCommand();
        command.CommandText = sql;

        for (var i = 0; i < values; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}", Value = DBNull.Value });
        }

        command.Prepare();
        return command;
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
