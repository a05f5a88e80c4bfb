using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.UseCases.Home;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Bench;

/// <summary>The same questions to a merchant with 1,000 invoices and to one with 100,000, by turns in one process: the ratio says what growing costs.</summary>
internal static class BenchOfLists
{
    private const int Little = 1_000;
    private const int Much = 100_000;
    private const int DefaultRounds = 5;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(400);
    private static readonly InvoiceFilter All = new();

    private static readonly (string Name, Func<ListedShop, ListCursor, Task> Ask)[] Questions =
    [
        ("first page", (shop, _) => ListAsync(shop, All)),
        ("page in the middle", (shop, middle) => ListAsync(shop, All, place: middle)),
        ("page in the middle, backwards", (shop, middle) => ListAsync(shop, All, place: middle with { Back = true })),
        ("the same by OFFSET, which we do not do", (shop, middle) => OffsetAsync(shop)),
        ("first page by amount", (shop, _) => ListAsync(shop, All, InvoiceSort.Amount)),
        ("first page by customer", (shop, _) => ListAsync(shop, All, InvoiceSort.Customer)),
        ("search that a third passes", (shop, _) => ListAsync(shop, new InvoiceFilter { Search = SearchText.Read("flowers") })),
        ("search that one passes", (shop, _) => ListAsync(shop, new InvoiceFilter { Search = SearchText.Read(ListedInvoices.RareWord) })),
        ("search that none passes", (shop, _) => ListAsync(shop, new InvoiceFilter { Search = SearchText.Read("nobody at all") })),
        ("amount that few have", (shop, _) => ListAsync(shop, new InvoiceFilter { Search = SearchText.Read("1,006.47") })),
        ("status Paid: 96 of 100", (shop, _) => ListAsync(shop, new InvoiceFilter { Statuses = [InvoiceStatus.Paid] })),
        ("status Draft: 1 of 1,000", (shop, _) => ListAsync(shop, new InvoiceFilter { Statuses = [InvoiceStatus.Draft] })),
        ("Overdue by amount: 4 of 100", (shop, _) => ListAsync(shop, new InvoiceFilter { Overdue = true }, InvoiceSort.Amount)),
        ("Viewed: 96 of 100", (shop, _) => ListAsync(shop, new InvoiceFilter { Viewed = true })),
        ("home: outstanding and overdue", (shop, _) => shop.UseAsync<SumInvoices, IReadOnlyList<Standing>>(
            sum => sum.HandleAsync(shop.Caller, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), TimeZoneInfo.Utc, CancellationToken.None))),
    ];

    /// <param name="args">Nothing, or <c>--rounds</c> and a number.</param>
    public static async Task<bool> RunAsync(string[] args)
    {
        var rounds = args is ["--rounds", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : DefaultRounds;

        foreach (var fact in (await Machine.FactsAsync()).Where(fact => !fact.StartsWith("logging", StringComparison.Ordinal)))
        {
            Console.WriteLine(fact);
        }

        await using var little = await ListedShop.OpenAsync(Little);
        await using var much = await ListedShop.OpenAsync(Much);
        var places = (Little: await MiddleAsync(little), Much: await MiddleAsync(much));
        Console.WriteLine($"\n{rounds} rounds by turns, {Turn.TotalSeconds:0.0} s each, one thread, SQLite; milliseconds for one question, medians\n");
        Console.WriteLine($"| question | {Little} invoices | {Much} invoices | ratio, median (least to most) |\n|---|---|---|---|");

        foreach (var (name, ask) in Questions)
        {
            var asked = new List<(double Little, double Much)>();

            for (var round = 0; round <= rounds; round++)
            {
                var turn = (await MillisecondsAsync(() => ask(little, places.Little)), await MillisecondsAsync(() => ask(much, places.Much)));
                asked.AddRange(round == 0 ? [] : [turn]);    // the first one warms
            }

            var ratios = asked.Select(a => a.Much / a.Little).Order().ToList();
            Console.WriteLine(
                $"| {name} | {Median(asked.Select(a => a.Little)):0.00} | {Median(asked.Select(a => a.Much)):0.00} | {ratios[rounds / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00}) |");
        }

        Console.WriteLine($"\nload after  {await Machine.LoadAsync()}");
        return true;
    }

    private static Task<InvoicePage> ListAsync(ListedShop shop, InvoiceFilter filter, InvoiceSort sort = InvoiceSort.Created, ListCursor? place = null) =>
        shop.UseAsync<ListInvoices, InvoicePage>(list => list.HandleAsync(filter, new InvoiceOrder(sort, Descending: true), place, shop.Caller, CancellationToken.None));

    private static Task<List<Invoice>> OffsetAsync(ListedShop shop) => shop.UseAsync<PayPageDbContext, List<Invoice>>(async db =>
    {
        var own = db.Invoices.AsNoTracking().Where(i => i.MerchantId == shop.Caller.MerchantId && i.Mode == shop.Caller.Mode);
        return await own.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Skip(await own.CountAsync() / 2).Take(ListInvoices.PageLength).ToListAsync();
    });

    private static Task<ListCursor> MiddleAsync(ListedShop shop) => shop.UseAsync<PayPageDbContext, ListCursor>(async db =>
    {
        var own = db.Invoices.AsNoTracking().Where(i => i.MerchantId == shop.Caller.MerchantId);
        var middle = await own.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Skip(await own.CountAsync() / 2).FirstAsync();
        return new ListCursor(InvoiceSort.Created, middle.CreatedAt, middle.Id, Back: false);
    });

    private static async Task<double> MillisecondsAsync(Func<Task> ask)
    {
        var (start, count) = (Stopwatch.GetTimestamp(), 0);

        while (Stopwatch.GetElapsedTime(start) < Turn)
        {
            await ask();
            count++;
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / count;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var ordered ? ordered[ordered.Count / 2] : 0;
}
