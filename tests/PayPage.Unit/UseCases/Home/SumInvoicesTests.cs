using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Invoices.Listing;
using PayPage.UseCases;
using PayPage.UseCases.Home;

namespace PayPage.Unit.UseCases.Home;

public sealed class SumInvoicesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_due_and_late_is_summed_for_each_currency_alone(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var shelf = new Shelf(world);
        var (stranger, _) = await world.MerchantAsync();
        await shelf.AddAsync(100_00, due: Today);
        await shelf.AddAsync(50_00, due: Today.AddDays(-1), paid: 20_00);
        await shelf.AddAsync(70_00, due: Today.AddDays(-1), paid: 70_00);
        await shelf.AddAsync(80_00, due: Today.AddDays(-1), stage: InvoiceStage.Draft);
        await shelf.AddAsync(90_00, due: Today.AddDays(-1), stage: InvoiceStage.Canceled);
        await shelf.AddAsync(5_000, currency: Currency.Jpy, due: Today.AddDays(-1), stage: InvoiceStage.Created);
        await shelf.AddAsync(1_000_00, caller: stranger);
        await shelf.AddAsync(2_000_00, caller: world.Caller with { Mode = Mode.Live });

        var standings = await SumAsync(world, world.Caller);

        Assert.Equal(["JPY", "USD"], standings.Select(s => s.Outstanding.Sum.Currency.Code));
        Assert.Equal([new Tally(new Money(5_000, Currency.Jpy), 1), new Tally(new Money(130_00, Currency.Usd), 2)], standings.Select(s => s.Outstanding));
        Assert.Equal([new Tally(new Money(5_000, Currency.Jpy), 1), new Tally(new Money(30_00, Currency.Usd), 1)], standings.Select(s => s.Overdue));
        Assert.Equal(2_000_00, Assert.Single(await SumAsync(world, world.Caller with { Mode = Mode.Live })).Outstanding.Sum.Minor);
    }

    [Fact]
    public async Task A_month_begins_at_midnight_at_the_merchants_place()
    {
        await using var world = await World.CreateAsync();
        world.Clock.Advance(TimeSpan.FromDays(9) + TimeSpan.FromHours(10.5));    // 30 November, 22:30 in UTC, 23:30 in Amsterdam
        await PayAsync(world, 10_00);
        world.Clock.Advance(TimeSpan.FromHours(1));    // 1 December in Amsterdam, still November in UTC
        await PayAsync(world, 5_00);

        var paid = Assert.Single(await SumAsync(world, world.Caller, new DateOnly(2026, 12, 1))).Paid;

        Assert.Equal(new Tally(new Money(5_00, Currency.Usd), 1), paid);
        Assert.Equal(2, Assert.Single(await SumAsync(world, world.Caller, new DateOnly(2026, 11, 30))).Paid.Count);
    }

    [Fact]
    public async Task Who_has_no_invoices_has_nothing_to_sum()
    {
        await using var world = await World.CreateAsync();

        Assert.Empty(await SumAsync(world, world.Caller));
    }

    private static async Task PayAsync(World world, long amount) =>
        await world.RecordAsync(await world.OpenPaymentAsync(await world.InvoiceAsync(amount), amount), ProcessorState.Succeeded);

    private static Task<IReadOnlyList<Standing>> SumAsync(World world, Caller caller, DateOnly? today = null) =>
        world.UseAsync<SumInvoices, IReadOnlyList<Standing>>(
            sum => sum.HandleAsync(caller, today ?? Today, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"), Ct));
}
