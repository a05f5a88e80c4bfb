using PayPage.Domain.Fort;

namespace PayPage.Api.Fort;

/// <summary>Whatever goes wrong inside, the caller gets an answer in the dialect that tells nothing of our insides. No answer is kept by caches.</summary>
internal sealed partial class FortGuard(ILogger<FortGuard> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var call = context.HttpContext;
        call.Response.Headers.CacheControl = "no-store";

        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException)
        {
            // The server itself found the request at fault while its body was read.
            return FortReply.Of(FortCall.Unreadable, FortAnswer.Invalid(FortCode.BadRequest), null);
        }
        catch (Exception e) when (!call.RequestAborted.IsCancellationRequested)
        {
            // Not the exception: its message may hold what was sent. The trace names only our own code.
            LogFailed(e.GetType().FullName, e.StackTrace);
            return FortReply.Of(FortCall.Unreadable, FortAnswer.Invalid(FortCode.Technical), null);
        }
    }

    [LoggerMessage(4602, LogLevel.Error, "A call in PayFort's dialect failed with {ErrorType}:\n{Trace}")]
    private partial void LogFailed(string? errorType, string? trace);
}
