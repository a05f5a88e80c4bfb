using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PayPage.Bench;

/// <summary>What the server alone can do: the pay page's own bytes and headers, prebuilt, answered before any middleware of the site.</summary>
internal sealed class BareAnswer
{
    public const string Prefix = "/bench/bare";
    public const string Packings = "br, gzip";

    // The server writes these itself, for the page as for the copy.
    private static readonly string[] Own = ["Date", "Transfer-Encoding", "Connection"];

    private Copy? _plain;
    private Copy? _packed;

    public Task BranchAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Path.Value!.StartsWith(Prefix, StringComparison.Ordinal) ? AnswerAsync(context) : next(context);    // a request always has a path

    /// <summary>Takes over what the page answers now, as it is and packed.</summary>
    public async Task CopyAsync(Uri page)
    {
        _plain = await AskAsync(page, null);
        _packed = await AskAsync(page, Packings);
    }

    private Task AnswerAsync(HttpContext context)
    {
        var copy = context.Request.Headers.AcceptEncoding.Count > 0 ? _packed : _plain;

        if (copy is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        foreach (var (name, value) in copy.Headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.BodyWriter.WriteAsync(copy.Body, context.RequestAborted).AsTask();
    }

    private static async Task<Copy> AskAsync(Uri page, string? packings)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, page);

        if (packings is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", packings);
        }

        using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !Own.Contains(h.Key, StringComparer.OrdinalIgnoreCase));
        return new Copy([.. headers.Select(h => (h.Key, new StringValues([.. h.Value])))], await answer.Content.ReadAsByteArrayAsync());
    }

    private sealed record Copy(IReadOnlyList<(string Name, StringValues Value)> Headers, byte[] Body);
}
