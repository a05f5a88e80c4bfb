using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Inbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Payments;

/// <summary>After an outage: what the processor could not deliver is asked for.</summary>
public sealed class CatchUpEventsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_that_never_came_are_in_the_books_once_however_often_they_are_listed_or_sent()
    {
        await using var world = await World.CreateAsync();
        var (id, paid) = await PaidElsewhereAsync(world);
        world.Processor.OnMissed = _ => new MissedEvents.Listed([(paid, "{}"), (new EventReading.Other("evt_2", "customer.created"), "{}")]);
        world.Processor.OnRead = _ => paid;

        Assert.Equal(1, await RunAsync(world));
        await world.UseAsync<TakeEvent, TakeEvent.Outcome>(take => take.HandleAsync(ProcessorKind.Sandbox, world.Account, "{}"u8.ToArray(), _ => null, Ct));
        world.Clock.Advance(CatchUpEvents.Every);
        Assert.Equal(1, await RunAsync(world));

        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Paid);
        Assert.Equal(2, await world.ReadAsync(db => db.Inbox.CountAsync(Ct)));
        Assert.Equal(1, await world.ReadAsync(db => db.Inbox.CountAsync(e => e.Verdict == InboxVerdict.Applied, Ct)));
    }

    [Fact]
    public async Task What_was_not_answered_is_asked_for_from_the_same_point_on()
    {
        await using var world = await World.CreateAsync();
        var asked = new List<DateTimeOffset>();
        var begin = world.Clock.GetUtcNow() - CatchUpEvents.Overlap;
        world.Processor.OnMissed = since =>
        {
            asked.Add(since);
            return asked.Count == 2 ? new MissedEvents.NoAnswer() : new MissedEvents.Listed([]);
        };

        for (var round = 0; round < 4; round++)
        {
            await RunAsync(world);
            world.Clock.Advance(CatchUpEvents.Every);
        }

        Assert.Equal([begin, begin, begin, begin + (CatchUpEvents.Every * 2)], asked);
    }

    [Fact]
    public async Task Two_nodes_ask_once()
    {
        await using var world = await World.CreateAsync();

        var asked = await Task.WhenAll(RunAsync(world), RunAsync(world), RunAsync(world));

        Assert.Equal(1, asked.Sum());
        Assert.Equal(0, await RunAsync(world));
    }

    [Fact]
    public async Task An_event_of_another_account_is_kept_and_moves_nothing()
    {
        await using var world = await World.CreateAsync();
        var (id, _) = await PaidElsewhereAsync(world);
        world.Processor.OnRead = _ => new EventReading.Misdirected("evt_3", "payment.succeeded", "it is of live money");

        var outcome = await world.UseAsync<TakeEvent, TakeEvent.Outcome>(
            take => take.HandleAsync(ProcessorKind.Sandbox, world.Account, "{}"u8.ToArray(), _ => null, Ct));

        Assert.Equal(TakeEvent.Outcome.Taken, outcome);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Paid);
        Assert.Equal(InboxVerdict.Mismatched, await world.ReadAsync(db => db.Inbox.Select(e => e.Verdict).SingleAsync(Ct)));
    }

    private static Task<int> RunAsync(World world) => world.UseAsync<CatchUpEvents, int>(catchUp => catchUp.HandleAsync(Ct));

    private static async Task<(PayPage.Domain.Invoices.InvoiceId Invoice, EventReading Event)> PaidElsewhereAsync(World world)
    {
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);
        return (id, new EventReading.OfPayment("evt_1", "payment.succeeded", ScriptedProcessor.News(payment.Id, ProcessorState.Succeeded, new Money(12_50, Currency.Usd))));
    }
}
