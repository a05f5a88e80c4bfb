using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using static PayPage.UseCases.Invoices.CancelInvoice.Outcome;

namespace PayPage.Unit.UseCases.Invoices;

public sealed class CancelInvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_that_is_open_is_stopped_and_the_invoice_canceled()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "C-1");
        var payment = await world.OpenPaymentAsync(id, 100_00);

        Assert.Equal(Canceled, await CancelAsync(world));

        Assert.Equal((InvoiceStage.Canceled, 0), ((await world.InvoiceAsync(id)).Stage, (await world.InvoiceAsync(id)).Reserved));
        Assert.Equal(PaymentStatus.Canceled, (await world.PaymentAsync(payment.Id)).Status);
    }

    [Fact]
    public async Task Where_money_came_the_cancel_is_refused_and_the_payer_who_is_paying_the_rest_goes_on()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "C-1");
        await world.RecordAsync(await world.OpenPaymentAsync(id, 10_00), ProcessorState.Succeeded);
        var rest = await world.OpenPaymentAsync(id, 90_00);

        Assert.Equal(Paid, await CancelAsync(world));

        Assert.Equal((PaymentStatus.Submitted, 90_00), ((await world.PaymentAsync(rest.Id)).Status, (await world.InvoiceAsync(id)).Reserved));
        await world.RecordAsync(rest, ProcessorState.Succeeded);
        Assert.Equal(100_00, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task Where_a_bank_has_agreed_nobody_elses_payment_is_stopped_either()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "C-1");
        await world.RecordAsync(await world.OpenPaymentAsync(id, 40_00), ProcessorState.Processing);
        var (_, token) = await world.AnotherLinkAsync(id);
        await world.StartAsync(token, 60_00);

        Assert.Equal(PaymentOnItsWay, await CancelAsync(world));

        Assert.Equal(100_00, (await world.InvoiceAsync(id)).Reserved);
    }

    private static Task<CancelInvoice.Outcome> CancelAsync(World world) =>
        world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("C-1", world.Caller, Ct));
}
