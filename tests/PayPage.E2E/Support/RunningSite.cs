using System.Net;
using System.Net.Sockets;

namespace PayPage.E2E.Support;

/// <summary>The real site in a process of its own, with a fresh data folder, driven from outside only.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    public const string ApiKey = "ppk_test_c0urtesyOfTheJourneys4all";

    private readonly DirectoryInfo _folder;
    private readonly List<ChildProcess> _ran = [];
    private readonly Dictionary<string, string> _settings;
    private readonly Arrangement _arrangement;
    private readonly Uri _sandbox;
    private ChildProcess? _site;
    private ChildProcess? _processor;

    private RunningSite(Arrangement arrangement, DirectoryInfo folder, IReadOnlyDictionary<string, string> more)
    {
        _folder = folder;

        // Two names of one machine are two origins to a browser.
        var port = FreePort();
        _arrangement = arrangement;
        _sandbox = new Uri($"http://127.0.0.1:{FreePort()}");
        BaseUrl = new Uri(arrangement == Arrangement.SandboxInside ? $"http://127.0.0.1:{port}" : $"http://localhost:{port}");
        _settings = Settings("site", port);
        _settings["Demo__Enabled"] = "true";
        _settings["Demo__ApiKey"] = ApiKey;
        _settings["Payments__FirstCheck"] = "00:00:10";
        _settings["Limits__RequestsPerAddress"] = "100000";    // the payers of all journeys have one address
        _settings["Limits__PaymentsPerAddress"] = "100000";
        _settings["Limits__ApiCallsPerMinute"] = "100000";    // and all merchants' systems one key

        if (arrangement == Arrangement.SandboxElsewhere)
        {
            _settings["PayPage__PublicBaseUrl"] = $"{BaseUrl}";
            _settings["Sandbox__BaseUrl"] = $"{_sandbox}";
        }

        foreach (var (name, value) in more)
        {
            _settings[name] = value.Replace("{own}", $"{BaseUrl}", StringComparison.Ordinal);
        }

        Merchant = new MerchantApi(BaseUrl);
        Mails = new Mailbox(Path.Combine(DataOf("site"), "mail"));
        Texts = new TextFolder(Path.Combine(DataOf("site"), "sms"));
        Database = new DatabaseFile(Path.Combine(DataOf("site"), "paypage.db"));
        SandboxDatabase = new DatabaseFile(Path.Combine(DataOf(arrangement == Arrangement.SandboxInside ? "site" : "sandbox"), "sandbox.db"));
    }

    public Uri BaseUrl { get; }

    public MerchantApi Merchant { get; }

    public Mailbox Mails { get; }

    public TextFolder Texts { get; }

    public DatabaseFile Database { get; }

    /// <summary>The processor's own.</summary>
    public DatabaseFile SandboxDatabase { get; }

    /// <summary>All that the site and the sandbox said, over all their starts.</summary>
    public IEnumerable<string> Output => _ran.SelectMany(p => p.Lines);

    /// <param name="more">Settings on top; <c>{own}</c> stands for the site's own address.</param>
    public static async Task<RunningSite> StartAsync(Arrangement arrangement, IReadOnlyDictionary<string, string>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("paypage-e2e-");
        var site = new RunningSite(arrangement, folder, more ?? new Dictionary<string, string>());

        try
        {
            if (site.HasDemo)
            {
                await SeededFolder.CopyToAsync(folder, arrangement);
            }

            await site.StartAllAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <summary>A first start in an empty folder, which is left as it is when all has ended in good order.</summary>
    public static async Task SeedAsync(Arrangement arrangement, DirectoryInfo folder)
    {
        var site = new RunningSite(arrangement, folder, new Dictionary<string, string>());
        await site.StartAllAsync();

        foreach (var process in Enumerable.Reverse(site._ran))
        {
            await process.StopAsync();
            await process.DisposeAsync();
        }

        site.Merchant.Dispose();
    }

    /// <summary>On the same data folder and port as before.</summary>
    public async Task StartAgainAsync()
    {
        _site = ChildProcess.Start([], _settings);
        _ran.Add(_site);
        await _site.SaysAsync(HasDemo ? "PayPage is ready" : "Application started");
    }

    /// <summary>The next starts find all that was there, and seed nothing.</summary>
    public void WithoutDemo() => _settings["Demo__Enabled"] = "false";

    private bool HasDemo => _settings["Demo__Enabled"] == "true";

    public bool HasEnded => _site?.HasEnded != false;

    /// <summary>Waits until the site has died by itself.</summary>
    public Task DiesAsync() => _site?.EndsAsync() ?? Task.CompletedTask;

    /// <summary>The site, not the sandbox on another origin.</summary>
    public Task KillAsync() => _site?.KillAsync() ?? Task.CompletedTask;

    /// <summary>The sandbox, where it lives on another origin.</summary>
    public Task KillProcessorAsync() => _processor?.KillAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _ran)
        {
            await process.DisposeAsync();
        }

        Merchant.Dispose();
        DatabaseFile.LetGo();
        _folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartAllAsync()
    {
        if (_arrangement == Arrangement.SandboxElsewhere)
        {
            await StartSandboxAsync();
        }

        await StartAgainAsync();
    }

    private async Task StartSandboxAsync()
    {
        var settings = Settings("sandbox", _sandbox.Port);
        settings["Sandbox__PublicBaseUrl"] = $"{_sandbox}";
        _processor = ChildProcess.Start(["sandbox"], settings);
        _ran.Add(_processor);
        await _processor.SaysAsync("Sandbox: http");
    }

    private Dictionary<string, string> Settings(string name, int port) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        ["PayPage__DataDirectory"] = DataOf(name),

        // Long enough to see "on its way" on a busy machine, short enough to wait for the end.
        ["Sandbox__BankSettleTime"] = "00:00:08",
    };

    private string DataOf(string name) => Path.Combine(_folder.FullName, name);
}
