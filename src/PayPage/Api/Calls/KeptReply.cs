using PayPage.Domain;
using PayPage.UseCases.Calls;

namespace PayPage.Api.Calls;

/// <summary>An answer as it left, or leaves, word for word.</summary>
internal sealed class KeptReply(CallAnswer answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;

        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
        }

        if (answer.Tag is { } tag)
        {
            response.Headers.ETag = tag;
        }

        // Of a status without a body nothing is said of its length either.
        if (answer.Body.Length > 0)
        {
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, httpContext.RequestAborted);
        }
    }

    /// <summary>Lets an answer be written, but not leave.</summary>
    public static async Task<CallAnswer> CaughtAsync(HttpContext call, object? result)
    {
        var response = call.Response;
        var outside = response.Body;
        using var caught = new MemoryStream();
        response.Body = caught;

        try
        {
            await (result as IResult ?? throw new InvariantException("A route answers with something that is no result.")).ExecuteAsync(call);
            await response.BodyWriter.FlushAsync(call.RequestAborted);
        }
        finally
        {
            response.Body = outside;
        }

        return new CallAnswer(response.StatusCode, response.ContentType, One(response.Headers.Location), One(response.Headers.ETag), caught.ToArray());

        static string? One(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();
    }
}
