using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Merchants.Dialect;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Payments;

/// <summary>What a payer said of himself, and where a merchant leads him on to, once the money came.</summary>
public sealed class PayerSaidTests
{
    private static readonly ShippingAddress There = new("Tim Rest", "Kerkstraat 1", "2nd floor", "Utrecht", null, "3511 AB", "Nederland");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_merchant_hears_it_with_the_money()
    {
        await using var world = await World.CreateAsync();
        await PayAsync(world, await world.InvoiceAsync(12_50, number: "A-1"));

        var mail = Assert.Single(world.Mail.Sent, m => m.To == "accounts@northgate.example");
        Assert.Contains("+31612345678", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Tim Rest, Kerkstraat 1, 2nd floor, 3511 AB Utrecht, Nederland", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Mail.Sent, m => m.To != "accounts@northgate.example" && m.Text.Contains("Kerkstraat", StringComparison.Ordinal));

        var view = (await world.UseAsync<ShowInvoice, ShowInvoice.View?>(show => show.HandleAsync("A-1", world.Caller, Ct)))!;
        Assert.Equal(("+31612345678", There), (view.Payers.Single().PayerPhone, view.Payers.Single().ShipTo));
    }

    [Fact]
    public async Task A_payment_that_came_to_nothing_tells_nothing_of_its_payer()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(12_50, number: "A-1");
        await PayAsync(world, invoice, ProcessorState.Declined);

        Assert.Empty((await world.UseAsync<ShowInvoice, ShowInvoice.View?>(show => show.HandleAsync("A-1", world.Caller, Ct)))!.Payers);
    }

    [Fact]
    public async Task A_merchant_who_wants_to_hear_nothing_of_payments_hears_nothing()
    {
        await using var world = await World.CreateAsync();
        await SettleAsync(world, new InvoiceSettings { TellsOfPayments = false });

        await PayAsync(world, await world.InvoiceAsync(12_50));

        Assert.DoesNotContain(world.Mail.Sent, m => m.To == "accounts@northgate.example");
        Assert.Contains(world.Mail.Sent, m => m.To == "tanya@example.com");
    }

    [Fact]
    public async Task Whoever_paid_may_go_on_to_where_the_merchant_says()
    {
        await using var world = await World.CreateAsync();
        await SettleAsync(world, new InvoiceSettings { BackWhenPaid = "https://shop.example.com/thanks" });
        var invoice = await world.InvoiceAsync(12_50);
        await PayAsync(world, invoice);

        var view = await world.UseAsync<ShowLink, LinkView?>(async show => await show.HandleAsync((await world.LinkOfAsync(invoice)).Token, _ => null, Ct));

        Assert.Equal("https://shop.example.com/thanks", Assert.IsType<LinkState.Used>(view?.State).BackTo?.AbsoluteUri);
    }

    [Fact]
    public async Task Software_that_is_being_written_may_be_gone_back_to_on_its_own_machine_and_nowhere_else()
    {
        await using var world = await World.CreateAsync();    // in Development
        await SettleAsync(world, new InvoiceSettings { BackWhenPaid = "http://localhost:3000/thanks" });

        Assert.IsType<PayPage.UseCases.Merchants.SettingsOutcome.Faulty>(await TryAsync(world, new InvoiceSettings { BackWhenPaid = "http://shop.example.com/" }));
        Assert.IsType<PayPage.UseCases.Merchants.SettingsOutcome.Faulty>(await TryAsync(world, new InvoiceSettings { BackWhenPaid = "http://me:secret@localhost/" }));
        Assert.Equal("http://localhost:3000/thanks", (await world.ReadAsync(db => db.Merchants.AsNoTracking().SingleAsync(Ct))).BackWhenPaid?.AbsoluteUri);
    }

    private static async Task PayAsync(World world, PayPage.Domain.Invoices.InvoiceId invoice, ProcessorState state = ProcessorState.Succeeded)
    {
        var (link, token) = await world.LinkOfAsync(invoice);
        var wish = new StartPayment.Wish(token, 12_50, PaymentMethod.Card, null, null, "attempt-of-this-test-1") { PayerPhone = "+31612345678", ShipTo = There };
        Assert.IsType<StartPayment.Outcome.GoOn>(await world.UseAsync<StartPayment, StartPayment.Outcome>(start => start.HandleAsync(wish, Ct)));
        var payment = await world.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(p => p.LinkId == link, Ct));
        await world.RecordAsync(payment, state);
        await world.DrainAsync();
    }

    private static async Task SettleAsync(World world, InvoiceSettings settings) =>
        Assert.IsType<PayPage.UseCases.Merchants.SettingsOutcome.Saved>(await TryAsync(world, settings));

    private static Task<PayPage.UseCases.Merchants.SettingsOutcome> TryAsync(World world, InvoiceSettings settings) =>
        world.UseAsync<ChangeInvoiceSettings, PayPage.UseCases.Merchants.SettingsOutcome>(
            change => change.HandleAsync(world.Caller.MerchantId, settings, new Dictionary<string, string>(), null, Ct));
}
