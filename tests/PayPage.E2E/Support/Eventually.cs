namespace PayPage.E2E.Support;

/// <summary>For what happens in the background: asks again and again until it has happened, or it is too late.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="look">Null or false: not yet.</param>
    /// <param name="what">For the message when it never happens.</param>
    /// <param name="patience">Null: 60 s.</param>
    public static async Task<T> SeeAsync<T>(Func<Task<T?>> look, string what, TimeSpan? patience = null)
    {
        var longest = patience ?? Patience;
        var since = TimeProvider.System.GetTimestamp();

        while (TimeProvider.System.GetElapsedTime(since) < longest)
        {
            if (await look() is { } seen and not false)
            {
                return seen;
            }

            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"In {longest.TotalSeconds:0} s this did not happen: {what}.");
    }
}
