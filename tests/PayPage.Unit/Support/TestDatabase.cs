using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PayPage.Data;

namespace PayPage.Unit.Support;

/// <summary>A real, empty database of one test. Data tests are written once and run on each kind.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string FileName = "paypage.db";
    private const string ServerVariable = "PAYPAGE_TEST_SQLSERVER";

    // Migrating takes longer than most tests: it is done once, and each test gets a copy of the file.
    private static readonly Lazy<Task<byte[]>> Migrated = new(MigratedAsync);

    private readonly DirectoryInfo? _folder;

    private TestDatabase(string provider, string connection, DirectoryInfo? folder) => (Provider, Connection, _folder) = (provider, connection, folder);

    public static TheoryData<string> Kinds => ["Sqlite", "SqlServer"];

    public string Provider { get; }

    public string Connection { get; }

    public string Folder => _folder?.FullName ?? "";

    public IConfiguration Settings => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Database:Provider"] = Provider,
        ["ConnectionStrings:PayPage"] = Connection,
        ["PayPage:DataDirectory"] = Folder,
        ["Database:MaxBatchSize"] = Environment.GetEnvironmentVariable("PAYPAGE_TEST_MAXBATCHSIZE"),
    }).Build();

    public static async Task<TestDatabase> CreateAsync(string kind, CancellationToken ct)
    {
        if (kind == "Sqlite")
        {
            var file = Sqlite();
            await File.WriteAllBytesAsync(Path.Combine(file.Folder, FileName), await Migrated.Value, ct);
            return file;
        }

        var server = SqlServer();
        await using var db = server.Open();
        await db.Database.MigrateAsync(ct);
        return server;
    }

    public PayPageDbContext Open() => Provider == "Sqlite"
        ? new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite(Connection).Options)
        : new SqlServerDbContext(new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer(Connection).Options);

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            SqliteConnection.ClearAllPools();
            _folder.Delete(recursive: true);
            return;
        }

        await using var db = Open();
        await db.Database.EnsureDeletedAsync();
    }

    /// <summary>An embedded database as the migrations leave it, with nothing in it.</summary>
    public static byte[] MigratedFile() => Task.Run(() => Migrated.Value).GetAwaiter().GetResult();

    public static TestDatabase Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("paypage-");
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, FileName), DefaultTimeout = 5 };
        return new TestDatabase("Sqlite", connection.ToString(), folder);
    }

    private static async Task<byte[]> MigratedAsync()
    {
        await using var database = Sqlite();

        await using (var db = database.Open())
        {
            await SqliteMigrations.ApplyAsync(db, CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return await File.ReadAllBytesAsync(Path.Combine(database.Folder, FileName));
    }

    private static TestDatabase SqlServer()
    {
        var server = Environment.GetEnvironmentVariable(ServerVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"SQL Server is NOT tested: set {ServerVariable} to a connection string.");

        var connection = new SqlConnectionStringBuilder(server) { InitialCatalog = $"paypage_{Guid.NewGuid():N}" };
        return new TestDatabase("SqlServer", connection.ToString(), null);
    }
}
