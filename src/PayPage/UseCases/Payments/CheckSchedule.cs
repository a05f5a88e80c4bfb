using PayPage.Domain.Payments;

namespace PayPage.UseCases.Payments;

/// <summary>When an open payment is asked for: 20 s, 1 min, 5 min, 15 min, 1 h after its start, hourly to a day, then daily.</summary>
/// <remarks>A blend of what Kill Bill, Hyperswitch and GOV.UK Pay do; a payment that is still open after a week needs a person.</remarks>
internal static class CheckSchedule
{
    public static readonly TimeSpan NeedsAPersonAfter = TimeSpan.FromDays(7);

    private static readonly TimeSpan[] Early =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
    ];

    /// <summary>By the schedule, but not later than when it stops holding its amount: that moment others may be waiting for.</summary>
    public static DateTimeOffset Next(Payment payment, DateTimeOffset now)
    {
        var next = now + NextAfter(now - payment.PreparedAt);
        return payment.HoldsUntil is { } until && until > now && until < next ? until : next;
    }

    /// <param name="age">Since the payment was begun.</param>
    /// <returns>How long from now until it is asked for again.</returns>
    public static TimeSpan NextAfter(TimeSpan age)
    {
        foreach (var step in Early)
        {
            if (age < step)
            {
                return step - age;
            }
        }

        return age < TimeSpan.FromDays(1) ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
    }
}
