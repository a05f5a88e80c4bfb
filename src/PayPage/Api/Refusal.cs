namespace PayPage.Api;

/// <summary>Why a call gets no further than the door, in words for both APIs: each says it in its own shape.</summary>
/// <param name="Status">HTTP's, 4xx.</param>
/// <param name="Kind">For machines: lower case words with hyphens.</param>
/// <param name="Detail">What is wrong and what to do.</param>
internal sealed record Refusal(int Status, string Kind, string Title, string Detail)
{
    public static Refusal NotAuthenticated { get; } = new(
        StatusCodes.Status401Unauthorized, "not-authenticated", "Who calls is not known.", "Send one API key that is in use: Authorization: Bearer ppk_...; or sign the call.");

    public static Refusal NoSuchAddress { get; } = new(
        StatusCodes.Status404NotFound, "no-such-address", "There is nothing at this address.", "Check the path: it is compared letter by letter, and ends without a slash.");

    public static Refusal WrongMethod { get; } = new(
        StatusCodes.Status405MethodNotAllowed, "wrong-method", "This address does not take this method.", "The header Allow names those that it takes.");

    public static Refusal TooMany(long seconds) => new(
        StatusCodes.Status429TooManyRequests, "too-many-calls", "Too many calls.", $"Wait {seconds} s, as the header Retry-After says, and go on.");

    /// <summary>What is known of a bare status.</summary>
    public static Refusal Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => NoSuchAddress,
        StatusCodes.Status405MethodNotAllowed => WrongMethod,
        StatusCodes.Status415UnsupportedMediaType => new(status, "wrong-content-type", "The body is of another type than this address takes.", "Send application/json, or what the address asks for."),
        _ => new(status, "refused", "The call was refused.", "Nothing was done."),
    };
}

/// <summary>Says a refusal in the words of the API that was called.</summary>
internal static class Refusing
{
    public static IResult Refuse(this HttpContext call, Refusal refusal) => IsDialect(call)
        ? ErrorReply.Of(refusal, call.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())
        : ProblemReply.Of(refusal.Status, refusal.Kind, refusal.Title, refusal.Detail);

    /// <param name="wait">More than nothing.</param>
    public static IResult RefuseForNow(this HttpContext call, TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        call.Response.Headers.RetryAfter = $"{seconds}";
        return call.Refuse(Refusal.TooMany(seconds));
    }

    private static bool IsDialect(HttpContext call) => call.Request.Path.StartsWithSegments(ApiRegistration.DialectRoot, StringComparison.OrdinalIgnoreCase);
}
