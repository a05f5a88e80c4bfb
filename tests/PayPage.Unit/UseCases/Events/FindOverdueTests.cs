using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Events;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Webhooks;
using PayPage.UseCases.Events;
using PayPage.UseCases.Invoices;

namespace PayPage.Unit.UseCases.Events;

/// <remarks>The merchant sits in Amsterdam, an hour before the clock of the world.</remarks>
public sealed class FindOverdueTests
{
    private static readonly DateOnly Due = new(2026, 11, 25);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_told_once_from_midnight_on_at_the_merchants_place()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(5000, due: Due);

        world.Clock.Advance(new DateTimeOffset(2026, 11, 25, 22, 59, 0, TimeSpan.Zero) - world.Clock.GetUtcNow());
        Assert.Equal(0, await OverdueAsync(world));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await OverdueAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await OverdueAsync(world));
    }

    [Fact]
    public async Task Not_of_what_is_paid_canceled_or_only_a_draft()
    {
        await using var world = await World.CreateAsync();
        var paid = await world.InvoiceAsync(5000, due: Due);
        await world.RecordAsync(await world.OpenPaymentAsync(paid, 5000), ProcessorState.Succeeded);
        await world.InvoiceAsync(5000, due: Due, number: "GONE");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("GONE", world.Caller, Ct));
        await world.InvoiceAsync(5000, due: Due, publish: false, number: "DRAFT");

        world.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, await OverdueAsync(world));

        // Published late it is late at once.
        await world.UseAsync<PublishInvoice, object>(async publish => await publish.HandleAsync("DRAFT", world.Caller, Ct));
        Assert.Equal(1, await OverdueAsync(world));
    }

    [Fact]
    public async Task Another_due_date_that_passes_is_told_again()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(5000, due: Due);
        world.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, await OverdueAsync(world));

        await world.Get<PayPage.Data.WriteSeam>().RunAsync(
            async (unit, token) =>
            {
                var invoice = await unit.Db.Invoices.SingleAsync(i => i.Id == id, token);
                invoice.Change(PayPage.Domain.Invoices.NewInvoice.Like(invoice) with { DueDate = new DateOnly(2026, 12, 20) }, invoice.CustomerId);
            },
            Ct);
        Assert.Equal(1, await OverdueAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(2, await OverdueAsync(world));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Many_nodes_that_look_at_once_tell_it_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.InvoiceAsync(5000, due: Due);
        await world.InvoiceAsync(5000, due: Due);
        world.Clock.Advance(TimeSpan.FromDays(10));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => LookAsync(world), Ct)));
        Assert.Equal(2, await CountAsync(world));
    }

    private static async Task<int> OverdueAsync(World world)
    {
        await LookAsync(world);
        return await CountAsync(world);
    }

    private static Task<int> LookAsync(World world) => world.UseAsync<FindOverdue, int>(find => find.HandleAsync(Ct));

    private static async Task<int> CountAsync(World world) => (await world.EventsAsync()).Count(e => e.Type == EventType.InvoiceOverdue);
}
