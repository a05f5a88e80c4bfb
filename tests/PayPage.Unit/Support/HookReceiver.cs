using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayPage.Unit.Support;

/// <summary>A merchant's own system: a real server that keeps what it is told, and answers as a test wants.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Told> _told = new();
    private readonly WebApplication _app;

    private HookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Map("{**path}", ReceiveAsync);
    }

    /// <summary>Writes the answer; nothing more: 200.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public Uri Url => new($"{_app.Urls.First()}/hook");

    public IReadOnlyList<Told> All => [.. _told];

    public static async Task<HookReceiver> StartAsync()
    {
        var receiver = new HookReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public void AnswerWith(int status) => Answer = call =>
    {
        call.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public async Task<IReadOnlyList<Told>> WaitAsync(int count, CancellationToken ct)
    {
        for (var i = 0; i < 3000 && _told.Count < count; i++)
        {
            await Task.Delay(10, ct);
        }

        Assert.True(_told.Count >= count, $"{_told.Count} of {count} came.");
        return All;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext call)
    {
        using var reader = new StreamReader(call.Request.Body);
        var body = await reader.ReadToEndAsync(call.RequestAborted);
        _told.Enqueue(new Told(
            $"{call.Request.Method} {call.Request.Path}", call.Request.Headers["webhook-id"].ToString(), call.Request.Headers["webhook-timestamp"].ToString(),
            call.Request.Headers["webhook-signature"].ToString(), call.Request.ContentType ?? "", body));
        await Answer(call);
    }

    internal sealed record Told(string Line, string Id, string Timestamp, string Signature, string ContentType, string Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;

        public string Type => Json.GetProperty("type").GetString()!;
    }
}
