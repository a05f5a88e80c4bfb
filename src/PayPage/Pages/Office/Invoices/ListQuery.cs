using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Pages.Office.Invoices;

/// <summary>What of the list is wanted, as the address says it. Anything may stand there: what cannot be read is told, and left out.</summary>
internal sealed class ListQuery
{
    public const string Search = "search";
    public const string Status = "status";
    public const string Viewed = "viewed";
    public const string Overdue = "overdue";
    public const string Disputed = "disputed";
    public const string CreatedFrom = "created-from";
    public const string CreatedTo = "created-to";
    public const string DueFrom = "due-from";
    public const string DueTo = "due-to";
    public const string Currency = "currency";
    public const string Least = "least";
    public const string Most = "most";
    public const string Sort = "sort";
    private const string Place = "place";
    private const string Yes = "yes";
    private const int LongestValue = 100;    // longer than anything a form of ours sends, and short enough to be shown again

    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _typed;

    public ListQuery(IQueryCollection query)
    {
        _typed = [.. query.SelectMany(pair => pair.Value.Take(10).Select(value => KeyValuePair.Create(pair.Key, Short(value)))).Where(pair => pair.Value.Length > 0)];
        Order = OrderWords.Read(Typed(Sort));
        From = ListCursor.Read(query[Place], Order.Sort);
        Filter = new InvoiceFilter
        {
            Search = SearchText.Read(Typed(Search)),
            Statuses = [.. All(Status).Select(text => Enum.TryParse<InvoiceStatus>(text, ignoreCase: true, out var s) && Enum.IsDefined(s) ? s : (InvoiceStatus?)null).OfType<InvoiceStatus>().Distinct()],
            Viewed = Typed(Viewed) == Yes,
            Overdue = Typed(Overdue) == Yes,
            Disputed = Typed(Disputed) == Yes,
            CreatedFrom = Day(CreatedFrom),
            CreatedTo = Day(CreatedTo),
            DueFrom = Day(DueFrom),
            DueTo = Day(DueTo),
            Currency = Domain.Currency.TryParse(Typed(Currency).ToUpperInvariant(), out var currency) ? currency : null,
            Least = Figure(Least),
            Most = Figure(Most),
        };
    }

    public InvoiceFilter Filter { get; }

    public InvoiceOrder Order { get; }

    /// <summary>Null: from the beginning.</summary>
    public ListCursor? From { get; }

    /// <summary>What could not be read, by name.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <returns>As it was typed; empty where nothing was.</returns>
    public string Typed(string name) => All(name).FirstOrDefault() ?? "";

    /// <summary>The list's address from another place on, and otherwise the same.</summary>
    public string At(ListCursor place) => Address([.. Kept(), KeyValuePair.Create(Place, $"{place}")]);

    /// <summary>In another order; in the same one the other way round.</summary>
    public string SortedBy(InvoiceSort sort) =>
        Address([.. Kept().Where(pair => pair.Key != Sort), KeyValuePair.Create(Sort, OrderWords.Written(new InvoiceOrder(sort, IsDown(sort))))]);

    /// <summary>Without one of its filters.</summary>
    public string Without(string name, string? value = null) =>
        Address(Kept().Where(pair => pair.Key != name || (value is not null && !pair.Value.Equals(value, StringComparison.OrdinalIgnoreCase))));

    private static string Address(IEnumerable<KeyValuePair<string, string>> pairs) => new QueryBuilder(pairs).ToQueryString() is { HasValue: true } query ? $"{query}" : "?";

    private IEnumerable<string> All(string name) => _typed.Where(pair => pair.Key == name).Select(pair => pair.Value);

    /// <summary>A place is one in this list only: any other list begins at its beginning.</summary>
    private IEnumerable<KeyValuePair<string, string>> Kept() => _typed.Where(pair => pair.Key != Place);

    private bool IsDown(InvoiceSort sort) => Order.Sort == sort ? !Order.Descending : sort is InvoiceSort.Created or InvoiceSort.Amount;

    private static string Short(string? value) => FreeText.Clean(value is { Length: > LongestValue } ? value[..LongestValue] : value ?? "");

    private DateOnly? Day(string name)
    {
        if (Typed(name) is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        _faults[name] = "This is no date. Write year, month and day: 2026-12-31.";
        return null;
    }

    private long? Figure(string name)
    {
        if (Typed(name) is not { Length: > 0 } text)
        {
            return null;
        }

        if (AmountGuess.Read(text, InvoiceFilter.FigureDigits) is [var only])
        {
            return only;
        }

        _faults[name] = "This is no amount, or could be two. Write it like 1250 or 1250.00.";
        return null;
    }
}
