using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;

namespace PayPage.Unit.UseCases.Invoices;

public sealed class CreateInvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Invoices_without_a_number_are_numbered_one_after_the_other_around_those_that_have_one(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.InvoiceAsync(1_00, number: "INV-000002");
        await world.InvoiceAsync(1_00);
        await world.InvoiceAsync(1_00);

        Assert.Equal(
            ["INV-000001", "INV-000002", "INV-000003"],
            await world.ReadAsync(db => db.Invoices.Select(i => i.Number).OrderBy(n => n).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Twenty_at_once_get_twenty_numbers()
    {
        await using var world = await World.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.InvoiceAsync(1_00), Ct)));

        Assert.Equal(20, await world.ReadAsync(db => db.Invoices.Select(i => i.Number).Distinct().CountAsync(Ct)));
    }

    [Fact]
    public async Task A_number_is_taken_per_merchant_and_mode_letter_by_letter()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        await world.InvoiceAsync(1_00, number: "a-1");

        await world.InvoiceAsync(1_00, number: "A-1");
        await world.InvoiceAsync(1_00, number: "a-1", caller: other);
        await world.InvoiceAsync(1_00, number: "a-1", caller: world.Caller with { Mode = Mode.Live });

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => world.InvoiceAsync(1_00, number: "a-1"));
        Assert.Equal(4, await world.ReadAsync(db => db.Invoices.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_draft_has_no_link_and_sends_nothing()
    {
        await using var world = await World.CreateAsync();

        await world.InvoiceAsync(1_00, publish: false, mail: true);

        Assert.Equal(0, await world.ReadAsync(db => db.Links.CountAsync(Ct)));
        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(Ct)));
    }

    [Fact]
    public async Task Sent_at_once_it_is_in_the_mail_with_its_link()
    {
        await using var world = await World.CreateAsync();

        var id = await world.InvoiceAsync(12_50, mail: true);

        Assert.Equal(InvoiceStage.Sent, (await world.InvoiceAsync(id)).Stage);
        var (_, token) = await world.LinkOfAsync(id);
        Assert.Contains($"https://pay.example.com/p/{token}", Assert.Single(world.Mail.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_merchant_sees_and_cancels_nothing_of_it()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var id = await world.InvoiceAsync(12_50, number: "X-1");

        Assert.Null(await ShowAsync(world, "X-1", other));
        Assert.Null(await ShowAsync(world, "X-1", world.Caller with { Mode = Mode.Live }));
        Assert.Equal(CancelInvoice.Outcome.NoSuchInvoice, await CancelAsync(world, "X-1", other));
        Assert.False(await world.UseAsync<ChangeAddress, bool>(change => change.HandleAsync("X-1", "evil@example.com", other, Ct)));
        Assert.Equal(InvoiceStage.Created, (await world.InvoiceAsync(id)).Stage);
    }

    [Fact]
    public async Task An_invoice_is_canceled_only_while_no_money_came()
    {
        await using var world = await World.CreateAsync();
        var paid = await world.InvoiceAsync(12_50, number: "P-1");
        await world.RecordAsync(await world.OpenPaymentAsync(paid, 2_50), ProcessorState.Succeeded);
        await world.InvoiceAsync(12_50, number: "N-1");

        Assert.Equal(CancelInvoice.Outcome.Paid, await CancelAsync(world, "P-1", world.Caller));
        Assert.Equal(CancelInvoice.Outcome.Canceled, await CancelAsync(world, "N-1", world.Caller));
        Assert.Equal(CancelInvoice.Outcome.WasCanceled, await CancelAsync(world, "N-1", world.Caller));
    }

    [Fact]
    public async Task Canceling_asks_the_processor_first_and_gives_way_to_money()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "R-1");
        await world.OpenPaymentAsync(id, 12_50);
        world.Processor.OnCancel = payment => new PaymentAnswer.Found(
            ScriptedProcessor.News(payment, ProcessorState.Succeeded, new Money(12_50, Currency.Usd)));

        Assert.Equal(CancelInvoice.Outcome.Paid, await CancelAsync(world, "R-1", world.Caller));
        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task The_status_people_see_is_the_first_that_fits()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00, number: "draft", publish: false);
        var id = await world.InvoiceAsync(10_00, number: "it", mail: true);
        Assert.Equal(InvoiceStatus.Draft, (await ShowAsync(world, "draft", world.Caller))?.Status);
        Assert.Equal(InvoiceStatus.Sent, (await ShowAsync(world, "it", world.Caller))?.Status);

        await world.RecordAsync(await world.OpenPaymentAsync(id, 4_00), ProcessorState.Succeeded);
        Assert.Equal(InvoiceStatus.Partial, (await ShowAsync(world, "it", world.Caller))?.Status);

        var rest = await world.OpenPaymentAsync(id, 6_00);
        await world.RecordAsync(rest, ProcessorState.Processing);
        Assert.Equal(InvoiceStatus.Pending, (await ShowAsync(world, "it", world.Caller))?.Status);

        await world.RecordAsync(rest, ProcessorState.Succeeded);
        Assert.Equal(InvoiceStatus.Paid, (await ShowAsync(world, "it", world.Caller))?.Status);
    }

    [Fact]
    public async Task Asking_for_an_invoice_mints_no_link_and_gives_the_same_address_each_time()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00, number: "it");

        var first = (await ShowAsync(world, "it", world.Caller))?.Link;
        var second = (await ShowAsync(world, "it", world.Caller))?.Link;

        Assert.NotNull(first);
        Assert.Equal(first, second);
        Assert.Equal(1, await world.ReadAsync(db => db.Links.CountAsync(Ct)));
    }

    private static Task<ShowInvoice.View?> ShowAsync(World world, string number, Caller caller) =>
        world.UseAsync<ShowInvoice, ShowInvoice.View?>(show => show.HandleAsync(number, caller, Ct));

    private static Task<CancelInvoice.Outcome> CancelAsync(World world, string number, Caller caller) =>
        world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync(number, caller, Ct));
}
