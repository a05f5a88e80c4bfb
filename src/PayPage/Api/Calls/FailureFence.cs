namespace PayPage.Api.Calls;

/// <summary>Counts calls without a key that is known, by where they come from. Whoever has a key is never asked to wait for what others try from his network.</summary>
/// <param name="count">Counts one more; null when it may go on, else how long to wait.</param>
internal sealed class FailureFence(Func<HttpContext, TimeSpan?> count)
{
    public TimeSpan? Wait(HttpContext call) => count(call);
}
