using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PayPage.Sandbox;
using PayPage.Unit.Support;

namespace PayPage.Unit.Sandbox.Support;

/// <summary>The sandbox alone on a port of its own, with short waits, and a receiver for its webhooks.</summary>
internal sealed class RunningSandbox : IAsyncDisposable
{
    public const string Key = "sk_sandbox_merchant_one_0123456789";
    public const string OtherKey = "sk_sandbox_merchant_two_0123456789";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-");
    private readonly Action<SandboxOptions> _configure;
    private readonly TimeProvider _clock;
    private readonly List<HttpClient> _clients = [];
    private WebApplication? _app;

    private RunningSandbox(WebhookReceiver receiver, Action<SandboxOptions>? configure, TimeProvider? clock)
    {
        Receiver = receiver;
        _configure = configure ?? (_ => { });
        _clock = clock ?? TimeProvider.System;
    }

    public WebhookReceiver Receiver { get; }

    public KeptLog Log { get; } = new();

    public HttpClient Api { get; private set; } = null!;

    /// <summary>Follows nothing by itself.</summary>
    public HttpClient Browser { get; private set; } = null!;

    public string Origin => _app!.Urls.First();

    public static async Task<RunningSandbox> StartAsync(Action<SandboxOptions>? configure = null, TimeProvider? clock = null)
    {
        var sandbox = new RunningSandbox(await WebhookReceiver.StartAsync(), configure, clock);
        await sandbox.RunAsync();
        return sandbox;
    }

    /// <summary>Another process, the same file.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await RunAsync();
    }

    public HttpClient Client(string? key = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Origin) };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        _clients.Add(client);
        return client;
    }

    public Dictionary<string, object> APayment(string reference, long amount = 1250, string method = "card") => new()
    {
        ["client_reference"] = reference,
        ["amount"] = amount,
        ["currency"] = "EUR",
        ["exponent"] = 2,
        ["method"] = method,
        ["description"] = "Invoice 7 <b>",
        ["merchant_name"] = "Bird & Sons",
        ["return_url"] = "http://shop.example/back?a=1&b=2",
        ["webhook_url"] = Receiver.Url.ToString(),
    };

    public Task<Answer> CreateAsync(Dictionary<string, object> payment, CancellationToken ct, string? key = null, HttpClient? client = null) =>
        PostAsync("/sandbox/api/payments", payment, ct, key ?? (string)payment["client_reference"], client);

    /// <returns>An open payment.</returns>
    public async Task<JsonElement> OpenAsync(CancellationToken ct, string reference = "ref-1", long amount = 1250, string method = "card")
    {
        var answer = await CreateAsync(APayment(reference, amount, method), ct);
        Assert.Equal(201, answer.Status);
        return answer.Json;
    }

    public async Task<Answer> PostAsync(string path, object body, CancellationToken ct, string? key = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await (client ?? Api).SendAsync(request, ct);
        return await Answer.OfAsync(response, ct);
    }

    public async Task<Answer> GetAsync(string path, CancellationToken ct, HttpClient? client = null)
    {
        using var response = await (client ?? Api).GetAsync(new Uri(path, UriKind.Relative), ct);
        return await Answer.OfAsync(response, ct);
    }

    public async Task<JsonElement> ReadAsync(JsonElement payment, CancellationToken ct) =>
        (await GetAsync($"/sandbox/api/payments/{payment.Text("id")}", ct)).Json;

    public Task<Answer> SimulateAsync(JsonElement payment, object what, CancellationToken ct) =>
        PostAsync($"/sandbox/api/payments/{payment.Text("id")}/simulate", what, ct);

    public Task<Answer> CancelAsync(string reference, CancellationToken ct) =>
        PostAsync("/sandbox/api/payments/cancel", new { client_reference = reference }, ct);

    /// <summary>Posts a form of a payer's page; no browser headers.</summary>
    public Task<HttpResponseMessage> SubmitAsync(JsonElement payment, string form, CancellationToken ct, params (string Name, string Value)[] fields) =>
        Browser.PostAsync(
            new Uri($"{payment.Text("payer_url")}/{form}"),
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
            ct);

    public Task<HttpResponseMessage> PayAsync(JsonElement payment, string number, CancellationToken ct) =>
        SubmitAsync(payment, "card", ct, ("number", number), ("expiry", "12/90"), ("code", "123"));

    public async Task<string> PageAsync(JsonElement payment, CancellationToken ct) =>
        await Browser.GetStringAsync(new Uri(payment.Text("payer_url")), ct);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        await StopAsync();
        await Receiver.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services.AddSingleton(_clock);
        builder.Services.AddSandbox(options =>
        {
            options.DatabaseFile = Path.Combine(_folder.FullName, "deep", "sandbox.db");
            options.PublicBaseUrl = _ => new Uri(Origin);
            options.HangTime = TimeSpan.FromMilliseconds(150);
            options.CardSettleTime = TimeSpan.FromMilliseconds(150);
            options.BankSettleTime = TimeSpan.FromMilliseconds(150);
            options.RefundSettleTime = TimeSpan.FromMilliseconds(150);
            options.WebhookDelay = TimeSpan.FromMilliseconds(400);
            options.DisputeDelay = TimeSpan.FromMilliseconds(1);
            options.WebhookRetries = [TimeSpan.FromMilliseconds(20)];
            options.PollInterval = TimeSpan.FromMilliseconds(50);
            _configure(options);
        });
        _app = builder.Build();
        _app.MapSandbox();
        await _app.StartAsync();

        Api = Client(Key);
        Browser = Client();
    }
}
