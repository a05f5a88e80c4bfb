using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Payments;

public sealed class ReconcilePaymentsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_whose_webhook_was_lost_is_found_after_20_seconds()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        await world.OpenPaymentAsync(id, 12_50);
        world.Processor.OnFind = payment => Found(payment, ProcessorState.Succeeded);

        world.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(0, await RunAsync(world));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await RunAsync(world));

        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Paid);
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await RunAsync(world));    // and never asked for again
    }

    [Fact]
    public async Task What_the_processor_never_heard_of_is_barred_there_before_its_amount_is_free()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await UnconfirmedAsync(world, id);
        world.Processor.OnFind = _ => new PaymentAnswer.NotFound();
        world.Clock.Advance(TimeSpan.FromSeconds(20));

        await RunAsync(world);

        Assert.Equal([payment], world.Processor.Canceled);
        Assert.Equal(PaymentStatus.Failed, (await world.PaymentAsync(payment)).Status);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Reserved);
    }

    [Fact]
    public async Task A_timeout_is_never_a_failure()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await UnconfirmedAsync(world, id);

        for (var day = 0; day < 10; day++)
        {
            await RunAsync(world);
            world.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(PaymentStatus.Unconfirmed, (await world.PaymentAsync(payment)).Status);
        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Reserved);
    }

    [Fact]
    public async Task An_unconfirmed_payment_that_is_open_there_can_be_continued()
    {
        await using var world = await World.CreateAsync();
        var payment = await UnconfirmedAsync(world, await world.InvoiceAsync(12_50));
        world.Processor.OnFind = id => Found(id, ProcessorState.Open);
        world.Clock.Advance(TimeSpan.FromSeconds(20));

        await RunAsync(world);

        var after = await world.PaymentAsync(payment);
        Assert.Equal((PaymentStatus.Submitted, ScriptedProcessor.PayerUrl), (after.Status, after.PayerUrl));
    }

    [Fact]
    public async Task A_payment_that_nobody_finished_is_canceled_at_the_processor_when_its_time_is_over_and_not_before()
    {
        await using var world = await World.CreateAsync();
        world.Processor.Hold = TimeSpan.FromMinutes(20);
        world.Processor.OnFind = id => Found(id, ProcessorState.Open);
        var id = await world.InvoiceAsync(12_50);
        await world.OpenPaymentAsync(id, 12_50);

        for (var minute = 0; minute < 19; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await RunAsync(world);
        }

        Assert.Empty(world.Processor.Canceled);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await RunAsync(world));    // on the minute, whatever the schedule says: others may be waiting

        var invoice = await world.InvoiceAsync(id);
        Assert.Equal((0, 0), (invoice.Reserved, invoice.Paid));
        Assert.Single(world.Processor.Canceled);
    }

    [Fact]
    public async Task Money_that_came_in_the_last_second_counts_where_its_time_was_over_for_us()
    {
        await using var world = await World.CreateAsync();
        world.Processor.Hold = TimeSpan.FromMinutes(20);
        world.Processor.OnFind = id => Found(id, ProcessorState.Open);
        world.Processor.OnCancel = id => Found(id, ProcessorState.Succeeded);    // its payer was quicker than our cancel
        var id = await world.InvoiceAsync(12_50);
        await world.OpenPaymentAsync(id, 12_50);

        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await RunAsync(world);

        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task Two_workers_never_ask_for_the_same_payment_at_the_same_time()
    {
        await using var world = await World.CreateAsync();
        await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50);
        world.Clock.Advance(TimeSpan.FromSeconds(20));

        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(world), Ct)));

        Assert.Equal(1, asked.Sum());
    }

    [Fact]
    public void The_schedule_is_the_one_that_is_written_down()
    {
        var asked = new List<TimeSpan> { TimeSpan.FromSeconds(20) };

        while (asked[^1] < TimeSpan.FromDays(3))
        {
            asked.Add(asked[^1] + CheckSchedule.NextAfter(asked[^1]));
        }

        Assert.Equal(
            [TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(2)],
            asked.Take(6));
        Assert.Equal(3, asked.Count(at => at >= TimeSpan.FromDays(1)));    // then daily
    }

    private static async Task<PaymentId> UnconfirmedAsync(World world, PayPage.Domain.Invoices.InvoiceId invoice)
    {
        world.Processor.OnOpen = _ => Task.FromResult<CheckoutOutcome>(new CheckoutOutcome.NoAnswer());
        await world.StartAsync((await world.LinkOfAsync(invoice)).Token, 12_50);
        return await world.ReadAsync(db => db.Payments.Select(p => p.Id).SingleAsync(Ct));
    }

    private static PaymentAnswer.Found Found(PaymentId id, ProcessorState state) =>
        new(ScriptedProcessor.News(id, state, new Money(12_50, Currency.Usd)));

    private static Task<int> RunAsync(World world) => world.UseAsync<ReconcilePayments, int>(reconcile => reconcile.HandleAsync(Ct));
}
