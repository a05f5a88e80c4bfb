using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Reports;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.UseCases.Reporting;

/// <summary>A report's wish as addresses, the API and saved reports write it: names and values. Anything may stand there; what cannot be read is named.</summary>
internal static class ReportQuery
{
    public const string Search = "search";
    public const string By = "by";
    public const string From = "from";
    public const string To = "to";
    public const string Status = "status";
    public const string Currency = "currency";
    public const string Columns = "columns";

    private const string DayForm = "yyyy-MM-dd";

    /// <param name="typed">Each name may come several times; lists may be written with commas too.</param>
    /// <returns>The wish without what could not be read, and what is wrong by name.</returns>
    public static (ReportWish Wish, IReadOnlyDictionary<string, string> Faults) Read(IReport report, IEnumerable<KeyValuePair<string, string>> typed)
    {
        var given = typed.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).ToLookup(pair => pair.Key, pair => pair.Value.Trim(), StringComparer.Ordinal);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var wish = new ReportWish
        {
            Kind = report.Kind,
            Search = SearchText.Read(given[Search].FirstOrDefault()),
            By = DayOf(report, given[By].FirstOrDefault(), faults),
            From = Day(From, given[From].FirstOrDefault(), faults),
            To = Day(To, given[To].FirstOrDefault(), faults),
            Statuses = Names(Status, given[Status], report.Statuses, faults),
            Currency = CurrencyOf(given[Currency].FirstOrDefault(), faults),
            Columns = Names(Columns, given[Columns], [.. report.Columns.Select(column => column.Name)], faults),
        };

        foreach (var name in new[] { Search, By, From, To, Currency }.Where(name => given[name].Skip(1).Any()))
        {
            faults.TryAdd(name, "This is given twice. Give it once.");
        }

        if (wish.Search is null && given[Search].Any())
        {
            faults.TryAdd(Search, "Nothing can be looked for by this. Write letters or digits.");
        }

        if (wish is { From: { } first, To: { } last } && first > last)
        {
            faults.TryAdd(To, "This is before the first day. Write the earlier day first.");
            wish = wish with { From = null, To = null };
        }

        return (wish, faults);
    }

    /// <summary>In one way, so that the same wish is the same text. Nothing is written of what is as usual.</summary>
    /// <param name="withDays">Whether the range is written; a schedule has its own.</param>
    public static IEnumerable<KeyValuePair<string, string>> Write(IReport report, ReportWish wish, bool withDays = true)
    {
        var pairs = new (string Name, string? Value)[]
        {
            (Search, wish.Search?.Whole),
            (By, wish.By == report.Days[0] ? null : ReportText.Word(wish.By)),
            (From, withDays && wish.From is { } first ? ReportText.Day(first) : null),
            (To, withDays && wish.To is { } last ? ReportText.Day(last) : null),
            (Status, wish.Statuses.Count == 0 ? null : string.Join(',', wish.Statuses)),
            (Currency, wish.Currency?.Code),
            (Columns, wish.Columns.Count == 0 ? null : string.Join(',', wish.Columns)),
        };

        return from pair in pairs where pair.Value is not null select KeyValuePair.Create(pair.Name, pair.Value);
    }

    private static ReportDay DayOf(IReport report, string? text, Dictionary<string, string> faults)
    {
        if (text is null)
        {
            return report.Days[0];
        }

        foreach (var day in report.Days.Where(day => ReportText.Word(day) == text))
        {
            return day;
        }

        faults[By] = $"Choose one of: {string.Join(", ", report.Days.Select(ReportText.Word))}.";
        return report.Days[0];
    }

    private static DateOnly? Day(string name, string? text, Dictionary<string, string> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200)
        {
            return day;
        }

        faults[name] = "This is no date. Write year, month and day: 2026-12-31.";
        return null;
    }

    private static Currency? CurrencyOf(string? text, Dictionary<string, string> faults)
    {
        if (text is null)
        {
            return null;
        }

        if (Domain.Currency.TryParse(text.ToUpperInvariant(), out var currency))
        {
            return currency;
        }

        faults[Currency] = "Write the currency as the three letters of ISO 4217, for example EUR.";
        return null;
    }

    /// <returns>In the order of the known ones.</returns>
    private static List<string> Names(string name, IEnumerable<string> typed, IReadOnlyList<string> known, Dictionary<string, string> faults)
    {
        var wanted = typed.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(text => text.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

        if (!wanted.IsSubsetOf(known))
        {
            faults[name] = $"Choose from: {string.Join(", ", known)}.";
        }

        return [.. known.Where(wanted.Contains)];
    }
}
