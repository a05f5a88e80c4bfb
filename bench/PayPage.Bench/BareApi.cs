using Microsoft.AspNetCore.Http;

namespace PayPage.Bench;

/// <summary>What the server alone can do with calls of the same size: it reads the body to its end and answers bytes that lie ready, before any middleware of the site.</summary>
internal static class BareApi
{
    public const string Prefix = "/bench/api";

    /// <summary>How long an answer is to be, in bytes.</summary>
    public const string LengthHeader = "X-Bench-Length";

    private static readonly byte[] Spaces = [.. Enumerable.Repeat((byte)' ', 256 * 1024)];

    public static Task BranchAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Path.Value == Prefix ? AnswerAsync(context) : next(context);

    private static async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var length = Math.Clamp(int.Parse(context.Request.Headers[LengthHeader].ToString(), System.Globalization.CultureInfo.InvariantCulture), 0, Spaces.Length);
        context.Response.StatusCode = HttpMethods.IsPost(context.Request.Method) ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = length;
        await context.Response.Body.WriteAsync(Spaces.AsMemory(0, length), context.RequestAborted);
    }
}
