using System.Text.Encodings.Web;
using System.Text.Json;

namespace PayPage.Sandbox.Api;

/// <summary>The one form of JSON in and out: snake_case, nulls written, unknown members ignored, numbers as numbers.</summary>
internal static class SandboxJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,    // served as application/json only, never inside HTML
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
