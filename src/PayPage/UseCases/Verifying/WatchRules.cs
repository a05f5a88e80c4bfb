using PayPage.Domain.Payments;

namespace PayPage.UseCases.Verifying;

/// <summary>No payment is open for ever without anybody looking.</summary>
internal static class WatchRules
{
    public const string Name = "open-payments";

    /// <summary>Money by bank is decided within that time; see also how long a payment waits before a person must look.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(21);
    private static readonly TimeSpan Unsure = TimeSpan.FromDays(7);
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    public static IEnumerable<BrokenRule> Broken(InvoiceBooks books, DateTimeOffset now)
    {
        foreach (var payment in books.Payments.Where(p => p.IsOpen))
        {
            var longest = payment.Status == PaymentStatus.Processing ? Longest : Unsure;

            if (payment.NextCheckAt is not { } next || next < now - Late)
            {
                yield return new BrokenRule(Name, $"{payment.Id}", "the processor is asked for it", payment.NextCheckAt is { } due ? $"it should have been asked at {due:u}" : "nobody asks");
            }

            if (payment.PreparedAt < now - longest)
            {
                yield return new BrokenRule(Name, $"{payment.Id}", $"decided within {longest.Days} days", $"{payment.Status} since {payment.PreparedAt:u}: a person must look");
            }
        }
    }
}
