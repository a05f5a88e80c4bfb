using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace PayPage.Pages.Office;

/// <summary>A file that is written while it is read. Whoever goes away stops the query that feeds it.</summary>
/// <remarks>What fails in the middle ends the connection: nobody takes half a file for a whole one.</remarks>
/// <param name="name">Letters, digits, hyphens and points.</param>
/// <param name="lines">Each with its end.</param>
internal sealed class StreamedFile(string name, string contentType, IAsyncEnumerable<string> lines) : IActionResult
{
    private const int Buffer = 16 * 1024;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var httpContext = context.HttpContext;
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";

        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            return;
        }

        try
        {
            await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer, leaveOpen: true);

            await foreach (var line in lines.WithCancellation(httpContext.RequestAborted))
            {
                await writer.WriteAsync(line.AsMemory(), httpContext.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The reader went away. The query has stopped; nobody is left to be told.
        }
    }
}
