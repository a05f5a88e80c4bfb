namespace PayPage.Domain.Webhooks;

/// <summary>When an event is tried again: the example of Standard Webhooks 1.0.0, about 75 hours in all.</summary>
public static class RetrySchedule
{
    /// <summary>The most that is added to a pause by chance, as a part of it: whoever was down is not run over by all at once.</summary>
    public const double Jitter = 0.2;

    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    /// <summary>Before the first try, the second, and so on.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <param name="tries">Made so far, at least 1.</param>
    /// <param name="chance">From 0 up to, not including, 1.</param>
    /// <param name="asked">What the endpoint's <c>Retry-After</c> says; null: nothing. Never shortens the pause, and counts for a day at most.</param>
    /// <returns>Null when that was the last try.</returns>
    public static TimeSpan? After(int tries, double chance, TimeSpan? asked)
    {
        if (tries >= Pauses.Count)
        {
            return null;
        }

        var pause = Pauses[tries] * (1 + (Jitter * chance));
        var wish = asked > LongestAsked ? LongestAsked : asked;
        return wish > pause ? wish : pause;
    }
}
