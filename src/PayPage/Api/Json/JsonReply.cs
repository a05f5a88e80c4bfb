using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace PayPage.Api.Json;

/// <summary>A JSON answer, written in full before its first byte leaves: what fails fails while another answer is still possible.</summary>
internal sealed class JsonReply : IResult
{
    // Words in any script stay readable; what could break out of a page is escaped even though this is none.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private JsonReply(int status, ReadOnlyMemory<byte> body) => (Status, Body) = (status, body);

    public int Status { get; }

    public ReadOnlyMemory<byte> Body { get; }

    private string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Where what was created can be found; null where nothing was.</summary>
    public string? Location { get; init; }

    /// <summary>Which state of a thing this shows, quoted as RFC 9110 wants it; null where it shows none.</summary>
    public string? ETag { get; private set; }

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    public static JsonReply Of(int status, Action<Utf8JsonWriter> members, string? location = null) =>
        new(status, Write(members)) { Location = location };

    /// <summary>Where a list is the whole answer.</summary>
    public static JsonReply List(int status, Action<Utf8JsonWriter> items)
    {
        var body = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartArray();
            items(json);
            json.WriteEndArray();
        }

        return new JsonReply(status, body.WrittenMemory);
    }

    public static JsonReply Problem(int status, Action<Utf8JsonWriter> members) =>
        new(status, Write(members)) { ContentType = "application/problem+json; charset=utf-8" };

    /// <param name="tag">See <see cref="ETag"/>.</param>
    public JsonReply Tagged(string tag)
    {
        ETag = tag;
        return this;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (ETag is not null)
        {
            response.Headers.ETag = ETag;
        }

        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(Body, httpContext.RequestAborted);
        }
    }
}
