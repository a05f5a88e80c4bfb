namespace PayPage.Processors.Stripe;

/// <summary>What became of one call.</summary>
internal abstract record StripeAnswer<T>
    where T : class
{
    private StripeAnswer()
    {
    }

    /// <summary>200, and readable.</summary>
    internal sealed record Ok(T Value) : StripeAnswer<T>;

    /// <summary>Stripe said no: 400 to 499 with an error of its own that can be read. A 429 or 409 comes here only after the last try.</summary>
    internal sealed record Refused(StripeFault Fault) : StripeAnswer<T>;

    /// <summary>No connection came about: the request surely did not leave.</summary>
    internal sealed record NeverSent : StripeAnswer<T>;

    /// <summary>Nobody knows what was done: time ran out, the connection broke, 5xx, a redirect, or an answer that cannot be read as Stripe's, whatever its status.</summary>
    /// <param name="RequestId">Stripe's, for its support; null where none came.</param>
    internal sealed record NoAnswer(string? RequestId = null) : StripeAnswer<T>;
}

/// <summary>Why Stripe said no, in its own words.</summary>
/// <param name="Status">Of HTTP, 400 to 499.</param>
/// <param name="Type"><c>invalid_request_error</c>, <c>card_error</c>, <c>idempotency_error</c>, <c>api_error</c>.</param>
/// <param name="Code">E.g. <c>resource_missing</c>; null where none was given.</param>
/// <param name="DeclineCode">The bank's, with a <c>card_error</c>.</param>
/// <param name="Message">English, for developers. For a wrong key it holds a masked form of it, so it is not shown where Status is 401.</param>
/// <param name="RequestId">For Stripe's support.</param>
internal sealed record StripeFault(int Status, string Type, string? Code, string? DeclineCode, string? Message, string? RequestId);

/// <param name="HasMore">Whether older ones follow.</param>
internal sealed record StripePage<T>(IReadOnlyList<T> Data, bool HasMore);
