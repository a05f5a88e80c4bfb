using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Domain.Invoices.Intake;
using PayPage.Domain.Merchants;
using PayPage.Unit.Domain.Invoices.Intake;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;

namespace PayPage.Unit.UseCases.Invoices;

/// <summary>What a new invoice begins with, and what the merchant's settings make of it.</summary>
public sealed class NewInvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static NewInvoice Roses => Proposals.Accepted(Proposals.Plain with { CustomerEmail = "tanya@example.com", CustomerName = "Tanya Lee", Publish = "true" });

    [Fact]
    public async Task A_form_begins_with_the_merchants_defaults()
    {
        await using var world = await World.CreateAsync();
        await SetAsync(world, m =>
        {
            m.DefaultCurrency = Currency.Jpy;
            m.DueDays = 30;
            m.AllowsParts = true;
            m.MinimumPart = 500;
            m.AlwaysLink = false;
            m.NumberPrefix = "NF-";
        });
        await world.InvoiceAsync(1_00, number: "NF-000001");

        var begun = await BeginAsync(world);

        Assert.Equal("NF-000002", begun.LikelyNumber);
        Assert.Equal(
            ("JPY", "2026-12-21", "true", "500", "false"),
            (begun.Proposal.Currency, begun.Proposal.DueDate, begun.Proposal.AllowsParts, begun.Proposal.MinimumPart, begun.Proposal.IncludesLink));
    }

    [Fact]
    public async Task The_number_it_gets_has_the_merchants_prefix_and_is_the_one_that_was_shown()
    {
        await using var world = await World.CreateAsync();
        await SetAsync(world, m => m.NumberPrefix = "NF/");

        var shown = (await BeginAsync(world)).LikelyNumber;

        Assert.Equal((shown, "NF/000001"), (Assert.IsType<CreateInvoice.Outcome.Created>(await CreateAsync(world, Roses)).Number, shown));
    }

    [Fact]
    public async Task One_like_another_has_its_words_and_lines_and_neither_its_number_nor_its_dates()
    {
        await using var world = await World.CreateAsync();
        await CreateAsync(world, Proposals.Accepted(Proposals.Of(Proposals.Line("12.05", "20")) with { Number = "A-1", Description = "Roses", DueDate = "2026-01-01", ExpirationDate = "2026-12-31" }));

        var like = (await world.UseAsync<BeginInvoice, BeginInvoice.View?>(begin => begin.LikeAsync("A-1", world.Caller, Ct)))!.Proposal;

        Assert.Equal((null, "2026-12-05", null, "Roses", "12.05"), (like.Number, like.DueDate, like.ExpirationDate, like.Description, like.Lines[0].UnitPrice));
        Assert.Null(await world.UseAsync<BeginInvoice, BeginInvoice.View?>(begin => begin.LikeAsync("A-1", world.Caller with { Mode = Mode.Live }, Ct)));
    }

    [Fact]
    public async Task A_customer_is_put_into_a_form_only_at_his_own_merchant()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        await CreateAsync(world, Roses);
        var customer = Assert.Single(await world.UseAsync<OfferCustomers, IReadOnlyList<OfferCustomers.Choice>>(offer => offer.HandleAsync(world.Caller, Ct)));
        await ChangeAsync<Customer>(world, c => c.GetsNoLink = true);

        var filled = await world.UseAsync<BeginInvoice, InvoiceProposal?>(begin => begin.ForAsync(customer.Id, new InvoiceProposal { Description = "Typed" }, world.Caller, Ct));

        Assert.Equal("Tanya Lee, tanya@example.com", customer.Name);
        Assert.Equal(("Tanya Lee", "tanya@example.com", "Typed", "false"), (filled?.CustomerName, filled?.CustomerEmail, filled?.Description, filled?.IncludesLink));
        Assert.Null(await world.UseAsync<BeginInvoice, InvoiceProposal?>(begin => begin.ForAsync(customer.Id, new InvoiceProposal(), other, Ct)));
        Assert.Empty(await world.UseAsync<OfferCustomers, IReadOnlyList<OfferCustomers.Choice>>(offer => offer.HandleAsync(other, Ct)));
    }

    [Fact]
    public async Task The_same_form_sent_twice_even_at_once_makes_one_invoice()
    {
        await using var world = await World.CreateAsync();
        var wanted = Roses with { CreationKey = "the-same-form" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CreateAsync(world, wanted), Ct)));

        var created = Assert.Single(outcomes.OfType<CreateInvoice.Outcome.Created>());
        Assert.All(outcomes.OfType<CreateInvoice.Outcome.WasCreated>(), was => Assert.Equal(created.Number, was.Number));
        Assert.Equal((1, 1), (await world.ReadAsync(db => db.Invoices.CountAsync(Ct)), await world.ReadAsync(db => db.Outbox.CountAsync(Ct))));
    }

    [Fact]
    public async Task A_key_is_a_merchants_own()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        await CreateAsync(world, Roses with { CreationKey = "the-same-form" });

        Assert.IsType<CreateInvoice.Outcome.Created>(await world.UseAsync<CreateInvoice, CreateInvoice.Outcome>(create => create.HandleAsync(Roses with { CreationKey = "the-same-form" }, other, Ct)));
    }

    [Theory]
    [InlineData(true, false, null, true)]
    [InlineData(false, false, null, false)]
    [InlineData(true, true, null, false)]
    [InlineData(false, true, true, true)]
    [InlineData(true, false, false, false)]
    public async Task Whether_it_carries_a_link_is_said_or_as_merchant_and_customer_have_it(bool always, bool customerGetsNone, bool? said, bool carries)
    {
        await using var world = await World.CreateAsync();
        await CreateAsync(world, Roses);
        await SetAsync(world, m => m.AlwaysLink = always);
        await ChangeAsync<Customer>(world, c => c.GetsNoLink = customerGetsNone);

        var created = Assert.IsType<CreateInvoice.Outcome.Created>(await CreateAsync(world, Roses with { IncludesLink = said }));

        Assert.Equal(carries, (await world.InvoiceAsync(created.Id)).IncludesLink);
    }

    [Fact]
    public async Task Without_a_link_there_is_no_text_to_send_and_nothing_comes_into_being()
    {
        await using var world = await World.CreateAsync();
        await SetAsync(world, m => m.AlwaysLink = false);
        var byText = Roses with { Delivery = DeliveryMode.Sms, BillTo = Roses.BillTo with { Phone = "+31612345678" } };

        Assert.IsType<CreateInvoice.Outcome.TextNeedsLink>(await CreateAsync(world, byText));

        Assert.Equal((0, 0), (await world.ReadAsync(db => db.Invoices.CountAsync(Ct)), await world.ReadAsync(db => db.Customers.CountAsync(Ct))));
        Assert.IsType<CreateInvoice.Outcome.Created>(await CreateAsync(world, byText with { IncludesLink = true }));
    }

    [Fact]
    public async Task Without_a_link_its_mail_says_whom_to_ask_and_no_text_goes_out_later_either()
    {
        await using var world = await World.CreateAsync();
        var created = Assert.IsType<CreateInvoice.Outcome.Created>(await CreateAsync(
            world, Roses with { Delivery = DeliveryMode.Email, IncludesLink = false, BillTo = Roses.BillTo with { Phone = "+31612345678" } }));

        var mail = Assert.Single(world.Mail.Sent);
        Assert.DoesNotContain("https://pay.example.com/", mail.Text, StringComparison.Ordinal);
        Assert.Contains("To pay, please contact Northgate Flowers: accounts@northgate.example.", mail.Text, StringComparison.Ordinal);
        Assert.Equal(SendInvoice.Outcome.TextNeedsLink, await world.UseAsync<SendInvoice, SendInvoice.Outcome>(
            send => send.HandleAsync(new SendInvoice.Wish(created.Number, DeliveryMode.Both), world.Caller, Ct)));
    }

    [Fact]
    public async Task Published_without_sending_it_remembers_how_it_is_to_be_sent()
    {
        await using var world = await World.CreateAsync();

        var created = Assert.IsType<CreateInvoice.Outcome.Created>(await CreateAsync(world, Roses with { Delivery = DeliveryMode.Email, Deliver = false }));

        Assert.Equal((InvoiceStage.Created, DeliveryMode.Email), ((await world.InvoiceAsync(created.Id)).Stage, (await world.InvoiceAsync(created.Id)).Delivery));
        Assert.Empty(world.Mail.Sent);
        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(Ct)));
    }

    private static Task<CreateInvoice.Outcome> CreateAsync(World world, NewInvoice wanted) =>
        world.UseAsync<CreateInvoice, CreateInvoice.Outcome>(create => create.HandleAsync(wanted, world.Caller, Ct));

    private static Task<BeginInvoice.View> BeginAsync(World world) => world.UseAsync<BeginInvoice, BeginInvoice.View>(begin => begin.HandleAsync(world.Caller, Ct));

    private static Task SetAsync(World world, Action<Merchant> set) => ChangeAsync(world, set);

    private static Task ChangeAsync<T>(World world, Action<T> change)
        where T : class => world.Get<WriteSeam>().RunAsync(
        async (unit, token) =>
        {
            foreach (var row in await unit.Db.Set<T>().ToListAsync(token))
            {
                change(row);
            }
        },
        Ct);
}
