using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Customers;

namespace PayPage.Unit.UseCases.Customers;

public sealed class ListCustomersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Walking_there_and_back_shows_everyone_once_the_newest_first(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await AddAsync(world, 60);

        var first = await ListAsync(world);
        var second = await ListAsync(world, after: first.Older);
        var third = await ListAsync(world, after: second.Older);
        var back = await ListAsync(world, before: third.Newer);
        var start = await ListAsync(world, before: back.Newer);

        Assert.Equal((25, 25, 10), (first.Rows.Count, second.Rows.Count, third.Rows.Count));
        Assert.Equal(60, Ids(first, second, third).Distinct().Count());
        Assert.Equal(Ids(second), Ids(back));
        Assert.Equal(Ids(first), Ids(start));
        Assert.Equal((null, null, null), (first.Newer, third.Older, start.Newer));
        Assert.NotNull(back.Older);
    }

    [Theory]
    [InlineData("tanya")]
    [InlineData("TANYA@ex")]
    [InlineData("lily of")]
    [InlineData("K-77%_")]
    [InlineData("lee VALLÉY")]
    public async Task Name_address_company_and_own_id_are_searched_whatever_the_capitals_and_accents(string search)
    {
        await using var world = await World.CreateAsync();
        var wanted = await CustomerAsync(world, new CustomerWords("Tanya Lee", "tanya@example.com", null, "Lily of the Vallèy", "K-77%_[x]", false));
        await CustomerAsync(world, new CustomerWords("Ben Roe", "ben@example.com", null, "Rose", "K-7711", false));

        Assert.Equal([wanted], Ids(await ListAsync(world, search)));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("' OR 1=1 --")]
    public async Task Wild_searches_find_what_they_say_and_nothing_else(string search)
    {
        await using var world = await World.CreateAsync();
        await CustomerAsync(world, new CustomerWords("Tanya Lee", "tanya@example.com", null, null, null, false));

        var view = await ListAsync(world, search);

        Assert.Empty(view.Rows);
        Assert.True(view.HasAny);
    }

    [Fact]
    public async Task A_search_of_any_length_is_answered()
    {
        await using var world = await World.CreateAsync();

        Assert.False((await ListAsync(world, new string('%', 100_000))).HasAny);
    }

    [Fact]
    public async Task What_is_owed_stands_by_each_in_its_own_currency_and_mode()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00);
        await world.InvoiceAsync(5_50);
        await world.InvoiceAsync(99_00, publish: false);
        await world.InvoiceAsync(70_00, caller: world.Caller with { Mode = Mode.Live });
        var paid = await world.OpenPaymentAsync(await world.InvoiceAsync(3_00), 3_00);
        await world.RecordAsync(paid, PayPage.Domain.Payments.ProcessorState.Succeeded);

        var row = Assert.Single((await ListAsync(world)).Rows);

        Assert.Equal(2, row.Open.Invoices);
        Assert.Equal([new Money(15_50, Currency.Usd)], row.Open.Due);
    }

    [Fact]
    public async Task Another_merchants_customers_are_not_there_and_are_no_place_to_start_from()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var own = await CustomerAsync(world, new CustomerWords("Tanya Lee", null, null, null, null, false));
        var foreign = await CustomerAsync(world, new CustomerWords("Ben Roe", null, null, null, null, false), other);

        Assert.Equal([own], Ids(await ListAsync(world)));
        Assert.Equal([own], Ids(await ListAsync(world, after: foreign)));
        Assert.Equal([own], Ids(await ListAsync(world, before: foreign)));
        Assert.Empty((await ListAsync(world, "Ben")).Rows);
    }

    [Fact]
    public async Task A_page_is_a_walk_along_an_index()
    {
        await using var world = await World.CreateAsync();
        await AddAsync(world, 30);
        var first = await ListAsync(world);

        await using var db = world.Database.Open();
        var plan = await PlanAsync(db, "SELECT * FROM Customers WHERE MerchantId = 'x' AND (CreatedAt < 'y' OR (CreatedAt = 'y' AND Id < 'z')) ORDER BY CreatedAt DESC, Id DESC LIMIT 26");

        Assert.NotNull(first.Older);
        Assert.Contains("USING INDEX IX_Customers_List", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(PayPageDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var plan = "";

        while (await rows.ReadAsync(Ct))
        {
            plan += $"{rows.GetString(3)}\n";
        }

        return plan;
    }

    private static List<CustomerId> Ids(params ListCustomers.View[] views) => [.. views.SelectMany(view => view.Rows).Select(row => row.Customer.Id)];

    private static async Task AddAsync(World world, int count)
    {
        for (var i = 0; i < count; i++)
        {
            // Some in one instant, as an import makes them.
            world.Clock.Advance(TimeSpan.FromSeconds(i % 3));
            await CustomerAsync(world, new CustomerWords($"Customer {i}", null, null, null, null, false));
        }
    }

    private static async Task<CustomerId> CustomerAsync(World world, CustomerWords words, Caller? caller = null)
    {
        var id = CustomerId.New(world.Get<IdSource>());
        Assert.IsType<CustomerOutcome.Saved>(await world.UseAsync<AddCustomer, CustomerOutcome>(add => add.HandleAsync(id, words, caller ?? world.Caller, Ct)));
        return id;
    }

    private static Task<ListCustomers.View> ListAsync(World world, string? search = null, CustomerId? after = null, CustomerId? before = null) =>
        world.UseAsync<ListCustomers, ListCustomers.View>(list => list.HandleAsync(new ListCustomers.Wish(search, after, before), world.Caller, Ct));
}
