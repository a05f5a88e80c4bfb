using System.Net.Http.Headers;
using System.Text.Json;

namespace PayPage.Unit.Sandbox.Support;

internal sealed record Answer(int Status, string Body, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string ErrorType => Json.GetProperty("error").Text("type");

    public static async Task<Answer> OfAsync(HttpResponseMessage response, CancellationToken ct) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), response.Headers);
}

internal static class JsonText
{
    /// <summary>A member as text; a null as "null".</summary>
    public static string Text(this JsonElement json, string member) => json.GetProperty(member) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : json.GetProperty(member).GetRawText();
}
