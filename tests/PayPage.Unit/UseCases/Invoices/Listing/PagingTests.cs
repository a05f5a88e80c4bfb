using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Unit.UseCases.Invoices.Listing;

public sealed class PagingTests
{
    private const int Several = 110;    // four pages and a bit

    public static TheoryData<string, bool> Orders => new MatrixTheoryData<string, bool>(Enum.GetNames<InvoiceSort>(), [false, true]);

    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Leafing_to_the_end_and_back_shows_each_invoice_once_in_order(string by, bool descending)
    {
        await using var world = await World.CreateAsync();
        var shelf = new Shelf(world);
        var order = new InvoiceOrder(Enum.Parse<InvoiceSort>(by), descending);
        await FillAsync(shelf);

        var forth = await WalkAsync(shelf, order);
        Assert.Equal(Several, forth.Sum(page => page.Rows.Count));
        Assert.Equal(Several, forth.SelectMany(page => page.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Equal([25, 25, 25, 25, 10], forth.Select(page => page.Rows.Count));
        Assert.Null(forth[0].Before);
        Assert.Null(forth[^1].Behind);

        var rows = forth.SelectMany(page => page.Rows).ToList();
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(AreInOrder(pair.First, pair.Second, order), $"{pair.First} then {pair.Second}"));

        var back = new List<InvoicePage> { forth[^1] };

        while (back[^1].Before is { } place)
        {
            back.Add(await shelf.ListAsync(order: order, place: place));
        }

        Assert.Equal(forth.Select(Ids), Enumerable.Reverse(back).Select(Ids));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_comes_in_between_moves_nothing(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var shelf = new Shelf(world);
        await FillAsync(shelf);
        var before = (await WalkAsync(shelf, InvoiceOrder.Usual)).SelectMany(page => page.Rows).Select(row => row.Id).ToList();

        var pages = new List<InvoicePage> { await shelf.ListAsync() };

        while (pages[^1].Behind is { } place)
        {
            await shelf.AddAsync(age: -1);    // newer than all
            await shelf.AddAsync(age: 400);    // older than all
            pages.Add(await shelf.ListAsync(place: place));
        }

        var seen = pages.SelectMany(page => page.Rows).Select(row => row.Id).ToList();
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(before, seen.Where(before.Contains));

        var first = await shelf.ListAsync(place: pages[1].Before);
        Assert.Equal(25, first.Rows.Count);
        Assert.NotNull(first.Before);    // the new ones are before it
        Assert.Equal(Ids(pages[0]), Ids(first));
    }

    [Fact]
    public async Task Who_leafs_back_from_the_middle_of_the_first_page_gets_a_whole_first_page()
    {
        await using var world = await World.CreateAsync();
        var shelf = new Shelf(world);
        await FillAsync(shelf);
        var first = await shelf.ListAsync();

        var back = await shelf.ListAsync(place: first.Rows[7].Beside(InvoiceSort.Created, back: true));

        Assert.Equal(Ids(first), Ids(back));
        Assert.Null(back.Before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_filter_that_few_or_many_pass_is_leafed_through_all_the_same(int every)
    {
        await using var world = await World.CreateAsync();
        var shelf = new Shelf(world);

        for (var i = 0; i < 260; i++)
        {
            await shelf.AddAsync(total: (i % 7) + 1, name: i % every == 0 ? "Wanted" : "Other");
        }

        var pages = await WalkAsync(shelf, new InvoiceOrder(InvoiceSort.Amount, true), new InvoiceFilter { Search = SearchText.Read("wanted") });
        var expected = (260 + every - 1) / every;

        Assert.Equal(expected, pages.SelectMany(page => page.Rows).Select(row => row.Id).Distinct().Count());
        Assert.All(pages, page => Assert.Equal(expected, page.Found));
        Assert.Equal(pages.SelectMany(p => p.Rows).Select(r => r.TotalMinor).OrderDescending(), pages.SelectMany(p => p.Rows).Select(r => r.TotalMinor));
    }

    [Fact]
    public async Task Amounts_are_ordered_within_their_currency_alone()
    {
        await using var world = await World.CreateAsync();
        var shelf = new Shelf(world);
        await shelf.AddAsync(12_000, currency: Currency.Jpy, number: "JPY");
        await shelf.AddAsync(25_00, currency: Currency.Usd, number: "USD-25");
        await shelf.AddAsync(200_00, currency: Currency.Usd, number: "USD-200");

        Assert.Equal(["JPY", "USD-25", "USD-200"], (await shelf.ListAsync(order: new InvoiceOrder(InvoiceSort.Amount, false))).Rows.Select(r => r.Number));
        Assert.Equal(["USD-200", "USD-25", "JPY"], (await shelf.ListAsync(order: new InvoiceOrder(InvoiceSort.Amount, true))).Rows.Select(r => r.Number));
    }

    [Fact]
    public async Task A_place_behind_the_end_leads_to_the_beginning()
    {
        await using var world = await World.CreateAsync();
        var shelf = new Shelf(world);
        var only = await shelf.AddAsync();
        var last = (await shelf.ListAsync()).Rows[0].Beside(InvoiceSort.Created, back: false);

        var page = await shelf.ListAsync(place: last);

        Assert.Equal(only.Id, Assert.Single(page.Rows).Id);
        Assert.Null(page.Before);
    }

    private static async Task FillAsync(Shelf shelf)
    {
        Currency[] currencies = [Currency.Usd, Currency.Jpy, Currency.Kwd];

        // Hardly anything is the same only once, so that each order has to say which of the same comes first.
        for (var i = 0; i < Several; i++)
        {
            await shelf.AddAsync(
                total: (i * 37 % 5) + 1, name: i % 9 == 0 ? null : $"Customer {i * 31 % 6}", company: i % 4 == 0 ? "Company" : null, email: null,
                currency: currencies[i % 3], age: i / 4, due: new DateOnly(2026, 11, 1).AddDays(i * 13 % 8));
        }
    }

    private static async Task<List<InvoicePage>> WalkAsync(Shelf shelf, InvoiceOrder order, InvoiceFilter? filter = null)
    {
        var pages = new List<InvoicePage> { await shelf.ListAsync(filter, order) };

        while (pages[^1].Behind is { } place)
        {
            // As it travels in the address.
            pages.Add(await shelf.ListAsync(filter, order, ListCursor.Read($"{place}", order.Sort)));
        }

        return pages;
    }

    private static bool AreInOrder(InvoiceRow first, InvoiceRow second, InvoiceOrder order)
    {
        var (one, other) = order.Descending ? (second, first) : (first, second);
        return order.Sort switch
        {
            InvoiceSort.Created => one.CreatedAt <= other.CreatedAt,
            InvoiceSort.Due => one.DueDate <= other.DueDate,
            InvoiceSort.Amount => string.CompareOrdinal(one.Currency.Code, other.Currency.Code) is var c && (c < 0 || (c == 0 && one.TotalMinor <= other.TotalMinor)),
            InvoiceSort.Number => string.CompareOrdinal(one.Number, other.Number) < 0,
            InvoiceSort.Customer => string.CompareOrdinal(one.SortName, other.SortName) <= 0,
        };
    }

    private static List<InvoiceId> Ids(InvoicePage page) => [.. page.Rows.Select(row => row.Id)];
}
