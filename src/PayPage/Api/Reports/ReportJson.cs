using System.Text.Json;
using PayPage.Domain.Reports;
using PayPage.UseCases.Reporting;

namespace PayPage.Api.Reports;

/// <summary>A report as JSON, written while it is read. Amounts are texts: no program's floating point may touch them.</summary>
internal sealed class ReportJson(ReportKind kind, IReadOnlyList<ReportColumn> columns, IAsyncEnumerable<IReadOnlyList<string?>> lines) : IResult
{
    private const int Most = 16 * 1024;    // bytes that wait to be sent

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, ct) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "application/json; charset=utf-8";

        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            return;
        }

        await using var json = new Utf8JsonWriter(response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("report", ReportText.Word(kind));
        json.WriteStartArray("lines");

        await foreach (var line in lines.WithCancellation(ct))
        {
            Write(json, line);

            if (json.BytesPending > Most)
            {
                await json.FlushAsync(ct);
                await response.BodyWriter.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
        await response.BodyWriter.FlushAsync(ct);
    }

    private void Write(Utf8JsonWriter json, IReadOnlyList<string?> line)
    {
        json.WriteStartObject();

        for (var i = 0; i < columns.Count; i++)
        {
            json.WriteString(columns[i].Name, line[i]);
        }

        json.WriteEndObject();
    }
}
