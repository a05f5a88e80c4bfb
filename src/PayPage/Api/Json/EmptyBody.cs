using Microsoft.AspNetCore.Http.Features;

namespace PayPage.Api.Json;

/// <summary>The body of a call that says all in its address: nothing, or one JSON object of which nothing is read.</summary>
internal static class EmptyBody
{
    /// <returns>Null where it is one of these.</returns>
    public static async Task<JsonBody.Reading.Refused?> ObjectionAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength == 0 || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
        {
            return null;
        }

        switch (await JsonBody.ReadAsync(request, ct))
        {
            case JsonBody.Reading.Parsed parsed:
                parsed.Document.Dispose();
                return null;
            case JsonBody.Reading.Refused refused:
                return refused;
            default:
                return null;
        }
    }
}
