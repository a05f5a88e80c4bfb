using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using static PayPage.UseCases.Invoices.SendInvoice.Outcome;

namespace PayPage.Unit.UseCases.Invoices;

public sealed class SendInvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_published_and_sent_at_one_press()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "S-1", publish: false);

        Assert.Equal(Sent, await SendAsync(world));
        await world.DrainAsync();

        Assert.Equal(InvoiceStage.Sent, (await world.InvoiceAsync(id)).Stage);
        Assert.Contains((await world.LinkOfAsync(id)).Token, Assert.Single(world.Mail.Sent).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Pressed_twice_within_a_moment_it_sends_once_and_later_again(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.InvoiceAsync(12_50, number: "S-1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => SendAsync(world), Ct)));
        await world.DrainAsync();
        Assert.Single(outcomes, Sent);
        Assert.Equal(4, outcomes.Count(outcome => outcome == SentAMomentAgo));
        Assert.Single(world.Mail.Sent);

        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Sent, await SendAsync(world));
        await world.DrainAsync();
        Assert.Equal(2, world.Mail.Sent.Count);
    }

    [Fact]
    public async Task It_goes_by_mail_and_text_with_the_same_link()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "S-1", phone: "+31612345678");

        Assert.Equal(Sent, await SendAsync(world, DeliveryMode.Both));
        await world.DrainAsync();

        Assert.Single(world.Mail.Sent);
        Assert.Equal("+31612345678", Assert.Single(world.Texts.Sent).To);
        Assert.Equal(1, await world.ReadAsync(db => db.Links.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_cannot_arrive_is_not_sent_and_a_draft_stays_one()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "S-1", email: null, publish: false);
        await world.InvoiceAsync(12_50, number: "S-2", phone: "+12025550123");

        Assert.Equal(NoAddress, await SendAsync(world));
        Assert.Equal(NoNumber, await SendAsync(world, DeliveryMode.Sms));
        Assert.Equal(NumberNotServed, await SendAsync(world, DeliveryMode.Sms, number: "S-2"));
        Assert.Equal(InvoiceStage.Draft, (await world.InvoiceAsync(id)).Stage);
        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(Ct)));
    }

    [Fact]
    public async Task Nobody_is_asked_to_pay_what_is_paid_or_canceled()
    {
        await using var world = await World.CreateAsync();
        var paid = await world.InvoiceAsync(12_50, number: "S-1");
        await world.RecordAsync(await world.OpenPaymentAsync(paid, 12_50), ProcessorState.Succeeded);
        await world.InvoiceAsync(12_50, number: "S-2");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("S-2", world.Caller, Ct));

        Assert.Equal(Paid, await SendAsync(world));
        Assert.Equal(Canceled, await SendAsync(world, number: "S-2"));
    }

    [Fact]
    public async Task Who_sent_it_first_and_who_again_stands_in_the_history_once_each()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "S-1");
        await SendAsync(world, caller: world.Caller with { Actor = "usr_ann" });
        await world.DrainAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(world, caller: world.Caller with { Actor = "usr_ben" });
        await world.DrainAsync();

        var told = await world.ReadAsync(db => db.Audit.OrderBy(e => e.At)
            .Where(e => e.Kind == AuditKind.InvoiceSent || e.Kind == AuditKind.InvoiceResent).Select(e => $"{e.Kind} {e.Actor}").ToListAsync(Ct));
        Assert.Equal(["InvoiceSent usr_ann", "InvoiceResent usr_ben"], told);
    }

    [Fact]
    public async Task After_the_address_was_changed_a_new_link_goes_to_the_new_one()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "S-1");
        var (old, _) = await world.LinkOfAsync(id);
        await world.UseAsync<ChangeAddress, bool>(change => change.HandleAsync("S-1", "right@example.com", world.Caller, Ct));
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Sent, await SendAsync(world));
        await world.DrainAsync();

        var (fresh, token) = await world.LinkOfAsync(id);
        var mail = Assert.Single(world.Mail.Sent);
        Assert.NotEqual(old, fresh);
        Assert.Equal("right@example.com", mail.To);
        Assert.Contains(token, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_who_give_a_new_link_for_a_revoked_one_at_once_give_one(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(12_50, number: "S-1");
        var (revoked, _) = await world.LinkOfAsync(id);
        await world.UseAsync<RevokeLink, bool>(revoke => revoke.HandleAsync(world.Caller.MerchantId, revoked, "test", Ct));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => SendAsync(world, DeliveryMode.None, link: revoked), Ct)));

        Assert.Equal([Renewed, StillWorks], outcomes.Order());
        Assert.Equal(2, await world.ReadAsync(db => db.Links.CountAsync(l => l.InvoiceId == id, Ct)));
    }

    [Fact]
    public async Task Of_two_payers_with_one_name_each_gets_his_own_new_link()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "S-1");
        var (first, _) = await world.AnotherLinkAsync(id, "Anna S");
        var (second, _) = await world.AnotherLinkAsync(id, "Anna S");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.UseAsync<RevokeLink, bool>(revoke => revoke.HandleAsync(world.Caller.MerchantId, first, "test", Ct));

        Assert.Equal(Renewed, await SendAsync(world, DeliveryMode.None, link: first));
        Assert.Equal(StillWorks, await SendAsync(world, DeliveryMode.None, link: first));
        Assert.Equal(StillWorks, await SendAsync(world, DeliveryMode.None, link: second));

        Assert.Equal(3, await world.ReadAsync(db => db.Links.CountAsync(l => l.PayerName == "Anna S", Ct)));
    }

    [Fact]
    public async Task An_expired_link_is_followed_by_a_fresh_one_that_the_merchant_may_hand_over_himself()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "S-1");
        var (old, token) = await world.LinkOfAsync(id);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        Assert.Equal(StillWorks, await SendAsync(world, DeliveryMode.None, link: old));

        world.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(Renewed, await SendAsync(world, DeliveryMode.None, link: old));
        Assert.Equal(StillWorks, await SendAsync(world, DeliveryMode.None, link: old));

        Assert.Equal(old, (await world.LinkAsync((await world.LinkOfAsync(id)).Id)).PredecessorId);
        Assert.Empty(world.Mail.Sent);
    }

    [Fact]
    public async Task After_its_last_day_nothing_is_sent()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "S-1", expires: new DateOnly(2026, 11, 22));
        world.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(Expired, await SendAsync(world));
    }

    [Fact]
    public async Task Nobody_sends_another_merchants_invoice_nor_through_another_invoices_link()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "S-1");
        var (foreign, _) = await world.LinkOfAsync(await world.InvoiceAsync(12_50, number: "S-2"));
        var (stranger, _) = await world.MerchantAsync();

        Assert.Equal(NoSuchInvoice, await SendAsync(world, caller: stranger));
        Assert.Equal(NoSuchInvoice, await SendAsync(world, link: foreign));
    }

    private static Task<SendInvoice.Outcome> SendAsync(
        World world, DeliveryMode by = DeliveryMode.Email, string number = "S-1", LinkId? link = null, Caller? caller = null) =>
        world.UseAsync<SendInvoice, SendInvoice.Outcome>(send => send.HandleAsync(new SendInvoice.Wish(number, by, link), caller ?? world.Caller, Ct));
}
