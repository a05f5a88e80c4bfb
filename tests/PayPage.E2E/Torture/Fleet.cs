using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using PayPage.E2E.Support;

namespace PayPage.E2E.Torture;

/// <summary>Three processes of the site and one of the sandbox on one database, with a front before them. Each can be killed, stopped, and started again.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    public const int Nodes = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paypage-torture-");
    private readonly int[] _ports = [.. Enumerable.Range(0, Nodes).Select(_ => FreePort())];
    private readonly Uri _sandboxAddress = new($"http://127.0.0.1:{FreePort()}");
    private readonly ChildProcess?[] _nodes = new ChildProcess?[Nodes];
    private readonly List<ChildProcess> _all = [];
    private readonly string? _sqlServer;
    private readonly Front _front;
    private ChildProcess? _sandbox;

    /// <param name="seed">Which process gets which connection.</param>
    /// <param name="sqlServer">A connection string; null: a SQLite file.</param>
    public Fleet(int seed, string? sqlServer)
    {
        _sqlServer = sqlServer;
        _front = new Front(_ports, seed);
        Database = new DatabaseFile(Path.Combine(DataOf("site"), "paypage.db"));
        var sandbox = new DatabaseFile(Path.Combine(DataOf("sandbox"), "sandbox.db"));
        Books = new Tally(OpenSite, () => new SqliteConnection(sandbox.ConnectionString));
        Mails = new Mailbox(Path.Combine(DataOf("site"), "mail"));
    }

    /// <summary>Where payers and merchants come in.</summary>
    public Uri Address => _front.Address;

    public Tally Books { get; }

    public DatabaseFile Database { get; }

    public Mailbox Mails { get; }

    public IEnumerable<string> Said => _all.SelectMany(process => process.Lines);

    public async Task StartAsync()
    {
        await StartSandboxAsync();

        if (_sqlServer is not null)
        {
            var migrate = ChildProcess.Start(["migrate"], SiteSettings(0, demo: true));
            Assert.Equal(0, await migrate.EndsAsync());
        }

        await StartAsync(0, demo: true);    // alone: it makes the database, the merchant and his key
        await Task.WhenAll(Enumerable.Range(1, Nodes - 1).Select(node => StartAsync(node)));
    }

    /// <summary>Kills what is left of it and starts it again.</summary>
    public async Task StartAsync(int node, bool demo = false)
    {
        await KillAsync(node);
        var process = ChildProcess.Start([], SiteSettings(node, demo));

        lock (_all)
        {
            _all.Add(process);
        }

        _nodes[node] = process;
        await process.SaysAsync(demo ? "PayPage is ready" : "Application started");
    }

    public Task KillAsync(int node) => _nodes[node]?.KillAsync() ?? Task.CompletedTask;

    public Task KillAllAsync() => Task.WhenAll(Enumerable.Range(0, Nodes).Select(KillAsync));

    /// <summary>All die; and when they come back, what they had leased is free, what is to be asked for is due, and what payers left lying has had its time.</summary>
    public async Task HoursLaterAsync()
    {
        await KillAllAsync();
        await (_sandbox?.KillAsync() ?? Task.CompletedTask);
        const string Past = "'2026-01-01 00:00:00'";
        await Books.WriteAsync(
            $"UPDATE Payments SET NextCheckAt = {Past}, HoldsUntil = {Past} WHERE Status NOT IN ('Succeeded', 'Failed', 'Canceled')",
            $"UPDATE Outbox SET LeasedUntil = NULL, DueAt = {Past} WHERE SentAt IS NULL AND DeadAt IS NULL AND Kind NOT LIKE '%Deadline%'");
        await Books.WriteThereAsync("UPDATE deliveries SET due_at = 0");
        await StartSandboxAsync();
    }

    public Task PauseAsync(int node) => _nodes[node]?.PauseAsync() ?? Task.CompletedTask;

    public Task GoOnAsync(int node) => _nodes[node]?.GoOnAsync() ?? Task.CompletedTask;

    public async Task KillSandboxAsync()
    {
        await (_sandbox?.KillAsync() ?? Task.CompletedTask);
        await StartSandboxAsync();
    }

    /// <summary>One of the program's own commands, beside the running site.</summary>
    public async Task<(int Code, string Said)> CommandAsync(params string[] words)
    {
        await using var command = ChildProcess.Start(words, SiteSettings(0, demo: false));
        var code = await command.EndsAsync();
        return (code, string.Join('\n', command.Lines));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _all)
        {
            await process.DisposeAsync();
        }

        _front.Dispose();
        DatabaseFile.LetGo();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartSandboxAsync()
    {
        _sandbox = ChildProcess.Start(["sandbox"], new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"{_sandboxAddress}",
            ["PayPage__DataDirectory"] = DataOf("sandbox"),
            ["Sandbox__PublicBaseUrl"] = $"{_sandboxAddress}",
            ["Sandbox__BankSettleTime"] = "00:00:03",
            ["Sandbox__RefundSettleTime"] = "00:00:03",
        });

        lock (_all)
        {
            _all.Add(_sandbox);
        }

        await _sandbox.SaysAsync("Sandbox: http");
    }

    private Dictionary<string, string> SiteSettings(int node, bool demo)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_ports[node]}",
            ["PayPage__DataDirectory"] = DataOf("site"),
            ["PayPage__PublicBaseUrl"] = $"{Address}",
            ["Sandbox__BaseUrl"] = $"{_sandboxAddress}",
            ["Sandbox__PublicBaseUrl"] = $"{_sandboxAddress}",
            ["Demo__Enabled"] = demo ? "true" : "false",
            ["Demo__ApiKey"] = RunningSite.ApiKey,
            ["Payments__FirstCheck"] = "00:00:02",
        };

        // All payers have one address here.
        foreach (var limit in new[] { "ViewsPerLink", "PostsPerLink", "RequestsPerAddress", "GuessesPerAddress", "DoorsPerAddress", "PaymentsPerAddress", "ApiCallsPerMinute", "ApiFailuresPerAddress" })
        {
            settings[$"Limits__{limit}"] = "1000000";
        }

        if (_sqlServer is not null)
        {
            settings["Database__Provider"] = "SqlServer";
            settings["ConnectionStrings__PayPage"] = _sqlServer;
        }

        return settings;
    }

    private DbConnection OpenSite() => _sqlServer is null ? new SqliteConnection(Database.ConnectionString) : SqlServerDriver.Open(_sqlServer);

    private string DataOf(string name) => Path.Combine(_folder.FullName, name);
}
