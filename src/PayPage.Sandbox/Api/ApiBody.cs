using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PayPage.Sandbox.Api;

/// <summary>Reads what was sent, or says what is wrong with it.</summary>
internal static class ApiBody
{
    private const int LongestKey = 255;

    public static async Task<(T? Body, Problem? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken ct)
        where T : class, IRequest
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, SandboxJson.Options, ct);
            return body is null ? (null, new Problem(null, "The body is empty.")) : (body, body.FirstProblem());
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 2 } path ? path[2..] : null;    // "$.amount"
            return (null, new Problem(field, field is null ? "The body is not JSON." : $"{field} is missing or of the wrong type."));
        }
    }

    /// <returns>The Idempotency-Key, or what is wrong with it.</returns>
    public static (string Key, Problem? Problem) Key(HttpRequest request) =>
        request.Headers["Idempotency-Key"] is [{ Length: > 0 and <= LongestKey } key]
        ? (key, null)
        : ("", new Problem("Idempotency-Key", $"The header Idempotency-Key is required, once, with at most {LongestKey} characters."));
}

internal interface IRequest
{
    /// <returns>Null when all is well.</returns>
    Problem? FirstProblem();
}
