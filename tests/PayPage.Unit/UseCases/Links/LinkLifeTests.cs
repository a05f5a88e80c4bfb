using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Links;

public sealed class LinkLifeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_at_a_link_changes_nothing()
    {
        await using var world = await World.CreateAsync();
        var (link, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        var before = await world.LinkAsync(link);

        Assert.IsType<LinkState.Payable>((await ShowAsync(world, token))?.State);

        Assert.Equal((before.Version, before.Status, before.OpenedAt), ((await world.LinkAsync(link)).Version, LinkStatus.Active, null));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Opened_by_many_at_once_it_is_opened_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var (link, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct)), Ct)));

        Assert.Equal(LinkStatus.Opened, (await world.LinkAsync(link)).Status);
        Assert.Equal(1, await world.ReadAsync(db => db.Audit.CountAsync(e => e.Kind == PayPage.Domain.Audit.AuditKind.LinkOpened, Ct)));
    }

    [Fact]
    public async Task After_24_hours_it_shows_as_expired_at_once_and_the_sweep_writes_it_down()
    {
        await using var world = await World.CreateAsync();
        var (link, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromHours(24));

        Assert.IsType<LinkState.Expired>((await ShowAsync(world, token))?.State);
        Assert.Equal(1, await SweepAsync(world));
        Assert.Equal(0, await SweepAsync(world));
        Assert.Equal(LinkStatus.Expired, (await world.LinkAsync(link)).Status);
    }

    [Fact]
    public async Task A_payment_begun_in_time_may_finish_and_no_sweep_expires_its_link()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (_, token) = await world.LinkOfAsync(id);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        var payment = await world.OpenPaymentAsync(id, 12_50);
        world.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(0, await SweepAsync(world));
        Assert.IsType<LinkState.InFlight>((await ShowAsync(world, token))?.State);
        await world.RecordAsync(payment, ProcessorState.Succeeded);

        Assert.IsType<LinkState.Used>((await ShowAsync(world, token))?.State);
        Assert.Equal(StrayMoney.None, (await world.PaymentAsync(payment.Id)).Stray);
    }

    [Fact]
    public async Task An_unopened_link_dies_with_the_invoices_expiration_date_in_the_merchants_zone()
    {
        await using var world = await World.CreateAsync();
        var (link, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50, expires: new DateOnly(2026, 11, 30)));

        // Amsterdam is one hour ahead of UTC in winter: the day ends there at 23:00 UTC.
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero), (await world.LinkAsync(link)).LivesUntil);
        world.Clock.Advance(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero) - world.Clock.GetUtcNow());
        Assert.IsType<LinkState.Expired>((await ShowAsync(world, token))?.State);
    }

    [Theory]
    [InlineData("2019-07-11", "2027-11-21")]    // long past: counted from the issue
    [InlineData("2027-01-31", "2028-01-31")]
    public async Task Without_an_expiration_date_it_lives_twelve_months_from_due_date_or_issue(string due, string last)
    {
        await using var world = await World.CreateAsync();
        var (link, _) = await world.LinkOfAsync(await world.InvoiceAsync(12_50, due: DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)));

        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        var expected = LinkLifetime.EndOf(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), zone);
        Assert.Equal(expected, (await world.LinkAsync(link)).LivesUntil);
    }

    [Fact]
    public async Task A_fresh_link_goes_to_the_address_on_file_three_times_a_day_and_follows_the_expired_one()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (old, token) = await world.LinkOfAsync(id);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromHours(25));

        for (var i = 0; i < 20; i++)
        {
            Assert.True(await FreshAsync(world, token));
        }

        Assert.Equal(3, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.FreshLinkMail, Ct)));
        var fresh = await world.ReadAsync(db => db.Links.SingleAsync(l => l.PredecessorId == old, Ct));
        Assert.IsType<LinkState.Payable>((await ShowAsync(world, world.TokenOf(fresh)))?.State);
        Assert.Equal(LinkStatus.Expired, (await world.LinkAsync(old)).Status);

        world.Clock.Advance(TimeSpan.FromHours(24));
        await FreshAsync(world, token);
        Assert.Equal(4, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.FreshLinkMail, Ct)));
    }

    [Fact]
    public async Task Fresh_links_asked_for_at_once_make_one_successor()
    {
        await using var world = await World.CreateAsync();
        var (old, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromHours(25));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => FreshAsync(world, token), Ct)));

        Assert.Equal(1, await world.ReadAsync(db => db.Links.CountAsync(l => l.PredecessorId == old, Ct)));
        Assert.Equal(3, await world.ReadAsync(db => db.Outbox.CountAsync(Ct)));
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_revoked_link_a_settled_invoice_or_without_an_address()
    {
        await using var world = await World.CreateAsync();
        var (revoked, revokedToken) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        await world.UseAsync<RevokeLink, bool>(revoke => revoke.HandleAsync(world.Caller.MerchantId, revoked, "test", Ct));
        var (_, nowhereToken) = await world.LinkOfAsync(await world.InvoiceAsync(12_50, email: null));
        var settled = await world.InvoiceAsync(12_50, email: "other@example.com");
        var (_, settledToken) = await world.LinkOfAsync(settled);
        await world.RecordAsync(await world.OpenPaymentAsync(settled, 12_50), ProcessorState.Succeeded);

        Assert.True(await FreshAsync(world, revokedToken));    // the same answer for all
        Assert.True(await FreshAsync(world, nowhereToken));
        Assert.True(await FreshAsync(world, settledToken));
        Assert.False(await FreshAsync(world, "no such token"));

        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.FreshLinkMail, Ct)));
    }

    [Fact]
    public async Task A_changed_address_revokes_what_was_sent_to_the_old_one()
    {
        await using var world = await World.CreateAsync();
        var (_, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50, number: "A-1"));

        await world.UseAsync<ChangeAddress, bool>(change => change.HandleAsync("A-1", "right@example.com", world.Caller, Ct));

        Assert.IsType<LinkState.Revoked>((await ShowAsync(world, token))?.State);
    }

    [Fact]
    public async Task The_successor_is_shown_only_to_the_browser_that_paid()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00);
        var (_, token) = await world.LinkOfAsync(id);
        var begun = Assert.IsType<StartPayment.Outcome.GoOn>(await world.StartAsync(token, 40_00));
        await world.RecordAsync(await world.ReadAsync(db => db.Payments.SingleAsync(Ct)), ProcessorState.Succeeded);

        var stranger = Assert.IsType<LinkState.Used>((await ShowAsync(world, token))?.State);
        var payer = Assert.IsType<LinkState.Used>((await ShowAsync(world, token, begun.ReturnSecret))?.State);

        Assert.Null(stranger.NextToken);
        Assert.NotNull(payer.NextToken);
        Assert.Equal(60_00, payer.Rest.Minor);
    }

    [Fact]
    public async Task The_short_form_leads_to_the_signed_one_and_to_nothing_else()
    {
        await using var world = await World.CreateAsync();
        var (id, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        var link = await world.LinkAsync(id);
        var code = world.Get<ILinkTokens>().Unseal(link.SealedAddress)!.ShortCode;    // made a moment ago

        Assert.Equal(22, code.Length);
        Assert.Equal(token, await FollowAsync(world, code));
        Assert.Null(await FollowAsync(world, code[..^1] + (code[^1] == 'A' ? 'B' : 'A')));
        Assert.Null(await FollowAsync(world, ""));
        Assert.Null(await FollowAsync(world, new string('x', 5_000)));
    }

    [Fact]
    public async Task Neither_secret_nor_token_lies_in_the_database()
    {
        await using var world = await World.CreateAsync();
        var (id, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        var link = await world.LinkAsync(id);
        var stored = System.Text.Encoding.Latin1.GetString(link.SealedAddress);

        Assert.DoesNotContain(token, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(token[20..40], stored, StringComparison.Ordinal);
    }

    private static Task<LinkView?> ShowAsync(World world, string token, string? returnSecret = null) =>
        world.UseAsync<ShowLink, LinkView?>(show => show.HandleAsync(token, _ => returnSecret, Ct));

    private static Task<int> SweepAsync(World world) => world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));

    private static Task<bool> FreshAsync(World world, string token) => world.UseAsync<SendFreshLink, bool>(fresh => fresh.HandleAsync(token, Ct));

    private static Task<string?> FollowAsync(World world, string code) => world.UseAsync<FollowShortCode, string?>(follow => follow.HandleAsync(code, Ct));
}
