using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayPage.Unit.Sandbox.Support;

/// <summary>A merchant's end of the webhooks: a real server that keeps what it is sent.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<int> _answers = new();
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly WebApplication _app;

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/hook", ReceiveAsync);
    }

    public Uri Url => new($"{_app.Urls.First()}/hook");

    public IReadOnlyList<Received> All => [.. _received];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>The next ones get these statuses, 0 for no answer at all, then 200 again.</summary>
    public void Answer(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            _answers.Enqueue(status);
        }
    }

    /// <summary>Waits, a few seconds at most, until so many of a type have come.</summary>
    public async Task<IReadOnlyList<Received>> WaitAsync(string type, int count, CancellationToken ct)
    {
        for (var i = 0; i < 500; i++)
        {
            if (OfType(type) is var found && found.Count >= count)
            {
                return found;
            }

            await Task.Delay(10, ct);
        }

        throw new TimeoutException($"{OfType(type).Count} of {count} {type} came; in all: {string.Join(", ", All.Select(r => r.Type))}");
    }

    public IReadOnlyList<Received> OfType(string type) => [.. _received.Where(r => r.Type == type)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(ct);
        _received.Enqueue(new Received(
            request.Headers["webhook-id"].ToString(),
            request.Headers["webhook-timestamp"].ToString(),
            request.Headers["webhook-signature"].ToString(),
            body,
            JsonDocument.Parse(body).RootElement));

        if (!_answers.TryDequeue(out var status))
        {
            return Results.Ok();
        }

        if (status == 0)
        {
            await Task.Delay(Timeout.Infinite, ct);
        }

        return Results.StatusCode(status);
    }

    internal sealed record Received(string Id, string Timestamp, string Signature, string Body, JsonElement Json)
    {
        public string Type => Json.GetProperty("type").GetString()!;

        public JsonElement Data => Json.GetProperty("data");
    }
}
