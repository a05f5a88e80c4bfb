namespace PayPage.Api;

/// <summary>Whatever goes wrong inside, the caller gets an answer in the dialect that tells nothing of our insides. No answer is kept by caches.</summary>
internal sealed partial class ApiGuard(TimeProvider clock, ILogger<ApiGuard> log) : IEndpointFilter
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
            // The server itself found the request at fault while its body was read.
            return ErrorReply.Refused(e.StatusCode, "The request could not be read.", clock.GetUtcNow());
        }
        catch (Exception e) when (!call.RequestAborted.IsCancellationRequested)
        {
            // Not the exception: its message may hold what was sent. The trace names only our own code.
            LogFailed(e.GetType().FullName, e.StackTrace);
            return ErrorReply.Failed(clock.GetUtcNow());
        }
    }

    [LoggerMessage(4101, LogLevel.Error, "An API call failed with {ErrorType}:\n{Trace}")]
    private partial void LogFailed(string? errorType, string? trace);
}
