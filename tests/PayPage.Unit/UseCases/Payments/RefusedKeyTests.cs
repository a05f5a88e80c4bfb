using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Payments;

/// <summary>A key that a processor no longer knows is the merchant's trouble and no payer's fault.</summary>
public sealed class RefusedKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_declined_the_amount_is_free_and_the_merchant_is_told_once()
    {
        await using var world = await World.CreateAsync();
        world.Processor.OnOpen = _ => Task.FromResult<CheckoutOutcome>(new CheckoutOutcome.KeyRefused("Invalid API Key provided"));
        var id = await world.InvoiceAsync(12_50);

        for (var i = 0; i < 3; i++)
        {
            Assert.IsType<StartPayment.Outcome.MerchantCannot>(await StartAsync(world, id));
        }

        var invoice = await world.InvoiceAsync(id);
        var payments = await world.ReadAsync(db => db.Payments.AsNoTracking().ToListAsync(Ct));
        Assert.Equal(0, invoice.Reserved);
        Assert.All(payments, payment => Assert.Equal((PaymentStatus.Failed, false), (payment.Status, payment.Declined)));
        Assert.Equal(world.Clock.GetUtcNow(), await RefusedSinceAsync(world));
        Assert.Equal(1, await MailsAsync(world));
    }

    [Fact]
    public async Task An_open_payment_stays_open_while_the_key_is_refused_and_is_settled_when_it_is_mended()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        await world.OpenPaymentAsync(id, 12_50);
        world.Processor.OnFind = _ => new PaymentAnswer.NoAnswer(KeyRefused: true);

        world.Clock.Advance(TimeSpan.FromSeconds(20));
        await ReconcileAsync(world);

        Assert.NotNull(await RefusedSinceAsync(world));
        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Reserved);

        world.Processor.OnFind = payment => new PaymentAnswer.Found(ScriptedProcessor.News(payment, ProcessorState.Succeeded, new(12_50, PayPage.Domain.Currency.Usd)));
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await ReconcileAsync(world);

        Assert.Null(await RefusedSinceAsync(world));
        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task A_silence_is_no_refusal()
    {
        await using var world = await World.CreateAsync();
        await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50);
        world.Processor.OnFind = _ => new PaymentAnswer.NoAnswer();

        world.Clock.Advance(TimeSpan.FromSeconds(20));
        await ReconcileAsync(world);

        Assert.Null(await RefusedSinceAsync(world));
        Assert.Equal(0, await MailsAsync(world));
    }

    private static Task<int> ReconcileAsync(World world) => world.UseAsync<ReconcilePayments, int>(reconcile => reconcile.HandleAsync(Ct));

    private static async Task<StartPayment.Outcome> StartAsync(World world, PayPage.Domain.Invoices.InvoiceId id)
    {
        return await world.StartAsync((await world.LinkOfAsync(id)).Token, 12_50);
    }

    private static Task<DateTimeOffset?> RefusedSinceAsync(World world) =>
        world.ReadAsync(db => db.Accounts.Where(a => a.Id == world.Account).Select(a => a.RefusedSince).SingleAsync(Ct));

    private static Task<int> MailsAsync(World world) => world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.KeyRefusedMail, Ct));
}
