using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Home;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Outbox;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Home;

public sealed class FindWorriesTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_refused_mail_worries_until_it_is_sent_again(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        world.Mail.Answer = mail => mail.To == "tanya@example.com" ? new DeliveryOutcome.Refused("550 no such mailbox") : new DeliveryOutcome.Accepted();
        await world.InvoiceAsync(12_50, mail: true, number: "A-1");
        await world.DrainAsync();

        var worry = Assert.IsType<Worry.Undelivered>(Assert.Single(await FindAsync(world)));
        Assert.Equal(("A-1", OutboxKind.InvoiceMail, "t•••@e•••.com", "550 no such mailbox", false), (worry.Number, worry.Kind, worry.To, worry.Reason, worry.GaveUp));
        Assert.Empty(await FindAsync(world, world.Caller with { Mode = Mode.Live }));
        Assert.Empty(await FindAsync(world, (await world.MerchantAsync()).Caller));

        world.Mail.Answer = _ => new DeliveryOutcome.Accepted();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("A-1", await AgainAsync(world, worry.Message, world.Caller));
        Assert.Equal("A-1", await AgainAsync(world, worry.Message, world.Caller));    // a double click
        Assert.Empty(await FindAsync(world));

        var before = world.Mail.Sent.Count(mail => mail.To == "tanya@example.com");
        await world.DrainAsync();
        Assert.Equal(before + 1, world.Mail.Sent.Count(mail => mail.To == "tanya@example.com"));
    }

    [Fact]
    public async Task What_is_refused_once_more_worries_once_and_can_be_tried_once_more()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Refused("550");
        await world.InvoiceAsync(12_50, mail: true, number: "A-1");
        await world.DrainAsync();
        var first = MailOf(await FindAsync(world));

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await AgainAsync(world, first.Message, world.Caller);
        await world.DrainAsync();

        var second = MailOf(await FindAsync(world));
        Assert.NotEqual(first.Message, second.Message);

        static Worry.Undelivered MailOf(IReadOnlyList<Worry> worries) => worries.OfType<Worry.Undelivered>().Single(w => w.Kind == OutboxKind.InvoiceMail);
    }

    [Fact]
    public async Task What_was_tried_for_days_in_vain_says_so()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Unknown("The server does not answer.");
        await world.InvoiceAsync(12_50, mail: true, due: new DateOnly(2027, 6, 1));

        for (var i = 0; i < 30; i++)
        {
            await world.DrainAsync();
            world.Clock.Advance(TimeSpan.FromHours(7));
        }

        Assert.Contains(await FindAsync(world), worry => worry is Worry.Undelivered { Kind: OutboxKind.InvoiceMail, GaveUp: true, Reason: "The server does not answer." });
    }

    [Fact]
    public async Task A_mail_that_asked_for_what_is_settled_or_canceled_worries_nobody()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = mail => mail.To == "tanya@example.com" ? new DeliveryOutcome.Refused("550") : new DeliveryOutcome.Accepted();
        await world.InvoiceAsync(12_50, mail: true, number: "CANCELED");
        await world.InvoiceAsync(12_50, mail: true, number: "OPEN");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("CANCELED", world.Caller, Ct));

        Assert.Equal(["OPEN"], (await FindAsync(world)).Select(w => w.Number));

        world.Clock.Advance(TimeSpan.FromDays(31));
        Assert.DoesNotContain(await FindAsync(world), worry => worry is Worry.Undelivered);    // old enough to be no news
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_payment_worries_that_nobody_knows_of_for_an_hour_until_the_processor_says(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        world.Processor.OnOpen = _ => Task.FromResult<CheckoutOutcome>(new CheckoutOutcome.NoAnswer());
        var invoice = await world.InvoiceAsync(12_50, number: "A-1");
        await world.StartAsync((await world.LinkOfAsync(invoice)).Token, 12_50);

        world.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Empty(await FindAsync(world));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var worry = Assert.IsType<Worry.Unconfirmed>(Assert.Single(await FindAsync(world)));
        Assert.Equal(new Money(12_50, Currency.Usd), worry.Amount);

        Assert.Null(await AskAsync(world, worry.Payment, (await world.MerchantAsync()).Caller));
        Assert.Null(await AskAsync(world, worry.Payment, world.Caller with { Mode = Mode.Live }));
        Assert.Equal(new AskNow.Answer("A-1", PaymentStatus.Unconfirmed), await AskAsync(world, worry.Payment, world.Caller));
        world.Processor.OnFind = id => new PaymentAnswer.Found(ScriptedProcessor.News(id, ProcessorState.Succeeded, new Money(12_50, Currency.Usd)));
        Assert.Equal(new AskNow.Answer("A-1", PaymentStatus.Succeeded), await AskAsync(world, worry.Payment, world.Caller));
        Assert.Empty(await FindAsync(world));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Money_that_an_invoice_had_no_room_for_worries_until_it_is_gone(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var invoice = await world.InvoiceAsync(12_50, number: "A-1");
        var failed = await world.OpenPaymentAsync(invoice, 12_50);
        await world.RecordAsync(failed, ProcessorState.Declined);
        await world.RecordAsync(await world.OpenPaymentAsync(invoice, 12_50), ProcessorState.Succeeded);
        await world.RecordAsync(failed, ProcessorState.Succeeded);    // after all

        var worry = Assert.IsType<Worry.Overpaid>(Assert.Single(await FindAsync(world)));

        Assert.Equal(new Money(12_50, Currency.Usd), worry.Owed);
        Assert.Empty(await FindAsync(world, world.Caller with { Mode = Mode.Live }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_link_that_expired_unpaid_worries_while_no_other_works(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var invoice = await world.InvoiceAsync(12_50, number: "A-1");
        var paid = await world.InvoiceAsync(12_50, number: "PAID");
        await world.RecordAsync(await world.OpenPaymentAsync(paid, 12_50), ProcessorState.Succeeded);
        var (_, token) = await world.LinkOfAsync(invoice);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));

        var worry = Assert.IsType<Worry.Expired>(Assert.Single(await FindAsync(world)));
        Assert.Equal(("A-1", "Tanya Lee", 12_50L), (worry.Number, worry.Customer, worry.Due.Minor));

        await world.UseAsync<SendFreshLink, bool>(fresh => fresh.HandleAsync(token, Ct));
        Assert.Empty(await FindAsync(world));
    }

    [Fact]
    public async Task Nobody_sends_what_is_anothers_or_was_never_given_up()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, mail: true);
        var sent = await world.ReadAsync(db => db.Outbox.Select(m => m.Id).FirstAsync(Ct));
        Assert.Null(await AgainAsync(world, sent, world.Caller));

        await world.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, (DateTimeOffset?)null).SetProperty(m => m.DeadAt, world.Clock.GetUtcNow()), Ct));
        Assert.Null(await AgainAsync(world, sent, (await world.MerchantAsync()).Caller));
        Assert.Null(await AgainAsync(world, sent, world.Caller with { Mode = Mode.Live }));
        Assert.Null(await AgainAsync(world, default, world.Caller));
        Assert.NotNull(await AgainAsync(world, sent, world.Caller));
    }

    private static Task<IReadOnlyList<Worry>> FindAsync(World world, Caller? caller = null) =>
        world.UseAsync<FindWorries, IReadOnlyList<Worry>>(find => find.HandleAsync(10, caller ?? world.Caller, Ct));

    private static Task<string?> AgainAsync(World world, OutboxMessageId message, Caller caller) =>
        world.UseAsync<SendOnceMore, string?>(again => again.HandleAsync(message, caller, Ct));

    private static Task<AskNow.Answer?> AskAsync(World world, PaymentId payment, Caller caller) =>
        world.UseAsync<AskNow, AskNow.Answer?>(ask => ask.HandleAsync(payment, caller, Ct));
}
