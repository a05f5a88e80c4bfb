using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Fort;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Links;

namespace PayPage.Unit.UseCases.Fort;

public sealed class FortLinkTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Ends = new(2026, 11, 21, 13, 0, 0, TimeSpan.Zero);

    private World _world = null!;    // set before each test

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await World.CreateAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_link_ends_at_its_second_and_no_fresh_one_is_to_be_had_that_day()
    {
        var (_, token) = await _world.LinkOfAsync((await MadeAsync()).Invoice.Id);

        _world.Clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        Assert.IsType<LinkState.Payable>((await ShowAsync(token)).State);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Assert.IsType<LinkState.Expired>((await ShowAsync(token)).State).MaskedEmail);
        await _world.UseAsync<SendFreshLink, bool>(send => send.HandleAsync(token, Ct));
        Assert.Equal(1, await _world.ReadAsync(db => db.Links.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_page_of_a_payment_has_a_way_back_to_the_shop()
    {
        var link = await MadeAsync();
        var payment = await _world.OpenPaymentAsync(link.Invoice.Id, 50000);
        var (_, token) = await _world.LinkOfAsync(link.Invoice.Id);
        await _world.RecordAsync(payment, ProcessorState.Succeeded);

        Assert.Equal("https://shop.example.com/back", Assert.IsType<LinkState.Used>((await ShowAsync(token)).State).BackTo?.AbsoluteUri);
    }

    [Fact]
    public async Task A_colleague_who_keeps_the_day_keeps_the_second_and_one_who_changes_it_does_not()
    {
        var number = (await MadeAsync()).Invoice.Number;

        await ChangeAsync(number, wanted => wanted with { Description = "Other flowers" });
        Assert.Equal(Ends, (await InvoiceAsync()).ExpiresAt);

        await ChangeAsync(number, wanted => wanted with { ExpirationDate = new DateOnly(2026, 11, 30) });
        Assert.Null((await InvoiceAsync()).ExpiresAt);
        Assert.Equal(
            LinkLifetime.EndOf(new DateOnly(2026, 11, 30), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).ToUniversalTime(),
            (await _world.ReadAsync(db => db.Links.AsNoTracking().SingleAsync(Ct))).LivesUntil);
    }

    private async Task<FortLinkView> MadeAsync() => Assert.IsType<CreateFortLink.Outcome.Created>(await _world.UseAsync<CreateFortLink, CreateFortLink.Outcome>(create => create.HandleAsync(
        new Dictionary<string, string>
        {
            ["merchant_reference"] = "R-1",
            ["amount"] = "50000",
            ["currency"] = "AED",
            ["language"] = "en",
            ["customer_email"] = "tanya@example.com",
            ["request_expiry_date"] = "2026-11-21T14:00:00+01:00",
            ["notification_type"] = "NONE",
            ["return_url"] = "https://shop.example.com/back",
        },
        _world.Caller,
        Ct))).Link;

    private async Task<LinkView> ShowAsync(string token) => (await _world.UseAsync<ShowLink, LinkView?>(show => show.HandleAsync(token, _ => null, Ct)))!;

    private Task<PayPage.Domain.Invoices.Invoice> InvoiceAsync() => _world.ReadAsync(db => db.Invoices.AsNoTracking().SingleAsync(Ct));

    private async Task ChangeAsync(string number, Func<PayPage.Domain.Invoices.NewInvoice, PayPage.Domain.Invoices.NewInvoice> change)
    {
        var invoice = await InvoiceAsync();
        var wish = new ChangeInvoice.Wish(number, change(PayPage.Domain.Invoices.NewInvoice.Like(invoice)), invoice.Version, null);
        Assert.IsType<ChangeInvoice.Outcome.Changed>(await _world.UseAsync<ChangeInvoice, ChangeInvoice.Outcome>(use => use.HandleAsync(wish, _world.Caller, Ct)));
    }
}
