using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace PayPage.Sandbox.Storage;

/// <summary>The sandbox's own SQLite file. Reads run side by side; one write at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly Lazy<string> _connection;

    public Database(IOptions<SandboxOptions> options) => _connection = new(() => Prepare(options.Value.DatabaseFile));

    public Bell WebhookBell { get; } = new();

    public Bell DueBell { get; } = new();

    public T Read<T>(Func<Session, T> work)
    {
        using var connection = Open();
        return work(new Session(connection));
    }

    /// <summary>Runs the work in one transaction and wakes the workers if it left them something.</summary>
    /// <param name="work">All or nothing: an exception undoes it.</param>
    /// <param name="ct">Ends the wait for the turn; work that began is finished.</param>
    public async Task<T> WriteAsync<T>(Func<Session, T> work, CancellationToken ct)
    {
        await _writer.WaitAsync(ct);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction();    // IMMEDIATE: a reader never has to become a writer
            var session = new Session(connection);
            var result = work(session);
            transaction.Commit();

            if (session.WakesWorkers)
            {
                WebhookBell.Ring();
                DueBell.Ring();
            }

            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose()
    {
        if (_connection.IsValueCreated)
        {
            using var any = new SqliteConnection(_connection.Value);
            SqliteConnection.ClearPool(any);
        }

        _writer.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection.Value);
        connection.Open();

        // In WAL mode this outlives a killed process, which is what the sandbox promises; a power cut may cost the last writes.
        Run(connection, "PRAGMA synchronous = NORMAL");
        return connection;
    }

    private static string Prepare(string file)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);    // a full path of a file has a folder
        var text = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();

        using var connection = new SqliteConnection(text);
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL");
        Run(connection, Schema.Sql);
        return text;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
