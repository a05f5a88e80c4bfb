using Microsoft.Data.Sqlite;

namespace PayPage.Sandbox.Storage;

/// <summary>One connection while it reads, or one transaction while it writes.</summary>
internal sealed class Session(SqliteConnection connection)
{
    private readonly List<long> _held = [];

    /// <summary>True once something was written that a worker should look at: it is woken after the commit.</summary>
    public bool WakesWorkers { get; set; }

    /// <summary>Deliveries that whoever wrote them sends itself, after the commit.</summary>
    public IReadOnlyList<long> Held => _held;

    public void Hold(long delivery) => _held.Add(delivery);

    /// <returns>How many rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <returns>Null when no row, or a null, came back.</returns>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() as long?;
    }

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
