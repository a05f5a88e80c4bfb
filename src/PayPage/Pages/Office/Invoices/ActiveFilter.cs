using PayPage.Wording;

namespace PayPage.Pages.Office.Invoices;

/// <summary>One thing that narrows the list, in words, and the address of the list without it.</summary>
internal sealed record ActiveFilter(string Text, string Without)
{
    public static IReadOnlyList<ActiveFilter> Of(ListQuery query, Words words) => [.. All(query, words)];

    private static IEnumerable<ActiveFilter> All(ListQuery query, Words words)
    {
        var filter = query.Filter;

        if (filter.Search is not null)
        {
            yield return new ActiveFilter($"“{query.Typed(ListQuery.Search)}”", query.Without(ListQuery.Search));
        }

        foreach (var status in filter.Statuses)
        {
            yield return new ActiveFilter(StatusBadge.Of(status).Word, query.Without(ListQuery.Status, $"{status}"));
        }

        if (filter.Viewed)
        {
            yield return new ActiveFilter("Viewed", query.Without(ListQuery.Viewed));
        }

        if (filter.Overdue)
        {
            yield return new ActiveFilter("Overdue", query.Without(ListQuery.Overdue));
        }

        if (filter.Disputed)
        {
            yield return new ActiveFilter(StatusBadge.Disputed.Word, query.Without(ListQuery.Disputed));
        }

        if (filter.Currency is { } currency)
        {
            yield return new ActiveFilter(currency.Code, query.Without(ListQuery.Currency));
        }

        foreach (var (name, day, text) in new[]
        {
            (ListQuery.CreatedFrom, filter.CreatedFrom, "Created from"), (ListQuery.CreatedTo, filter.CreatedTo, "Created until"),
            (ListQuery.DueFrom, filter.DueFrom, "Due from"), (ListQuery.DueTo, filter.DueTo, "Due until"),
        })
        {
            if (day is { } date)
            {
                yield return new ActiveFilter($"{text} {words.Date(date)}", query.Without(name));
            }
        }

        if (filter.Least is not null)
        {
            yield return new ActiveFilter($"At least {query.Typed(ListQuery.Least)}", query.Without(ListQuery.Least));
        }

        if (filter.Most is not null)
        {
            yield return new ActiveFilter($"At most {query.Typed(ListQuery.Most)}", query.Without(ListQuery.Most));
        }
    }
}
