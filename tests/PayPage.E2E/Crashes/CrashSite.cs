using Microsoft.Data.Sqlite;
using PayPage.E2E.Support;
using PayPage.Unit.Delivery.Smtp;
using PayPage.Unit.Support;

namespace PayPage.E2E.Crashes;

/// <summary>A site that dies where it is told to: the real program, with a real mail server, a real processor and a real shop beside it.</summary>
public sealed class CrashSite : IAsyncLifetime
{
    /// <summary>The processor is asked again a minute after a payment began, and tells again after two.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _deathbed = Path.Combine(Path.GetTempPath(), $"paypage-deathbed-{Path.GetRandomFileName()}");
    private readonly MailServer _mail = new();
    private PlainOffice? _office;
    private HookReceiver? _shop;
    private RunningSite? _site;

    internal RunningSite Site => _site ?? throw new InvalidOperationException("It has not started.");

    internal PlainOffice Office => _office ?? throw new InvalidOperationException("Nobody is in the office yet.");

    internal HookReceiver Shop => _shop ?? throw new InvalidOperationException("The shop is closed.");

    internal Tally Books { get; private set; } = null!;    // set before any test runs

    public async ValueTask InitializeAsync()
    {
        _shop = await HookReceiver.StartAsync();
        _site = await RunningSite.StartAsync(Arrangement.SandboxElsewhere, new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [Deathbed.FileVariable] = _deathbed,
            ["Payments__FirstCheck"] = "00:00:03",
            ["Email__Transport"] = "Smtp",
            ["Email__Smtp__Host"] = "127.0.0.1",
            ["Email__Smtp__Port"] = $"{_mail.Port}",
            ["Email__Smtp__Security"] = "None",
        });
        _site.WithoutDemo();
        Books = new Tally(() => new SqliteConnection(Site.Database.ConnectionString), () => new SqliteConnection(Site.SandboxDatabase.ConnectionString));
        _office = await PlainOffice.EnterAsync(() => Site.Output, Site.BaseUrl);
        await _office.TellAsync(_shop.Url);
    }

    public async ValueTask DisposeAsync()
    {
        _office?.Dispose();

        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }

        await _mail.DisposeAsync();
        File.Delete(_deathbed);
    }

    /// <summary>What a test before left dead lives again.</summary>
    internal async Task IsUpAsync()
    {
        if (Site.HasEnded)
        {
            File.Delete(_deathbed);
            await Site.StartAgainAsync();
        }
    }

    /// <summary>All mails about something, as often as they came.</summary>
    internal IReadOnlyList<ReadMail> MailsAbout(string subject) =>
        [.. _mail.Taken.Select(ReadMail.Parse).Where(mail => mail.Subject.Contains(subject, StringComparison.Ordinal))];

    /// <summary>It dies when these moments have come one after the other.</summary>
    internal Task DieAtAsync(params string[] moments)
    {
        // Whole or not at all: the site reads it while we write.
        var draft = $"{_deathbed}.draft";
        File.WriteAllLines(draft, moments);
        File.Move(draft, _deathbed, overwrite: true);
        return Task.CompletedTask;
    }

    /// <summary>Waits for its death, and starts it again as an operator's service manager does. What the dead had leased is free, as minutes later.</summary>
    internal async Task LiveAgainAsync()
    {
        await Site.DiesAsync();
        Assert.False(File.Exists(_deathbed), "It died, but not where it was told to.");
        await Site.Database.MinutesLaterAsync();
        await Site.StartAgainAsync();
    }

    /// <summary>Nothing is left to do, and the processor and the books agree about every payment that there ever was.</summary>
    internal async Task IsRightAsync()
    {
        IReadOnlyList<string> left = [];

        try
        {
            await Eventually.SeeAsync(async () => (left = await Books.UnrestAsync()).Count == 0, "all comes to rest", Patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} Left:\n{string.Join('\n', left)}", e);
        }

        Assert.Equal([], await Books.DifferencesAsync());
    }
}
