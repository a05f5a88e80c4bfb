using System.Globalization;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.UseCases.Reconciliation;

namespace PayPage.Hosting;

/// <summary>What the command <c>reconcile</c> is to compare: <c>--from 2026-11-01 --to 2026-11-30 --merchant mer_…</c>, each of which may be missing.</summary>
/// <param name="From">The first day, at the merchant's place; null: the day before the day before yesterday.</param>
/// <param name="To">The last day; null: yesterday.</param>
internal sealed record ReconcileWish(DateOnly? From, DateOnly? To, string? Merchant)
{
    /// <returns>The wish, or what is wrong with the words.</returns>
    public static (ReconcileWish? Wish, string? Objection) Read(IReadOnlyList<string> args)
    {
        var wish = new ReconcileWish(null, null, null);

        for (var i = 0; i < args.Count; i++)
        {
            var (name, given) = args[i].Split('=', 2) is [var before, var behind] ? (before, behind) : (args[i], null);

            if (name is not ("--from" or "--to" or "--merchant"))
            {
                return (null, $"'{name}' is not known: reconcile takes --from and --to (days such as 2026-11-30) and --merchant (mer_…).");
            }

            given ??= ++i < args.Count ? args[i] : null;

            if (name == "--merchant")
            {
                wish = wish with { Merchant = given };
            }
            else if (!DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return (null, $"'{given}' is no day for {name}: write it as 2026-11-30.");
            }
            else
            {
                wish = name == "--from" ? wish with { From = day } : wish with { To = day };
            }

            if (given is null)
            {
                return (null, $"{name} says nothing.");
            }
        }

        return (wish, null);
    }

    /// <param name="zone">The merchant's: days are his.</param>
    public StatementWindow WindowAt(DateTimeOffset now, TimeZoneInfo zone)
    {
        var usual = ComparedDays.Usual(now, zone);
        var yesterday = LocalTime.DayOf(now, zone).AddDays(-1);
        var to = To ?? (From > yesterday ? LocalTime.DayOf(now, zone) : yesterday);
        return ComparedDays.Of(From ?? (To is { } last ? last.AddDays(-2) : LocalTime.DayOf(usual.From, zone)), to, zone);
    }
}
