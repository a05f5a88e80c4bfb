using System.Diagnostics.CodeAnalysis;
using PayPage.Domain;

namespace PayPage.Api;

/// <summary>Every call has an id, the caller's own where he sent a good one: it stands in the answer and beside all that we log of the call.</summary>
internal sealed class RequestIds(IdSource ids, ILogger<RequestIds> log)
{
    public const string Header = "X-Request-Id";

    private const int Longest = 128;

    public async Task InvokeAsync(HttpContext call, RequestDelegate next)
    {
        var id = IsGood(call.Request.Headers[Header], out var own) ? own : $"req_{ids.Next():N}";

        // At the last moment: whoever writes of a failure removes all headers before.
        call.Response.OnStarting(() =>
        {
            call.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });

        using (log.BeginScope(new Dictionary<string, object> { ["RequestId"] = id }))
        {
            await next(call);
        }
    }

    private static bool IsGood(Microsoft.Extensions.Primitives.StringValues header, [NotNullWhen(true)] out string? id)
    {
        id = header.Count == 1 ? header[0] : null;
        return id is { Length: > 0 and <= Longest } && id.All(c => c is > ' ' and <= '~');
    }
}
