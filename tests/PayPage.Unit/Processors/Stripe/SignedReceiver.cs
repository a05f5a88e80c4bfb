using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>A door for Stripe's webhooks that keeps what came, byte by byte.</summary>
internal sealed class SignedReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Told> _told = new();
    private readonly WebApplication _app;

    private SignedReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/hook", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            _told.Enqueue(new Told(body.ToArray(), http.Request.Headers["Stripe-Signature"].ToString()));
            http.Response.StatusCode = Refusals-- > 0 ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        });
    }

    /// <summary>How many of the next events are answered with an error.</summary>
    public int Refusals { get; set; }

    public Uri Url => new($"{_app.Urls.First()}/hook");

    public IReadOnlyList<Told> All => [.. _told];

    public static async Task<SignedReceiver> StartAsync()
    {
        var receiver = new SignedReceiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed record Told(byte[] Body, string Signature)
    {
        public string? EventId => JsonNode.Parse(Body)!["id"]!.GetValue<string>();

        public string? Type => JsonNode.Parse(Body)!["type"]!.GetValue<string>();
    }
}
