using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace PayPage.Pages.Office;

/// <summary>A file of lines, sent as they are made: however many there are, few are in memory.</summary>
/// <param name="name">Letters, digits, hyphens and dots.</param>
internal sealed class CsvDownload(IAsyncEnumerable<string> lines, string name) : IActionResult
{
    private const int Enough = 64 * 1024;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();

        if (HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            return;
        }

        var ct = context.HttpContext.RequestAborted;
        var waiting = 0L;

        await foreach (var line in lines.WithCancellation(ct))
        {
            waiting += Encoding.UTF8.GetBytes(line, response.BodyWriter);

            if (waiting >= Enough)
            {
                await response.BodyWriter.FlushAsync(ct);
                waiting = 0;
            }
        }

        await response.BodyWriter.FlushAsync(ct);
    }
}
