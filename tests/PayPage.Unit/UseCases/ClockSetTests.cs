using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases;

/// <summary>The machine's clock is set: what is done stays done, and nothing waits for ever.</summary>
public sealed class ClockSetTests
{
    private static readonly TimeSpan Back = -TimeSpan.FromHours(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Set_back_nothing_is_sent_again_and_no_written_end_is_undone()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, mail: true);
        var (link, token) = await world.LinkOfAsync(id);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));
        await world.DrainAsync();
        var sent = world.Mail.Sent.Count;

        world.Clock.Advance(Back);
        await world.DrainAsync();
        await world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));

        Assert.Equal(sent, world.Mail.Sent.Count);
        Assert.Equal(LinkStatus.Expired, (await world.LinkAsync(link)).Status);
        Assert.IsNotType<StartPayment.Outcome.GoOn>(await world.StartAsync(token, 12_50));
    }

    [Fact]
    public async Task A_day_forward_and_back_leaves_expired_what_expired_and_a_fresh_link_helps()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (_, token) = await world.LinkOfAsync(id);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));
        world.Clock.Advance(-TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));

        Assert.IsType<LinkState.Expired>((await world.UseAsync<ShowLink, LinkView?>(show => show.HandleAsync(token, _ => null, Ct)))?.State);
        await world.UseAsync<SendFreshLink, bool>(fresh => fresh.HandleAsync(token, Ct));
        Assert.IsType<StartPayment.Outcome.GoOn>(await world.StartAsync((await world.LinkOfAsync(id)).Token, 12_50));
    }

    [Fact]
    public async Task A_lease_from_before_the_clock_was_set_back_is_nobodys()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Unknown("451");
        await world.InvoiceAsync(12_50, mail: true);
        world.Clock.Advance(TimeSpan.FromHours(12));
        Assert.NotNull(await world.UseAsync<ClaimMessage, ClaimMessage.Lease?>(claim => claim.NextAsync(OutboxLane.Mail, Ct)));
        Assert.Null(await world.UseAsync<ClaimMessage, ClaimMessage.Lease?>(claim => claim.NextAsync(OutboxLane.Mail, Ct)));    // its holder may live

        world.Clock.Advance(Back);

        Assert.NotNull(await world.UseAsync<ClaimMessage, ClaimMessage.Lease?>(claim => claim.NextAsync(OutboxLane.Mail, Ct)));
    }

    [Fact]
    public async Task A_payment_that_was_open_when_the_clock_was_set_is_recorded_when_its_news_come()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50);

        world.Clock.Advance(Back);
        await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1");
        await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.DrainAsync();

        Assert.Equal(PaymentStatus.Succeeded, (await world.PaymentAsync(payment.Id)).Status);
        Assert.Equal(StrayMoney.None, (await world.PaymentAsync(payment.Id)).Stray);
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.ReceiptMail && m.SentAt != null, Ct)));
    }
}
