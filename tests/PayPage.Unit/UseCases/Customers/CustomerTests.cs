using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Customers;
using PayPage.UseCases.Links;

namespace PayPage.Unit.UseCases.Customers;

public sealed class CustomerTests
{
    private static readonly CustomerWords Tanya = new("Tanya Lee", "tanya@example.com", "+31612345678", "Lily", "K-7", true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_form_sent_twice_makes_one_customer(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = CustomerId.New(world.Get<IdSource>());

        Assert.Equal(new CustomerOutcome.Saved(id), await AddAsync(world, id, Tanya));
        Assert.Equal(new CustomerOutcome.Saved(id), await AddAsync(world, id, Tanya));

        var customer = await world.ReadAsync(db => db.Customers.SingleAsync(Ct));
        Assert.Equal(Tanya, CustomerWords.Of(customer));
    }

    [Fact]
    public async Task The_id_of_another_merchants_customer_opens_nothing()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var foreign = CustomerId.New(world.Get<IdSource>());
        await AddAsync(world, foreign, Tanya, other);

        Assert.IsType<CustomerOutcome.Unknown>(await AddAsync(world, foreign, Tanya));
        Assert.IsType<CustomerOutcome.Unknown>(await ChangeAsync(world, foreign, Tanya with { Name = "Mine" }, 1));
        Assert.Null(await ShowAsync(world, foreign));
        Assert.Equal("Tanya Lee", await world.ReadAsync(db => db.Customers.Select(c => c.Name).SingleAsync(Ct)));
    }

    [Fact]
    public async Task An_own_id_belongs_to_one_customer_of_a_merchant()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var (first, second) = (CustomerId.New(world.Get<IdSource>()), CustomerId.New(world.Get<IdSource>()));
        await AddAsync(world, first, Tanya);
        await AddAsync(world, second, Tanya with { MerchantCustomerId = "K-8" });

        Assert.IsType<CustomerOutcome.Saved>(await AddAsync(world, CustomerId.New(world.Get<IdSource>()), Tanya, other));
        var added = Assert.IsType<CustomerOutcome.Faulty>(await AddAsync(world, CustomerId.New(world.Get<IdSource>()), Tanya));
        var changed = Assert.IsType<CustomerOutcome.Faulty>(await ChangeAsync(world, second, Tanya, 1));

