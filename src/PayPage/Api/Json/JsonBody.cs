using System.Text.Json;
using System.Text.Unicode;

namespace PayPage.Api.Json;

/// <summary>A call's body as one JSON object, or why it is none.</summary>
internal static class JsonBody
{
    internal const int MostBytes = 256 * 1024;

    private const int DeepestNesting = 16;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="most">Bytes; more are refused.</param>
    public static async Task<Reading> ReadAsync(HttpRequest request, CancellationToken ct, int most = MostBytes)
    {
        if (!IsPlainJson(request))
        {
            return new Reading.Refused(StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json in UTF-8, not compressed.");
        }

        if (request.ContentLength > most)
        {
            return TooLarge(most);
        }

        // One byte more than may be: so a body of unknown length shows that it is too long.
        var buffer = new byte[(int)(request.ContentLength ?? most) + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length > most ? TooLarge(most) : Parse(buffer.AsMemory(0, length));
    }

    public static Reading Parse(ReadOnlyMemory<byte> body)
    {
        var text = body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;

        // The parser looks at the bytes inside of texts only when they are asked for.
        if (!Utf8.IsValid(text.Span))
        {
            return NotJson();
        }

        try
        {
            var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? new Reading.Parsed(document) : NotJson(document);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return NotJson();    // the second: a member whose name is half a surrogate pair
        }
    }

    private static bool IsPlainJson(HttpRequest request) =>
        request.HasJsonContentType()
        && request.GetTypedHeaders().ContentType is { } type
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding is ["identity"]);

    private static Reading.Refused TooLarge(int most) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body is too large. The most is {most / 1024} KB.");

    private static Reading.Refused NotJson(JsonDocument? document = null)
    {
        document?.Dispose();
        return new(
            StatusCodes.Status400BadRequest,
            $"The body is not one JSON object, names a member twice, or is nested deeper than {DeepestNesting} levels.");
    }

    internal abstract record Reading
    {
        private Reading()
        {
        }

        /// <param name="Document">One object. Whoever takes it disposes of it.</param>
        internal sealed record Parsed(JsonDocument Document) : Reading;

        internal sealed record Refused(int Status, string Message) : Reading;
    }
}
