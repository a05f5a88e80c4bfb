using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayPage.Unit.Delivery.Sms;

/// <summary>A provider of text messages on a port of this machine. It answers what a test tells it.</summary>
internal sealed class SmsProvider : IAsyncDisposable
{
    private readonly WebApplication _site;

    private SmsProvider(WebApplication site) => _site = site;

    public Uri Address => new(_site.Urls.Single());

    public int Status { get; set; } = 201;

    public string Body { get; set; } = """{ "sid": "SM0123456789abcdef", "status": "queued" }""";

    /// <summary>Says nothing until the other side leaves.</summary>
    public bool IsSilent { get; set; }

    public List<Call> Calls { get; } = [];

    public static async Task<SmsProvider> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var provider = new SmsProvider(builder.Build());
        provider._site.Run(provider.AnswerAsync);
        await provider._site.StartAsync(ct);
        return provider;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        Calls.Add(new Call(
            $"{context.Request.Method} {context.Request.Path}", context.Request.Headers.Authorization.ToString(),
            string.Join(" | ", form.Select(field => $"{field.Key}={field.Value}"))));

        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        context.Response.StatusCode = Status;
        context.Response.Headers.Location = "/elsewhere";

        if (Status != StatusCodes.Status204NoContent)
        {
            await context.Response.WriteAsync(Body, context.RequestAborted);
        }
    }

    internal sealed record Call(string Request, string Authorization, string Form);
}
