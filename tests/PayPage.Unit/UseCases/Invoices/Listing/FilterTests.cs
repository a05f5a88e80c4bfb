using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices.Listing;
using PayPage.UseCases.Links;

namespace PayPage.Unit.UseCases.Invoices.Listing;

public sealed class FilterTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_status_finds_exactly_the_invoices_that_show_it(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var shelf = new Shelf(world);
        await InEveryStateAsync(world, shelf);

        var shown = await ShownAsync(world);
        Assert.Equal(Enum.GetValues<InvoiceStatus>(), shown.Values.Distinct().Order());    // no status goes untried

        foreach (var status in Enum.GetValues<InvoiceStatus>())
        {
            var page = await shelf.ListAsync(new InvoiceFilter { Statuses = [status] });
            Assert.Equal(shown.Where(s => s.Value == status).Select(s => s.Key).Order(), page.Rows.Select(r => r.Number).Order());
            Assert.All(page.Rows, row => Assert.Equal(status, row.Status));
        }

        var unpaid = await shelf.ListAsync(new InvoiceFilter { Statuses = [InvoiceStatus.Partial, InvoiceStatus.Draft, InvoiceStatus.Draft] });
        Assert.Equal(shown.Where(s => s.Value is InvoiceStatus.Partial or InvoiceStatus.Draft).Select(s => s.Key).Order(), unpaid.Rows.Select(r => r.Number).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Viewed_are_those_that_a_person_opened(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var shelf = new Shelf(world);
        var opened = await world.InvoiceAsync(12_50, number: "OPENED");
        await world.InvoiceAsync(12_50, number: "NOT-OPENED");
        var (_, token) = await world.LinkOfAsync(opened);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));

        Assert.Equal("OPENED", await shelf.FoundAsync(new InvoiceFilter { Viewed = true }));
        Assert.Equal([false, true], (await shelf.ListAsync(order: new InvoiceOrder(InvoiceSort.Number, false))).Rows.Select(r => r.IsViewed));
    }

    [Fact]
    public async Task Overdue_begins_on_the_day_after_the_due_date_at_the_merchants_place()
    {
        await using var world = await World.CreateAsync();
        var shelf = new Shelf(world);
        var today = new DateOnly(2026, 11, 21);
        await shelf.AddAsync(number: "YESTERDAY", due: today.AddDays(-1));
        await shelf.AddAsync(number: "TODAY", due: today);
        await shelf.AddAsync(number: "PAID", due: today.AddDays(-1), paid: 12_50);
        await shelf.AddAsync(number: "DRAFT", due: today.AddDays(-1), stage: InvoiceStage.Draft);
        await shelf.AddAsync(number: "CANCELED", due: today.AddDays(-1), stage: InvoiceStage.Canceled);

        Assert.Equal("YESTERDAY", await shelf.FoundAsync(new InvoiceFilter { Overdue = true }));

        world.Clock.Advance(TimeSpan.FromHours(11));    // 23:00 in London, midnight in Amsterdam
        var page = await shelf.ListAsync(new InvoiceFilter { Overdue = true });
        Assert.Equal(["TODAY", "YESTERDAY"], page.Rows.Select(r => r.Number).Order());
        Assert.All(page.Rows, row => Assert.True(row.IsOverdueOn(page.Today)));
    }

    [Fact]
    public async Task Days_are_the_merchants_and_both_ends_belong_to_them()
    {
        await using var world = await World.CreateAsync();    // noon of 21 November in UTC, one o'clock in Amsterdam
        var shelf = new Shelf(world);
        var day = new DateOnly(2026, 11, 20);
        await shelf.AddAsync(number: "BEFORE", age: 1 + (13.001 / 24));
        await shelf.AddAsync(number: "FIRST", age: 1 + (12.999 / 24), due: day);
        await shelf.AddAsync(number: "LAST", age: 13.001 / 24, due: day.AddDays(1));
        await shelf.AddAsync(number: "NEXT", age: 12.999 / 24);

        Assert.Equal("FIRST LAST", await shelf.FoundAsync(new InvoiceFilter { CreatedFrom = day, CreatedTo = day }));
        Assert.Equal("FIRST LAST NEXT", await shelf.FoundAsync(new InvoiceFilter { CreatedFrom = day }));
        Assert.Equal("BEFORE FIRST LAST", await shelf.FoundAsync(new InvoiceFilter { CreatedTo = day }));
        Assert.Equal("FIRST", await shelf.FoundAsync(new InvoiceFilter { DueFrom = day, DueTo = day }));
        Assert.Equal("FIRST LAST", await shelf.FoundAsync(new InvoiceFilter { DueTo = day.AddDays(1) }));
        Assert.Equal("BEFORE FIRST LAST NEXT", await shelf.FoundAsync(new InvoiceFilter
        {
            CreatedFrom = DateOnly.MinValue,
            CreatedTo = DateOnly.MaxValue,
            DueFrom = DateOnly.MinValue,
            DueTo = DateOnly.MaxValue,
        }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_amount_means_as_much_in_every_currency(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var shelf = new Shelf(world);
        await shelf.AddAsync(10_50, currency: Currency.Usd, number: "USD");
        await shelf.AddAsync(10, currency: Currency.Jpy, number: "JPY-10");
        await shelf.AddAsync(11, currency: Currency.Jpy, number: "JPY-11");
        await shelf.AddAsync(10_500, currency: Currency.Kwd, number: "KWD");

        Assert.Equal("JPY-11 KWD USD", await shelf.FoundAsync(new InvoiceFilter { Least = 10_5000 }));
        Assert.Equal("JPY-10 KWD USD", await shelf.FoundAsync(new InvoiceFilter { Most = 10_5000 }));
        Assert.Equal("KWD USD", await shelf.FoundAsync(new InvoiceFilter { Least = 10_5000, Most = 10_5000 }));
        Assert.Equal("JPY-11", await shelf.FoundAsync(new InvoiceFilter { Least = 10_5000, Currency = Currency.Jpy }));
        Assert.Equal("JPY-10 JPY-11", await shelf.FoundAsync(new InvoiceFilter { Currency = Currency.Jpy }));
        Assert.Equal("", await shelf.FoundAsync(new InvoiceFilter { Currency = Currency.Parse("EUR") }));
        Assert.Equal("", await shelf.FoundAsync(new InvoiceFilter { Least = long.MaxValue }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nobody_sees_what_another_merchant_has_nor_what_is_of_the_other_mode(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var shelf = new Shelf(world);
        var (stranger, _) = await world.MerchantAsync();
        await shelf.AddAsync(number: "OWN");
        await shelf.AddAsync(number: "STRANGE", caller: stranger, currency: Currency.Kwd);
        await shelf.AddAsync(number: "LIVE", caller: world.Caller with { Mode = Mode.Live }, currency: Currency.Jpy);

        foreach (var filter in new[] { new InvoiceFilter(), new InvoiceFilter { Search = SearchText.Read("tanya") }, new InvoiceFilter { Statuses = [InvoiceStatus.Sent] } })
        {
            var page = await shelf.ListAsync(filter);
            Assert.Equal("OWN", Assert.Single(page.Rows).Number);
            Assert.Equal([Currency.Usd], page.Currencies);
            Assert.Equal("STRANGE", Assert.Single((await shelf.ListAsync(filter, caller: stranger)).Rows).Number);
            Assert.Equal("LIVE", Assert.Single((await shelf.ListAsync(filter, caller: world.Caller with { Mode = Mode.Live })).Rows).Number);
        }
    }

    /// <summary>As the invoice itself says it, one by one.</summary>
    private static Task<Dictionary<string, InvoiceStatus>> ShownAsync(World world) => world.ReadAsync(async db =>
    {
        var pending = await db.Payments.Where(p => p.Status == PaymentStatus.Processing).Select(p => p.InvoiceId).ToListAsync(Ct);
        return (await db.Invoices.AsNoTracking().ToListAsync(Ct)).ToDictionary(i => i.Number, i => i.StatusFor(pending.Contains(i.Id)));
    });

    private static async Task InEveryStateAsync(World world, Shelf shelf)
    {
        foreach (var stage in Enum.GetValues<InvoiceStage>())
        {
            await shelf.AddAsync(number: $"{stage}", stage: stage);
            await shelf.AddAsync(number: $"{stage}-PART", stage: stage, paid: 5_00);
            await shelf.AddAsync(number: $"{stage}-PAID", stage: stage, paid: 12_50);
            await shelf.AddAsync(number: $"{stage}-NOTHING", stage: stage, total: 0);
        }

        await shelf.AddAsync(number: "HELD", reserved: 5_00);
        await world.RecordAsync(await world.OpenPaymentAsync(await world.InvoiceAsync(50_00, number: "PENDING"), 10_00), ProcessorState.Processing);
        var both = await world.InvoiceAsync(50_00, number: "PART-AND-PENDING");
        await world.RecordAsync(await world.OpenPaymentAsync(both, 10_00), ProcessorState.Succeeded);
        await world.RecordAsync(await world.OpenPaymentAsync(both, 10_00), ProcessorState.Processing);
        await world.OpenPaymentAsync(await world.InvoiceAsync(50_00, number: "STARTED"), 10_00);
    }
}
