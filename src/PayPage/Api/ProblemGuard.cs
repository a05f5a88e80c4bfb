namespace PayPage.Api;

/// <summary>What <see cref="ApiGuard"/> is to the dialect, for our own API: the caller gets an answer that tells nothing of our insides. No answer is kept by caches.</summary>
internal sealed partial class ProblemGuard(ILogger<ProblemGuard> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        call.Response.Headers.CacheControl = "no-store";

        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException e)
        {
            return ProblemReply.Of(e.StatusCode, "unreadable-request", "The request could not be read.", "It was cut off, or is larger than this address takes.");
        }
        catch (Exception e) when (!call.RequestAborted.IsCancellationRequested)
        {
            // Not the exception: its message may hold what was sent. The trace names only our own code.
            LogFailed(e.GetType().FullName, e.StackTrace);
            return ProblemReply.Failed();
        }
    }

    [LoggerMessage(2731, LogLevel.Error, "A call of the API failed with {ErrorType}:\n{Trace}")]
    private partial void LogFailed(string? errorType, string? trace);
}