        Assert.Equal([nameof(CustomerWords.MerchantCustomerId)], added.Messages.Keys);
        Assert.Equal([nameof(CustomerWords.MerchantCustomerId)], changed.Messages.Keys);
    }

    [Fact]
    public async Task Every_fault_is_said_by_its_field()
    {
        await using var world = await World.CreateAsync();
        var bad = new CustomerWords(new string('x', 101), "a@b.example,c@d.example", "0612345678", "4242 4242 4242 4242", new string('y', 101), false);

        var faulty = Assert.IsType<CustomerOutcome.Faulty>(await AddAsync(world, CustomerId.New(world.Get<IdSource>()), bad));
        var nobody = Assert.IsType<CustomerOutcome.Faulty>(
            await AddAsync(world, CustomerId.New(world.Get<IdSource>()), new CustomerWords(" \u200B ", "", null, null, "K-9", false)));

        Assert.Equal(["CompanyName", "Email", "MerchantCustomerId", "Name", "Phone"], faulty.Messages.Keys.Order());
        Assert.Equal(["Name"], nobody.Messages.Keys);
        Assert.Equal(0, await world.ReadAsync(db => db.Customers.CountAsync(Ct)));
    }

    [Fact]
    public async Task Who_changes_second_overwrites_nothing_but_a_form_sent_twice_is_one_change()
    {
        await using var world = await World.CreateAsync();
        var id = CustomerId.New(world.Get<IdSource>());
        await AddAsync(world, id, Tanya);
        var seen = (await ShowAsync(world, id))!.Customer.Version;    // just added

        Assert.IsType<CustomerOutcome.Saved>(await ChangeAsync(world, id, Tanya with { Name = "Tanya Roe" }, seen));
        Assert.IsType<CustomerOutcome.Saved>(await ChangeAsync(world, id, Tanya with { Name = "Tanya Roe" }, seen));
        Assert.IsType<CustomerOutcome.Overtaken>(await ChangeAsync(world, id, Tanya with { Name = "Tanya Poe" }, seen));

        Assert.Equal("Tanya Roe", await world.ReadAsync(db => db.Customers.Select(c => c.Name).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Invoices_that_are_written_keep_their_own_copy()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(await world.InvoiceAsync(12_50));

        await ChangeAsync(world, invoice.CustomerId, Tanya with { Name = "Tanya Roe", Email = "new@example.com" }, 1);

        var after = await world.InvoiceAsync(invoice.Id);
        Assert.Equal(("Tanya Lee", "tanya@example.com"), (after.BillTo.Name, after.BillTo.Email));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Invoices_are_shown_the_newest_first_with_how_they_stand(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var overdue = await world.InvoiceAsync(10_00, due: new DateOnly(2026, 11, 1), number: "A-1");
        await world.UseAsync<OpenLink, bool>(async open => await open.HandleAsync((await world.LinkOfAsync(overdue)).Token, Ct));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.InvoiceAsync(20_00, publish: false, number: "A-2");

        var view = await ShowAsync(world, (await world.InvoiceAsync(overdue)).CustomerId);

        Assert.NotNull(view);
        Assert.Equal(["A-2", "A-1"], view.Invoices.Select(row => row.Number));
        Assert.Equal((InvoiceStatus.Draft, false, false), (view.Invoices[0].Status, view.Invoices[0].IsViewed, view.Invoices[0].IsOverdue));
        Assert.Equal((InvoiceStatus.Created, true, true), (view.Invoices[1].Status, view.Invoices[1].IsViewed, view.Invoices[1].IsOverdue));
        Assert.Equal(1, view.Open.Invoices);
        Assert.Equal([new Money(10_00, Currency.Usd)], view.Open.Due);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Many_invoices_come_a_page_at_a_time_each_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        for (var i = 0; i < ShowCustomer.PageLength + 5; i++)
        {
            await world.InvoiceAsync(1_00);    // in one instant, as an import makes them
        }

        var id = await world.ReadAsync(db => db.Customers.Select(c => c.Id).SingleAsync(Ct));
        var first = await ShowAsync(world, id);
        var second = await ShowAsync(world, id, first?.Older);

        Assert.Equal((25, 5), (first?.Invoices.Count, second?.Invoices.Count));
        Assert.Null(second?.Older);
        Assert.Equal(30, first!.Invoices.Concat(second!.Invoices).Select(row => row.Number).Distinct().Count());    // both are there
    }

    [Fact]
    public async Task A_form_that_comes_back_with_other_words_is_no_repetition()
    {
        await using var world = await World.CreateAsync();
        var id = CustomerId.New(world.Get<IdSource>());
        var words = new CustomerWords("Tanya Lee", "tanya@example.com", null, null, null, false);

        Assert.IsType<CustomerOutcome.Saved>(await AddAsync(world, id, words));
        Assert.IsType<CustomerOutcome.Saved>(await AddAsync(world, id, words));
        Assert.IsType<CustomerOutcome.Overtaken>(await AddAsync(world, id, words with { Name = "Tim Rest" }));
        Assert.Equal("Tanya Lee", await world.ReadAsync(db => db.Customers.Select(c => c.Name).SingleAsync(Ct)));
    }

    private static Task<CustomerOutcome> AddAsync(World world, CustomerId id, CustomerWords words, Caller? caller = null) =>
        world.UseAsync<AddCustomer, CustomerOutcome>(add => add.HandleAsync(id, words, caller ?? world.Caller, Ct));

    private static Task<CustomerOutcome> ChangeAsync(World world, CustomerId id, CustomerWords words, long seen) =>
        world.UseAsync<ChangeCustomer, CustomerOutcome>(change => change.HandleAsync(id, words, seen, world.Caller, Ct));

    private static Task<ShowCustomer.View?> ShowAsync(World world, CustomerId id, string? after = null) =>
        world.UseAsync<ShowCustomer, ShowCustomer.View?>(show => show.HandleAsync(id, after, world.Caller, Ct));
}
