using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayPage.Unit.StripeStandIn;

public enum HookMode
{
    /// <summary>Each event at once, in order, tried again until it is taken or the tries are used up.</summary>
    Send,

    /// <summary>Each event three times.</summary>
    Thrice,

    /// <summary>Kept until <see cref="Hooks.ReleaseAsync"/>.</summary>
    Hold,

    /// <summary>Never sent: it stays in <c>/v1/events?delivery_success=false</c>.</summary>
    Lose,
}

/// <summary>Tells the site what happened, signed, by real POSTs.</summary>
public sealed class Hooks(TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Lock _gate = new();
    private readonly List<Happening> _all = [];
    private readonly List<Happening> _held = [];
    private Task _last = Task.CompletedTask;

    /// <summary>Where the site takes events; null: nowhere, and all stays undelivered.</summary>
    public Uri? Url { get; set; }

    public string Secret { get; set; } = "whsec_stand_in_secret_one";

    public HookMode Mode { get; set; }

    /// <summary>Of which account the events are said to be (Connect); null: none is named.</summary>
    public string? Account { get; set; }

    /// <summary>How often an event is tried before it counts as missed.</summary>
    public int MostTries { get; set; } = 5;

    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>All that ever happened, oldest first.</summary>
    public IReadOnlyList<Happening> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public static string Sign(string body, string secret, long seconds)
    {
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds.ToString(CultureInfo.InvariantCulture)}.{body}"));
        return $"t={seconds.ToString(CultureInfo.InvariantCulture)},v1={Convert.ToHexStringLower(mac)}";
    }

    /// <summary>What is held, newest first when reversed. Waits until all of it is sent.</summary>
    public async Task ReleaseAsync(bool reversed = false)
    {
        Happening[] held;

        lock (_gate)
        {
            held = [.. _held];
            _held.Clear();
        }

        foreach (var happening in reversed ? held.Reverse() : held)
        {
            await DeliverAsync(happening, 1);
        }
    }

    /// <summary>Sends one again, as the dashboard's button does.</summary>
    public Task ResendAsync(Happening happening) => DeliverAsync(happening, 1);

    /// <summary>Until all that is on its way was sent, or given up.</summary>
    public Task IdleAsync()
    {
        lock (_gate)
        {
            return _last;
        }
    }

    public void Dispose() => _http.Dispose();

    internal void Tell(string id, string type, long now, JsonObject thing, bool livemode)
    {
        var envelope = new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = StripeServer.Version,
            ["created"] = now,
            ["data"] = new JsonObject { ["object"] = thing },
            ["livemode"] = livemode,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
        };

        if (Account is not null)
        {
            envelope["account"] = Account;
        }

        // Indented, as Stripe sends it: whoever reads it and writes it again has another text, and another signature.
        var happening = new Happening(id, type, now, envelope.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

        lock (_gate)
        {
            _all.Add(happening);

            switch (Mode)
            {
                case HookMode.Hold:
                    _held.Add(happening);
                    break;
                case HookMode.Lose:
                    break;
                case HookMode.Send or HookMode.Thrice:
                    var times = Mode == HookMode.Thrice ? 3 : 1;
                    _last = _last.ContinueWith(_ => DeliverAsync(happening, times), TaskScheduler.Default).Unwrap();
                    break;
            }
        }
    }

    private async Task DeliverAsync(Happening happening, int times)
    {
        if (Url is not { } url)
        {
            return;
        }

        for (var sent = 0; sent < times; sent++)
        {
            for (var attempt = 1; attempt <= MostTries && !await TakesAsync(url, happening); attempt++)
            {
                await Task.Delay(Pause * attempt);
            }
        }
    }

    private async Task<bool> TakesAsync(Uri url, Happening happening)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(happening.Body, Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("Stripe-Signature", Sign(happening.Body, Secret, clock.GetUtcNow().ToUnixTimeSeconds()));
            request.Headers.UserAgent.ParseAdd("Stripe/1.0 (stand-in)");
            using var response = await _http.SendAsync(request);
            happening.Delivered |= response.IsSuccessStatusCode;
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
