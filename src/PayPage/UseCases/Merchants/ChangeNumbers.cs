using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes how new invoices are numbered. May be repeated. No invoice that exists gets another number.</summary>
/// <remarks>
/// Invoices draw their numbers all the while, so both values move in one conditional UPDATE: the count moves only from where it was when
/// it was shown, and goes back only as long as no number from there on is taken.
/// </remarks>
internal sealed class ChangeNumbers(WriteSeam write)
{
    private const long MostNext = 999_999_999_999;

    /// <param name="seen">What was shown; null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, Numbers numbers, Numbers? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var (prefix, next) = Read(numbers, typed);

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, prefix, next, seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    /// <returns>Worth something only where <paramref name="typed"/> is sound.</returns>
    public static (string Prefix, long Next) Read(Numbers numbers, TypedFields typed)
    {
        var prefix = (numbers.Prefix ?? "").Trim();
        var next = typed.Whole(nameof(Numbers.Next), numbers.Next, 1, MostNext);

        if (prefix.Length > Merchant.NumberPrefixLength || !prefix.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            typed.Refuse(nameof(Numbers.Prefix), $"Write at most {Merchant.NumberPrefixLength} letters A to Z, digits and hyphens, or nothing.");
        }

        if (next is null)
        {
            typed.Refuse(nameof(Numbers.Next), "Write the number that the next invoice gets.");
        }

        return (prefix, next ?? 1);
    }

    private static async Task<SettingsOutcome> SaveAsync(Unit unit, MerchantId id, string prefix, long next, Numbers? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == id, ct);
        var now = Numbers.Of(merchant);
        var moves = next.ToString(CultureInfo.InvariantCulture) != (seen ?? now).Next?.Trim();

        if ((seen is not null && seen.Prefix != now.Prefix) || (moves && seen is not null && seen.Next != now.Next))
        {
            return new SettingsOutcome.Overtaken();
        }

        if (moves && next <= merchant.LastInvoiceNumber && await FirstTakenAsync(unit, id, prefix, next, ct) is { } taken)
        {
            return new SettingsOutcome.Faulty(new Dictionary<string, string>
            {
                [nameof(Numbers.Next)] = $"You cannot go back to {next}: {taken} is taken. Choose a number behind it, or another prefix.",
            });
        }

        var last = moves ? next - 1 : merchant.LastInvoiceNumber;
        var rows = await unit.Db.Merchants
            .Where(m => m.Id == id && m.NumberPrefix == merchant.NumberPrefix && m.LastInvoiceNumber == merchant.LastInvoiceNumber)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.NumberPrefix, prefix).SetProperty(m => m.LastInvoiceNumber, last).SetProperty(m => m.Version, m => m.Version + 1), ct);

        return rows == 1 ? new SettingsOutcome.Saved() : new SettingsOutcome.Overtaken();
    }

    /// <summary>The first number of the series, from here on, that an invoice bears; in either mode, for both draw from one count.</summary>
    private static async Task<string?> FirstTakenAsync(Unit unit, MerchantId id, string prefix, long from, CancellationToken ct)
    {
        var first = NumberInvoice.Written(prefix, from);
#pragma warning disable CA1309 // the database compares them, letter by letter
        var alike = unit.Db.Invoices
            .Where(i => i.MerchantId == id && i.Number.StartsWith(prefix))
            .Where(i => i.Number.Length > first.Length || (i.Number.Length == first.Length && string.Compare(i.Number, first) >= 0))
            .OrderBy(i => i.Number.Length).ThenBy(i => i.Number)
            .Select(i => i.Number)
            .AsAsyncEnumerable();
#pragma warning restore CA1309

        // A merchant's own "INV-SPECIAL" is alike, but of no series.
        await foreach (var number in alike.WithCancellation(ct))
        {
            if (long.TryParse(number.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && NumberInvoice.Written(prefix, count) == number)
            {
                return number;
            }
        }

        return null;
    }
}
