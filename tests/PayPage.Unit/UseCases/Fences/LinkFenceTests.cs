using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Fences;
using PayPage.UseCases.Home;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Fences;

/// <summary>Declined tries hold the link through which they were made, and no other.</summary>
public sealed class LinkFenceTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task After_five_declines_a_link_rests_for_a_quarter_of_an_hour_and_other_links_do_not(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(12_50);
        var (_, token) = await world.LinkOfAsync(id);
        await DeclineAsync(world, id, 4);
        Assert.IsType<LinkState.Payable>(await LookAsync(world, token));

        await DeclineAsync(world, id, 1);

        var until = world.Clock.GetUtcNow().AddMinutes(15);
        Assert.Equal(until, Assert.IsType<LinkState.Held>(await LookAsync(world, token)).Until);
        Assert.IsType<StartPayment.Outcome.NotPayable>(await world.StartAsync(token, 12_50));
        Assert.Equal(5, await world.ReadAsync(db => db.Payments.CountAsync(Ct)));
        Assert.Equal(0, (await world.InvoiceAsync(id)).Reserved);

        var (_, others) = await world.AnotherLinkAsync(id);
        Assert.IsType<LinkState.Payable>(await LookAsync(world, others));
        world.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.IsType<LinkState.Held>(await LookAsync(world, token));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<StartPayment.Outcome.GoOn>(await world.StartAsync(token, 12_50));
    }

    [Fact]
    public async Task After_ten_it_is_barred_on_every_node_and_the_merchant_is_told_once()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        var (link, token) = await world.LinkOfAsync(id);
        await BarAsync(world, id);

        await using (var node = world.AnotherNode())
        {
            node.Clock.Advance(TimeSpan.FromDays(60));
            Assert.Null(Assert.IsType<LinkState.Held>(await LookAsync(node, token)).Until);
            Assert.IsNotType<StartPayment.Outcome.GoOn>(await node.StartAsync(token, 12_50));
        }

        await world.DrainAsync();
        var mail = Assert.Single(world.Mail.Sent, m => m.Subject.Contains("takes no more payments", StringComparison.Ordinal));
        Assert.Equal("accounts@northgate.example", mail.To);
        var worry = Assert.Single((await WorriesAsync(world)).OfType<Worry.LinkBarred>());
        Assert.Equal(("A-1", link, "Tanya Lee", 10), (worry.Number, worry.Link, worry.Payer, worry.Declines));
        Assert.Empty((await world.UseAsync<FindWorries, IReadOnlyList<Worry>>(find => find.HandleAsync(10, world.Caller with { Mode = Mode.Live }, Ct))).OfType<Worry.LinkBarred>());
        Assert.Single(await world.ReadAsync(db => db.Audit.Where(e => e.Kind == AuditKind.LinkBarred).ToListAsync(Ct)));
    }

    [Fact]
    public async Task The_merchant_lets_it_take_payments_again_and_no_other_merchant_can()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (link, token) = await world.LinkOfAsync(id);
        await BarAsync(world, id);
        var stranger = (await world.MerchantAsync()).Caller;

        Assert.False(await world.UseAsync<LiftHold, bool>(lift => lift.HandleAsync(link, stranger, Ct)));
        Assert.IsType<LinkState.Held>(await LookAsync(world, token));
        Assert.True(await world.UseAsync<LiftHold, bool>(lift => lift.HandleAsync(link, world.Caller, Ct)));
        Assert.False(await world.UseAsync<LiftHold, bool>(lift => lift.HandleAsync(link, world.Caller, Ct)));

        Assert.Empty((await WorriesAsync(world)).OfType<Worry.LinkBarred>());
        await DeclineAsync(world, id, 4);    // they count from nothing
        Assert.IsType<LinkState.Payable>(await LookAsync(world, token));
    }

    [Fact]
    public async Task A_payer_gets_no_fresh_link_around_it_but_the_merchant_makes_one()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        var (_, token) = await world.LinkOfAsync(id);
        await BarAsync(world, id);
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));

        Assert.Null(Assert.IsType<LinkState.Held>(await LookAsync(world, token)).Until);
        Assert.True(await world.UseAsync<SendFreshLink, bool>(fresh => fresh.HandleAsync(token, Ct)));
        Assert.Equal(1, await world.ReadAsync(db => db.Links.CountAsync(Ct)));
        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.FreshLinkMail, Ct)));

        await RenewAsync(world, id, world.Caller.Actor);
        var (_, next) = await world.LinkOfAsync(id);
        Assert.NotEqual(token, next);
        Assert.IsType<LinkState.Expired>(await LookAsync(world, token));
        Assert.IsType<LinkState.Payable>(await LookAsync(world, next));
    }

    [Fact]
    public async Task Declines_go_on_counting_in_the_link_that_a_payer_asks_for_and_not_in_the_one_for_the_rest()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (_, token) = await world.LinkOfAsync(id);
        await DeclineAsync(world, id, 4);
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.UseAsync<SendFreshLink, bool>(fresh => fresh.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4, (await world.LinkAsync((await world.LinkOfAsync(id)).Id)).Declines);

        var part = await world.OpenPaymentAsync(id, 5_00);
        await world.RecordAsync(part, ProcessorState.Succeeded);
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, await world.ReadAsync(db => db.Links.Where(l => l.PredecessorId == part.LinkId).Select(l => l.Declines).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Tries_on_the_processors_form_count_by_their_events_each_once_and_the_fifth_ends_the_payment_there()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (_, token) = await world.LinkOfAsync(id);
        var payment = await world.OpenPaymentAsync(id, 12_50);

        for (var i = 1; i <= 4; i++)
        {
            await TryDeclinedAsync(world, payment, $"evt_{i}");
            await TryDeclinedAsync(world, payment, $"evt_{i}");    // sent twice
        }

        Assert.Empty(world.Processor.Canceled);
        Assert.Equal(4, (await world.PaymentAsync(payment.Id)).DeclinedTries);
        await TryDeclinedAsync(world, payment, "evt_5");

        Assert.Equal([payment.Id], world.Processor.Canceled);
        Assert.Equal(PaymentStatus.Canceled, (await world.PaymentAsync(payment.Id)).Status);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Reserved);
        Assert.NotNull(Assert.IsType<LinkState.Held>(await LookAsync(world, token)).Until);
        Assert.Equal(5, (await world.LinkAsync(payment.LinkId!.Value)).Declines);    // ending it is no decline
    }

    [Fact]
    public async Task What_the_processor_did_not_end_at_once_the_reconcile_worker_ends()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);
        world.Processor.OnCancel = _ => new PaymentAnswer.NoAnswer();

        for (var i = 1; i <= 5; i++)
        {
            await TryDeclinedAsync(world, payment, $"evt_{i}");
        }

        Assert.Equal(PaymentStatus.Submitted, (await world.PaymentAsync(payment.Id)).Status);
        world.Processor.OnCancel = asked => new PaymentAnswer.Found(ScriptedProcessor.News(asked, ProcessorState.Canceled));
        world.Processor.OnFind = asked => new PaymentAnswer.Found(ScriptedProcessor.News(asked, ProcessorState.Open, payment.Amount));
        await world.UseAsync<ReconcilePayments, int>(reconcile => reconcile.HandleAsync(Ct));

        Assert.Equal(PaymentStatus.Canceled, (await world.PaymentAsync(payment.Id)).Status);
    }

    [Fact]
    public async Task Two_nodes_that_hear_of_declines_at_once_lose_none()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (link, _) = await world.LinkOfAsync(id);
        var payment = await world.OpenPaymentAsync(id, 12_50);
        await using var node = world.AnotherNode();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => TryDeclinedAsync(i % 2 == 0 ? world : node, payment, $"evt_{i}"), Ct)));

        Assert.Equal(4, (await world.LinkAsync(link)).Declines);
        Assert.Equal(4, (await world.PaymentAsync(payment.Id)).DeclinedTries);
    }

    [Fact]
    public async Task Money_that_a_bank_did_not_send_after_days_is_no_trying_of_cards()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50);
        await world.RecordAsync(payment, ProcessorState.Processing);

        await world.RecordAsync(payment, ProcessorState.Declined);

        Assert.Equal(0, (await world.LinkAsync(payment.LinkId!.Value)).Declines);
    }

    [Fact]
    public async Task A_reason_goes_on_the_history_for_the_merchant_if_it_is_a_word_and_nothing_else_does()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        await DeclineAsync(world, id, 1, "insufficient_funds");
        await DeclineAsync(world, id, 1, "<script>alert(1)</script>");

        Assert.Equal(
            ["insufficient funds", null],
            await world.ReadAsync(db => db.Audit.Where(e => e.Kind == AuditKind.PaymentDeclined).OrderBy(e => e.At).Select(e => e.Detail).ToListAsync(Ct)));
    }

    private static async Task BarAsync(World world, InvoiceId id)
    {
        await DeclineAsync(world, id, 5);
        world.Clock.Advance(TimeSpan.FromMinutes(15));
        await DeclineAsync(world, id, 5);
    }

    internal static async Task DeclineAsync(World world, InvoiceId id, int times, string? reason = null)
    {
        for (var i = 0; i < times; i++)
        {
            var payment = await world.OpenPaymentAsync(id, 12_50);
            var news = ScriptedProcessor.News(payment.Id, ProcessorState.Declined, payment.Amount) with { DeclineReason = reason };
            await world.UseAsync<RecordOutcome, PayPage.Domain.Inbox.InboxVerdict>(record => record.HandleAsync(news, world.Account, null, Ct));
        }
    }

    private static Task<bool> TryDeclinedAsync(World world, Payment payment, string eventId) => world.UseAsync<ApplyEvent, bool>(async apply =>
    {
        var news = ScriptedProcessor.News(payment.Id, ProcessorState.Open, payment.Amount) with { TryDeclined = true, DeclineReason = "card_declined" };
        await apply.HandleAsync(world.Account, new EventReading.OfPayment(eventId, "declined", news), "{}", Ct);
        return true;
    });

    private static async Task RenewAsync(World world, InvoiceId id, string actor)
    {
        var (link, _) = await world.LinkOfAsync(id);
        var asked = await world.LinkAsync(link);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.UseAsync<RenewLink, bool>(async renew =>
        {
            await world.Get<WriteSeam>().RunAsync(
                async (unit, token) => await renew.HandleAsync(unit, await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id, token), asked, actor, token), Ct);
            return true;
        });
    }

    private static async Task<LinkState?> LookAsync(World world, string token) =>
        (await world.UseAsync<ShowLink, LinkView?>(show => show.HandleAsync(token, _ => null, Ct)))?.State;

    private static Task<IReadOnlyList<Worry>> WorriesAsync(World world) =>
        world.UseAsync<FindWorries, IReadOnlyList<Worry>>(find => find.HandleAsync(10, world.Caller, Ct));
}
