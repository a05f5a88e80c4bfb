using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;

namespace PayPage.Unit.UseCases.Invoices;

public sealed class InspectInvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_all_about_an_invoice_that_was_sent_looked_at_opened_and_paid()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "I-1", mail: true);
        var (link, token) = await world.LinkOfAsync(id);
        LookAt(world, token, VisitKind.Machine);
        LookAt(world, token, VisitKind.Page);
        await world.UseAsync<CountVisits, int>(count => count.HandleAsync(Ct));
        await world.RecordAsync(await world.OpenPaymentAsync(id, 40_00), ProcessorState.Succeeded);

        var view = await InspectAsync(world, "I-1");

        Assert.NotNull(view);
        Assert.Equal((InvoiceStatus.Partial, true, false), (view.Status, view.IsViewed, view.IsOverdue));
        var row = Assert.Single(view.Links, row => row.Link.Id == link);
        Assert.Equal((1, 1), (row.Visits?.MachineFetches, row.Visits?.PageViews));
        Assert.Equal((LinkStatus.Used, false, false), (row.Link.Status, row.Works, row.IsNewest));
        Assert.True(Assert.Single(view.Links, other => other.IsNewest).Works);
        Assert.Equal(PaymentStatus.Succeeded, Assert.Single(view.Payments).Status);
        Assert.Equal(AuditKind.InvoiceCreated, view.History[0].Kind);
        Assert.All(view.History, told => Assert.True(view.Actors.ContainsKey(told.Actor)));
        Assert.Equal(2, view.Waiting);    // receipt and confirmation
    }

    [Fact]
    public async Task It_says_that_the_mail_came_back_until_another_was_sent()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Refused("550 no such user");
        await world.InvoiceAsync(100_00, number: "I-1", mail: true);
        Assert.Equal("550 no such user", (await InspectAsync(world, "I-1"))?.Bounced?.LastError);

        world.Mail.Answer = _ => new DeliveryOutcome.Accepted();
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.UseAsync<SendInvoice, SendInvoice.Outcome>(send => send.HandleAsync(new SendInvoice.Wish("I-1", DeliveryMode.Email), world.Caller, Ct));
        await world.DrainAsync();

        Assert.Null((await InspectAsync(world, "I-1"))?.Bounced);
    }

    [Fact]
    public async Task Overdue_goes_by_the_merchants_day()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "I-1", due: new DateOnly(2026, 11, 21));
        world.Clock.Advance(TimeSpan.FromHours(10.9));    // 22:54 UTC, 23:54 in Amsterdam
        Assert.False((await InspectAsync(world, "I-1"))?.IsOverdue);

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True((await InspectAsync(world, "I-1"))?.IsOverdue);
    }

    [Fact]
    public async Task Another_merchant_and_another_mode_see_nothing()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "I-1");
        var (stranger, _) = await world.MerchantAsync();

        Assert.Null(await InspectAsync(world, "I-1", stranger));
        Assert.Null(await InspectAsync(world, "I-1", world.Caller with { Mode = Mode.Live }));
        Assert.Null(await InspectAsync(world, "i-1"));
    }

    private static void LookAt(World world, string token, VisitKind kind) =>
        world.Get<VisitQueue>().Tell(new Visit(world.Get<ILinkTokens>().Read(token)!.Hash(), IsShort: false, kind, world.Clock.GetUtcNow()));    // made by us

    private static Task<InspectInvoice.View?> InspectAsync(World world, string number, Caller? caller = null) =>
        world.UseAsync<InspectInvoice, InspectInvoice.View?>(inspect => inspect.HandleAsync(number, caller ?? world.Caller, Ct));
}
