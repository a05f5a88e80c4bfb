using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Invoices;

public sealed class ChangeInvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Everything_but_number_and_currency_changes_and_open_links_show_the_new_sum(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(12_50, number: "A-1", parts: false);
        var (_, token) = await world.LinkOfAsync(id);

        Assert.Equal(12_50, await ShownAsync(world, token));
        var changed = await ChangedAsync(world, "A-1", said => said with
        {
            Description = "Flowers and vases",
            Amounts = new InvoiceAmounts { Lines = 20_00, Freight = 5_00 },
            Lines = [Line(1, "Vase", 15_00), Line(2, "Roses", 5_00)],
            DueDate = new DateOnly(2026, 12, 24),
            AllowsParts = true,
            MinimumPart = 10_00,
            IncludesLink = false,
        });

        var invoice = await world.InvoiceAsync(id);
        Assert.Equal(["description", "lines[0]", "lines[1]", "total", "freight.amount", "dueDate", "allowsParts", "minimumPart", "includesLink"], changed.Fields);
        Assert.Equal((25_00, 10_00, true, "A-1", Currency.Usd), (invoice.Total, invoice.MinimumPayment, invoice.AllowsParts, invoice.Number, invoice.Currency));
        Assert.Equal(["Vase", "Roses"], invoice.Lines.Select(line => line.Name));
        Assert.Equal((0, 25_00), (changed.RevokedLinks, await ShownAsync(world, token)));

        await ChangedAsync(world, "A-1", said => said with { Amounts = new InvoiceAmounts { Lines = 7_00 }, Lines = [Line(1, "Pot", 7_00)] });
        await ChangedAsync(world, "A-1", said => said with { Amounts = new InvoiceAmounts { Lines = 9_00 }, Lines = [Line(1, "Pot", 7_00), Line(2, "Soil", 1_00), Line(3, "Seed", 1_00)] });
        Assert.Equal(["Pot", "Soil", "Seed"], (await world.InvoiceAsync(id)).Lines.Select(line => line.Name));
    }

    [Fact]
    public async Task The_history_names_the_fields_and_no_address()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "A-1");

        await ChangedAsync(world, "A-1", said => said with { BillTo = said.BillTo with { Email = "other@example.com" }, DueDate = new DateOnly(2027, 1, 1) });

        var noted = await world.ReadAsync(db => db.Audit.SingleAsync(e => e.Kind == AuditKind.InvoiceChanged, Ct));
        Assert.Equal(("e-mail, due date", "test"), (noted.Detail, noted.Actor));
    }

    [Fact]
    public async Task Nothing_is_written_where_nothing_is_different()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        var before = await world.InvoiceAsync(id);

        Assert.Empty((await ChangedAsync(world, "A-1", said => said)).Fields);

        Assert.Equal(before.Version, (await world.InvoiceAsync(id)).Version);
        Assert.False(await world.ReadAsync(db => db.Audit.AnyAsync(e => e.Kind == AuditKind.InvoiceChanged, Ct)));
    }

    [Fact]
    public async Task Another_address_takes_the_right_from_old_links_and_leaves_one_to_send()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "A-1", mail: true);
        var (old, _) = await world.LinkOfAsync(id);
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        var changed = await ChangedAsync(world, "A-1", said => said with { BillTo = said.BillTo with { Email = "right@example.com" } });

        Assert.Equal(1, changed.RevokedLinks);
        Assert.Equal(LinkStatus.Revoked, (await world.LinkAsync(old)).Status);
        var (link, token) = await world.LinkOfAsync(id);
        Assert.NotEqual(old, link);
        Assert.Equal(12_50, await ShownAsync(world, token));
        Assert.Single(world.Mail.Sent);    // not sent anew: that is for the merchant to do
    }

    [Fact]
    public async Task A_link_lives_as_long_as_the_new_dates_say()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        var (link, _) = await world.LinkOfAsync(id);

        await ChangedAsync(world, "A-1", said => said with { ExpirationDate = new DateOnly(2026, 11, 25) });

        Assert.Equal(new DateTimeOffset(2026, 11, 25, 23, 0, 0, TimeSpan.Zero), (await world.LinkAsync(link)).LivesUntil);    // midnight in Amsterdam
    }

    [Fact]
    public async Task Two_colleagues_at_one_invoice_the_second_is_told_what_the_first_changed()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        var (first, second) = (await BeginAsync(world, "A-1"), await BeginAsync(world, "A-1"));
        await SaveAsync(world, first, said => said with { DueDate = new DateOnly(2026, 12, 24), Description = "Roses" });

        var told = Assert.IsType<ChangeInvoice.Outcome.ChangedMeanwhile>(
            await SaveAsync(world, second, said => said with { Description = "Tulips", Instructions = "Ring twice" }));

        Assert.Equal(
            [new("description", "Roses", "Tulips"), new("dueDate", "2026-12-24", "2026-12-01")],
            told.Clashes);
        Assert.Equal("Roses", (await world.InvoiceAsync(id)).Description);

        var mine = NewInvoice.Like(second.Invoice) with { Description = "Tulips", Instructions = "Ring twice" };
        Assert.IsType<ChangeInvoice.Outcome.Changed>(await SaveAsync(world, new ChangeInvoice.Wish("A-1", mine, told.Version, told.Marks)));
        Assert.Equal(("Tulips", new DateOnly(2026, 12, 1)), ((await world.InvoiceAsync(id)).Description, (await world.InvoiceAsync(id)).DueDate));
    }

    [Fact]
    public async Task A_colleague_who_changed_the_same_to_the_same_is_in_nobodys_way()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "A-1");
        var (first, second) = (await BeginAsync(world, "A-1"), await BeginAsync(world, "A-1"));
        await SaveAsync(world, first, said => said with { Description = "Roses" });

        Assert.IsType<ChangeInvoice.Outcome.Changed>(await SaveAsync(world, second, said => said with { Description = "Roses", Instructions = "Ring twice" }));
    }

    [Fact]
    public async Task That_it_was_sent_or_tried_to_be_paid_meanwhile_overwrites_nothing_and_stops_nobody()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        var begun = await BeginAsync(world, "A-1");
        await world.RecordAsync(await world.OpenPaymentAsync(id, 12_50), ProcessorState.Declined);
        Assert.NotEqual(begun.Invoice.Version, (await world.InvoiceAsync(id)).Version);

        Assert.IsType<ChangeInvoice.Outcome.Changed>(await SaveAsync(world, begun, said => said with { Description = "Roses" }));
    }

    [Fact]
    public async Task Twenty_who_save_at_once_write_one_after_the_other_and_only_the_first_unknowingly()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "A-1");
        var begun = await BeginAsync(world, "A-1");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => SaveAsync(world, begun, said => said with { Description = $"Version {i}" }), Ct)));

        Assert.Single(outcomes.OfType<ChangeInvoice.Outcome.Changed>());
        Assert.Equal(19, outcomes.OfType<ChangeInvoice.Outcome.ChangedMeanwhile>().Count());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_a_payer_and_a_colleague_at_the_same_moment_one_gives_way_and_nobody_pays_another_sum(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        for (var i = 0; i < 10; i++)
        {
            var id = await world.InvoiceAsync(12_50, number: $"R-{i}", parts: false);
            var (_, token) = await world.LinkOfAsync(id);
            var begun = await BeginAsync(world, $"R-{i}");

            var paying = Task.Run(() => world.StartAsync(token, 12_50), Ct);
            var saving = Task.Run(() => SaveAsync(world, begun, said => said with { Amounts = new InvoiceAmounts { Lines = 99_00 } }), Ct);
            var (paid, saved) = (await paying, await saving);

            var (invoice, wasSaved) = (await world.InvoiceAsync(id), saved is ChangeInvoice.Outcome.Changed);
            Assert.Equal(!wasSaved, paid is StartPayment.Outcome.GoOn);
            Assert.Equal(wasSaved ? (99_00, 0) : (12_50, 12_50), (invoice.Total, invoice.Reserved));
            Assert.True(wasSaved || saved is ChangeInvoice.Outcome.NotAllowed { Why: ChangeObstacle.PaymentUnderWay });
            Assert.True(!wasSaved || paid is StartPayment.Outcome.AmountRefused);
        }
    }

    [Fact]
    public async Task What_was_paid_or_canceled_stays_as_it_is()
    {
        await using var world = await World.CreateAsync();
        var part = await world.InvoiceAsync(12_50, number: "P-1");
        await world.RecordAsync(await world.OpenPaymentAsync(part, 2_50), ProcessorState.Succeeded);
        await world.InvoiceAsync(12_50, number: "C-1");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("C-1", world.Caller, Ct));

        Assert.Equal(ChangeObstacle.MoneyCame, (await BeginAsync(world, "P-1")).Obstacle);
        Assert.Equal(new ChangeInvoice.Outcome.NotAllowed(ChangeObstacle.MoneyCame), await SaveAsync(world, await BeginAsync(world, "P-1"), said => said with { Description = "x" }));
        Assert.Equal(new ChangeInvoice.Outcome.NotAllowed(ChangeObstacle.Canceled), await SaveAsync(world, await BeginAsync(world, "C-1"), said => said with { Description = "x" }));
    }

    [Fact]
    public async Task Another_merchant_cannot_change_or_read_it()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        await world.InvoiceAsync(12_50, number: "A-1");
        var begun = await BeginAsync(world, "A-1");
        var wish = new ChangeInvoice.Wish("A-1", NewInvoice.Like(begun.Invoice) with { Description = "Stolen" }, begun.Invoice.Version, begun.Marks);

        foreach (var stranger in new[] { other, world.Caller with { Mode = Mode.Live } })
        {
            Assert.IsType<ChangeInvoice.Outcome.NoSuchInvoice>(await world.UseAsync<ChangeInvoice, ChangeInvoice.Outcome>(change => change.HandleAsync(wish, stranger, Ct)));
            Assert.Null(await world.UseAsync<BeginChange, BeginChange.View?>(begin => begin.HandleAsync("A-1", stranger, Ct)));
        }
    }

    [Fact]
    public async Task A_new_address_makes_it_another_customers()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        var other = await world.InvoiceAsync(12_50, number: "B-1", email: "joe@example.com");

        await ChangedAsync(world, "A-1", said => said with { BillTo = said.BillTo with { Email = "joe@example.com" } });

        Assert.Equal((await world.InvoiceAsync(other)).CustomerId, (await world.InvoiceAsync(id)).CustomerId);
    }

    private static InvoiceLine Line(int position, string name, long total) =>
        new() { Position = position, Name = name, Quantity = 1, UnitPriceMicros = total * 10_000, Total = total };

    private static async Task<long> ShownAsync(World world, string token)
    {
        var view = await world.UseAsync<ShowLink, LinkView?>(show => show.HandleAsync(token, _ => null, Ct));
        return Assert.IsType<LinkState.Payable>(view?.State).Invoice.Available.Minor;
    }

    private static async Task<BeginChange.View> BeginAsync(World world, string number) =>
        await world.UseAsync<BeginChange, BeginChange.View?>(begin => begin.HandleAsync(number, world.Caller, Ct)) ?? throw new InvariantException("No such invoice.");

    private static Task<ChangeInvoice.Outcome> SaveAsync(World world, BeginChange.View begun, Func<NewInvoice, NewInvoice> with) =>
        SaveAsync(world, new ChangeInvoice.Wish(begun.Invoice.Number, with(NewInvoice.Like(begun.Invoice)), begun.Invoice.Version, begun.Marks));

    private static Task<ChangeInvoice.Outcome> SaveAsync(World world, ChangeInvoice.Wish wish) =>
        world.UseAsync<ChangeInvoice, ChangeInvoice.Outcome>(change => change.HandleAsync(wish, world.Caller, Ct));

    private static async Task<ChangeInvoice.Outcome.Changed> ChangedAsync(World world, string number, Func<NewInvoice, NewInvoice> with) =>
        Assert.IsType<ChangeInvoice.Outcome.Changed>(await SaveAsync(world, await BeginAsync(world, number), with));
}
