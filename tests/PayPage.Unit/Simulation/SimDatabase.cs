using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain.Links;

namespace PayPage.Unit.Simulation;

/// <summary>A real SQLite file for one run, in memory where the system offers a folder there. Migrated once, then copied.</summary>
internal sealed class SimDatabase : IDisposable
{
    private const string SharedMemory = "/dev/shm";
    private static readonly Lazy<Task<(byte[] File, IDataProtectionProvider Keys)>> Migrated = new(MigrateAsync);

    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists(SharedMemory) ? SharedMemory : Path.GetTempPath(), $"paypage-sim-{Path.GetRandomFileName()}"));

    /// <summary>What opens the key ring in the file. The same file is under all runs, so it is read once for all of them.</summary>
    public static IDataProtectionProvider Keys => Migrated.Value.Result.Keys;

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = 5 }.ToString();

    private string File => Path.Combine(_folder.FullName, "paypage.db");

    public static async Task<SimDatabase> CreateAsync()
    {
        var database = new SimDatabase();
        await System.IO.File.WriteAllBytesAsync(database.File, (await Migrated.Value).File);
        return database;
    }

    public void Dispose()
    {
        using (var own = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(own);
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>With a key ring in it, so that no run has to make one.</summary>
    private static async Task<(byte[] File, IDataProtectionProvider Keys)> MigrateAsync()
    {
        using var database = new SimDatabase();
        var services = SimServices.For(database).BuildServiceProvider();    // as long as the tests: it has the keys
        var keys = services.GetRequiredService<IDataProtectionProvider>();

        await using (var scope = services.CreateAsyncScope())
        {
            await SqliteMigrations.ApplyAsync(scope.ServiceProvider.GetRequiredService<PayPageDbContext>(), CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<ILinkTokens>().Protect(new LinkSecret(new byte[LinkSecret.Length]));
        }

        // The last connection to close brings what is in the log into the file.
        await using (var last = new SqliteConnection(database.ConnectionString))
        {
            SqliteConnection.ClearPool(last);
        }

        return (await System.IO.File.ReadAllBytesAsync(database.File), keys);
    }
}
