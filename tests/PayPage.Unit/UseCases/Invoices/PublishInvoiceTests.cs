using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.Unit.Support;
using static PayPage.UseCases.Invoices.PublishInvoice.Outcome;

namespace PayPage.Unit.UseCases.Invoices;

public sealed class PublishInvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_can_be_paid_once_it_is_published_and_nothing_is_sent()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(1_000, publish: false, delivery: DeliveryMode.Email);

        Assert.Equal(Published, await PublishAsync(world, id));
        await world.DrainAsync();

        var invoice = await world.InvoiceAsync(id);
        Assert.Equal(InvoiceStage.Created, invoice.Stage);
        Assert.Equal(world.Clock.GetUtcNow(), invoice.IssuedAt);
        Assert.Empty(world.Mail.Sent);
        await world.OpenPaymentAsync(id, 1_000);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_who_publish_at_once_one_does_and_there_is_one_link(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(1_000, publish: false);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => PublishAsync(world, id), Ct)));

        Assert.Equal([Published, WasPublished], outcomes.Order());
        Assert.Equal(1, await world.ReadAsync(db => db.Links.CountAsync(l => l.InvoiceId == id, Ct)));
        Assert.Equal(1, await world.ReadAsync(db => db.Audit.CountAsync(e => e.InvoiceId == id && e.Kind == AuditKind.InvoiceCreated, Ct)));
    }

    [Fact]
    public async Task A_draft_whose_last_day_is_over_stays_a_draft()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(1_000, publish: false, expires: new DateOnly(2026, 11, 22));
        world.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(Expired, await PublishAsync(world, id));
        Assert.Equal(InvoiceStage.Draft, (await world.InvoiceAsync(id)).Stage);
    }

    [Fact]
    public async Task What_was_canceled_stays_canceled()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(1_000, publish: false, number: "D-1");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("D-1", world.Caller, Ct));

        Assert.Equal(Canceled, await PublishAsync(world, id));
    }

    [Fact]
    public async Task Nobody_publishes_another_merchants_draft()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(1_000, publish: false);
        var (stranger, _) = await world.MerchantAsync();

        Assert.Equal(NoSuchInvoice, await PublishAsync(world, id, stranger));
        Assert.Equal(InvoiceStage.Draft, (await world.InvoiceAsync(id)).Stage);
    }

    private static async Task<PublishInvoice.Outcome> PublishAsync(World world, InvoiceId id, Caller? caller = null)
    {
        var number = (await world.InvoiceAsync(id)).Number;
        return await world.UseAsync<PublishInvoice, PublishInvoice.Outcome>(publish => publish.HandleAsync(number, caller ?? world.Caller, Ct));
    }
}
