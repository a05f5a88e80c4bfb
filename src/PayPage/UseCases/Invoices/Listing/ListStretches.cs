using System.Linq.Expressions;
using PayPage.Domain;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>The list from a place on, as stretches of one index: read one after the other until the page is full, each is a seek and a walk.</summary>
/// <remarks>
/// "Behind (12.50, id)" is two stretches: the other invoices of 12.50 with a higher id, then those of more. Said in one condition with OR,
/// databases walk from the beginning.
/// </remarks>
internal static class ListStretches
{
    /// <param name="invoices">Those that are listed, in no order.</param>
    /// <param name="currencies">All that these may have, in any order.</param>
    /// <param name="up">Whether the walk is along the index, or against it.</param>
    /// <param name="from">Null: from the beginning.</param>
    public static IEnumerable<IQueryable<Invoice>> Of(
        IQueryable<Invoice> invoices, InvoiceSort sort, bool up, ListCursor? from, IReadOnlyList<Currency> currencies)
    {
        return sort switch
        {
            InvoiceSort.Created => Walk(invoices, i => i.CreatedAt, up, from),
            InvoiceSort.Due => Walk(invoices, i => i.DueDate, up, from),
            InvoiceSort.Number => Walk(invoices, i => i.Number, up, from),
            InvoiceSort.Customer => Walk(invoices, i => i.SortName, up, from),
            InvoiceSort.Amount => WalkAmounts(invoices, up, from, currencies),
        };
    }

    private static IEnumerable<IQueryable<Invoice>> Walk<TKey>(IQueryable<Invoice> invoices, Expression<Func<Invoice, TKey>> key, bool up, ListCursor? from) =>
        from is null
            ? [Ordered(invoices, key, up)]
            : Behind(invoices, key, up, (TKey)from.Value, from.Id);

    private static IEnumerable<IQueryable<Invoice>> WalkAmounts(IQueryable<Invoice> invoices, bool up, ListCursor? from, IReadOnlyList<Currency> currencies)
    {
        var start = (Money?)from?.Value;
        var inOrder = up ? currencies.OrderBy(c => c.Code, StringComparer.Ordinal) : currencies.OrderByDescending(c => c.Code, StringComparer.Ordinal);

        foreach (var currency in inOrder)
        {
            var own = invoices.Where(i => i.Currency == currency);

            if (start is not { } sum || (up ? currency > sum.Currency : currency < sum.Currency))
            {
                yield return Ordered(own, i => i.Total, up);
            }
            else if (currency == sum.Currency)
            {
                foreach (var stretch in Behind(own, i => i.Total, up, sum.Minor, from!.Id))    // not null: it has a start
                {
                    yield return stretch;
                }
            }
        }
    }

    private static IEnumerable<IQueryable<Invoice>> Behind<TKey>(
        IQueryable<Invoice> invoices, Expression<Func<Invoice, TKey>> key, bool up, TKey value, InvoiceId id)
    {
        var further = up ? ExpressionType.GreaterThan : ExpressionType.LessThan;

        yield return Ordered(Where(Where(invoices, key, ExpressionType.Equal, value), i => i.Id, further, id), key, up);
        yield return Ordered(Where(invoices, key, further, value), key, up);
    }

    private static IQueryable<Invoice> Ordered<TKey>(IQueryable<Invoice> invoices, Expression<Func<Invoice, TKey>> key, bool up) => up
        ? invoices.OrderBy(key).ThenBy(i => i.Id)
        : invoices.OrderByDescending(key).ThenByDescending(i => i.Id);

    /// <summary>Put together by hand: the compiler can compare what it knows the type of, and texts it cannot compare at all.</summary>
    private static IQueryable<Invoice> Where<TKey>(IQueryable<Invoice> invoices, Expression<Func<Invoice, TKey>> key, ExpressionType relation, TKey value)
    {
        Expression<Func<TKey>> bound = () => value;    // a closure, so that the query has a parameter and is compiled once
        var condition = typeof(TKey) == typeof(string)
            ? Expression.MakeBinary(
                relation,
                Expression.Call(typeof(string), nameof(string.Compare), null, key.Body, bound.Body),
                Expression.Constant(0))
            : Expression.MakeBinary(relation, key.Body, bound.Body);

        return invoices.Where(Expression.Lambda<Func<Invoice, bool>>(condition, key.Parameters));
    }
}
