using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PayPage.Unit.StripeStandIn;

/// <summary>A local Stripe: the part of its API that we use, its checkout page and its webhooks, over real HTTP. See README.md beside it.</summary>
public sealed class StripeServer : IAsyncDisposable
{
    public const string Version = "2026-10-28.endive";

    private readonly ConcurrentQueue<Asked> _asked = new();
    private WebApplication? _app;
    private int _port;

    private StripeServer(TimeProvider clock, bool livemode)
    {
        Clock = clock;
        Livemode = livemode;
        var mode = livemode ? "live" : "test";
        SecretKey = $"sk_{mode}_standInSecretKey0001";
        PublishableKey = $"pk_{mode}_standInPublishableKey0001";
        Hooks = new Hooks(clock);
        Book = new StripeBook(Hooks, clock, livemode, () => Url);
    }

    public TimeProvider Clock { get; }

    public bool Livemode { get; }

    public string SecretKey { get; }

    public string PublishableKey { get; }

    public string AccountId { get; set; } = "acct_standin000001";

    public string? AccountName { get; set; } = "Stand-in Shop";

    public bool ChargesEnabled { get; set; } = true;

    /// <summary>Whether the keys still work.</summary>
    public bool KeyRevoked { get; set; }

    /// <summary>Whether webhooks arrive before the call that caused them is answered.</summary>
    public bool HooksFirst { get; set; }

    /// <summary>Told of every call before it is looked at, e.g. to let something happen first: method and path.</summary>
    public Action<string>? BeforeCall { get; set; }

    /// <summary>Scheme, host and port; the same for API and pages.</summary>
    public Uri Url => new($"http://127.0.0.1:{_port}/");

    public StripeBook Book { get; }

    public Hooks Hooks { get; }

    public Faults Faults { get; } = new();

    public Idempotency Idempotency { get; } = new();

    /// <summary>Every call of the API, oldest first.</summary>
    public IReadOnlyList<Asked> Calls => [.. _asked];

    public static async Task<StripeServer> StartAsync(TimeProvider? clock = null, bool livemode = false)
    {
        var server = new StripeServer(clock ?? TimeProvider.System, livemode);
        await server.ResumeAsync();
        return server;
    }

    /// <summary>Shuts the door: connections are refused until <see cref="ResumeAsync"/>. What it knows is kept.</summary>
    public async Task PauseAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.DisposeAsync();
        }
    }

    /// <summary>Opens the door, at the same address as before.</summary>
    public async Task ResumeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{_port}");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        new StripeEndpoints(this).Map(_app);
        new StripePages(this).Map(_app);
        await _app.StartAsync();
        _port = new Uri(_app.Urls.First()).Port;
    }

    /// <summary>The bank decides about money on its way. Returns once the events were told.</summary>
    public async Task SettleAsync(string intentId)
    {
        Book.Settle(intentId);
        await Hooks.IdleAsync();
    }

    /// <summary>A refund's end. Returns once the events were told.</summary>
    public async Task SettleRefundAsync(string refundId, bool succeeds = true)
    {
        Book.SettleRefund(refundId, succeeds);
        await Hooks.IdleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await PauseAsync();
        Hooks.Dispose();
    }

    internal void Note(Asked asked) => _asked.Enqueue(asked);

    /// <param name="Call">Method and path: <c>POST /v1/refunds</c>.</param>
    /// <param name="Parameters">Sorted, form encoded.</param>
    public sealed record Asked(string Call, string Parameters, string? IdempotencyKey, int Status);
}
