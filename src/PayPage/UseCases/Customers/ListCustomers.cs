using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Customers;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.UseCases.Customers;

/// <summary>A merchant's customers, the newest first, a page at a time. Reads only.</summary>
/// <remarks>A page is a walk along one index from where the last one ended: the hundredth page costs what the first does.</remarks>
internal sealed class ListCustomers(PayPageDbContext db)
{
    public const int PageLength = 25;

    public async Task<View> HandleAsync(Wish wish, Caller caller, CancellationToken ct)
    {
        var own = db.Customers.AsNoTracking().Where(c => c.MerchantId == caller.MerchantId);
        var found = Matching(own, wish.Search);

        // Backwards is the same walk with the order turned round.
        var isBack = wish.Before is not null;
        var from = (wish.Before ?? wish.After) is { } id ? await own.Where(c => c.Id == id).Select(c => new Place(c.CreatedAt, c.Id)).FirstOrDefaultAsync(ct) : null;
        var rest = from is null ? found : isBack
            ? found.Where(c => c.CreatedAt > from.At || (c.CreatedAt == from.At && c.Id > from.Id))
            : found.Where(c => c.CreatedAt < from.At || (c.CreatedAt == from.At && c.Id < from.Id));
        var ordered = isBack && from is not null
            ? rest.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
            : rest.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id);

        var page = await ordered.Take(PageLength + 1).ToListAsync(ct);
        var hasMore = page.Count > PageLength;
        var shown = page.Take(PageLength).ToList();

        if (isBack && from is not null)
        {
            shown.Reverse();
        }

        var balances = await OpenBalance.OfAsync(db, [.. shown.Select(c => c.Id)], caller, ct);

        return new View(
            [.. shown.Select(c => new Row(c, balances.GetValueOrDefault(c.Id, OpenBalance.None)))],
            Newer: from is not null && (!isBack || hasMore) && shown.Count > 0 ? shown[0].Id : null,
            Older: (isBack && from is not null) || hasMore ? shown.LastOrDefault()?.Id : null,
            HasAny: shown.Count > 0 || await own.AnyAsync(ct));
    }

    /// <summary>Whoever has each of the words somewhere in name, company, address or own id; capitals and accents count for nothing.</summary>
    private static IQueryable<Customer> Matching(IQueryable<Customer> customers, string? search) =>
        (SearchText.Read(search)?.Words ?? []).Aggregate(customers, (found, word) => found.Where(c => c.SearchWords.Contains(word)));

    private sealed record Place(DateTimeOffset At, CustomerId Id);

    /// <param name="Search">As it was typed; blank: everybody.</param>
    /// <param name="After">The last one that was shown, to go on behind it.</param>
    /// <param name="Before">The first one that was shown, to go back from it.</param>
    internal sealed record Wish(string? Search, CustomerId? After, CustomerId? Before);

    /// <param name="Newer">Where the page before begins; null where this is the first.</param>
    /// <param name="Older">Where the next page begins; null where this is the last.</param>
    /// <param name="HasAny">Whether the merchant has any customer at all, found or not.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, CustomerId? Newer, CustomerId? Older, bool HasAny);

    internal sealed record Row(Customer Customer, OpenBalance Open);
}
