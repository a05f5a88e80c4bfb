using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Links;

namespace PayPage.Unit.UseCases.Links;

/// <summary>An invoice may have several payers. What concerns one of them is told to nobody else.</summary>
public sealed class OtherPayersTests
{
    private const string Customer = "tanya@example.com";
    private const string Other = "tim@insurer.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_is_mailed_to_the_payers_own_address_and_greets_him()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, email: Customer);

        var (_, token) = await world.AnotherLinkAsync(id, "Tim Rest", Other, mail: true);
        await world.DrainAsync();

        var mail = Assert.Single(world.Mail.Sent);
        Assert.Equal(Other, mail.To);
        Assert.Contains("Tim Rest", mail.Text, StringComparison.Ordinal);
        Assert.Contains(token, mail.Text, StringComparison.Ordinal);
        Assert.Equal(InvoiceStage.Sent, (await world.InvoiceAsync(id)).Stage);
    }

    [Fact]
    public async Task Receipt_and_link_for_the_rest_go_to_whoever_paid_the_part()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, email: Customer);
        var (link, token) = await world.AnotherLinkAsync(id, "Tim Rest", Other);

        await PayAsync(world, token, 40_00);
        await world.DrainAsync();

        var rest = await world.ReadAsync(db => db.Links.SingleAsync(l => l.PredecessorId == link, Ct));
        Assert.Equal(("Tim Rest", Other), (rest.PayerName, rest.PayerEmail));
        var receipt = Assert.Single(world.Mail.Sent, mail => mail.To == Other);
        Assert.Contains(world.TokenOf(rest), receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Mail.Sent, mail => mail.To == Customer);
        Assert.Equal("Tim Rest", ReceiptFactsText.Read(await world.ReadAsync(db => db.Receipts.Select(r => r.Facts).SingleAsync(Ct))).CustomerName);
    }

    [Fact]
    public async Task A_fresh_link_goes_to_the_payers_address_and_the_expired_page_masks_that_one()
    {
        await using var world = await World.CreateAsync();
        var (link, token) = await world.AnotherLinkAsync(await world.InvoiceAsync(100_00, email: Customer), "Tim Rest", Other);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(EmailAddress.Mask(Other), Assert.IsType<LinkState.Expired>((await ShowAsync(world, token))?.State).MaskedEmail);
        await world.UseAsync<SendFreshLink, bool>(fresh => fresh.HandleAsync(token, Ct));
        await world.DrainAsync();

        Assert.Equal(Other, Assert.Single(world.Mail.Sent).To);
        Assert.Equal(1, await world.ReadAsync(db => db.Links.CountAsync(l => l.PredecessorId == link && l.PayerEmail == Other, Ct)));
    }

    [Fact]
    public async Task Another_payer_without_an_address_gets_no_mail_and_the_customer_none_of_his()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, email: Customer, phone: "+31612345678");
        var (_, token) = await world.AnotherLinkAsync(id, "Tim Rest");
        var (_, expired) = await world.AnotherLinkAsync(id, "Tom Rest");
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(expired, Ct));
        await PayAsync(world, token, 40_00);
        world.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Null(Assert.IsType<LinkState.Expired>((await ShowAsync(world, expired))?.State).MaskedEmail);
        Assert.True(await world.UseAsync<SendFreshLink, bool>(fresh => fresh.HandleAsync(expired, Ct)));
        await world.DrainAsync();

        Assert.All(world.Mail.Sent, mail => Assert.Equal("accounts@northgate.example", mail.To));    // the merchant's confirmation
        Assert.Empty(world.Texts.Sent);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_form_sent_twice_makes_one_link_and_one_mail(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.InvoiceAsync(100_00, number: "A-1");
        var payer = new OtherPayer(LinkId.New(world.Get<IdSource>()), "Tim Rest", Other);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => IssueAsync(world, payer, mail: true), Ct)));
        await world.DrainAsync();

        Assert.All(outcomes, outcome => Assert.Equal(IssueLink.Outcome.Issued, outcome));
        Assert.Equal(1, await world.ReadAsync(db => db.Links.CountAsync(l => l.PayerEmail == Other, Ct)));
        Assert.Single(world.Mail.Sent);
    }

    [Fact]
    public async Task A_form_that_comes_back_with_another_payer_is_no_repetition()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "A-1");
        var payer = new OtherPayer(LinkId.New(world.Get<IdSource>()), "Tim Rest", Other);

        Assert.Equal(IssueLink.Outcome.Issued, await IssueAsync(world, payer, mail: false));
        Assert.Equal(IssueLink.Outcome.IssuedToOther, await IssueAsync(world, payer with { Name = "Bert Rest" }, mail: true));
        Assert.Equal(0, await world.ReadAsync(db => db.Links.CountAsync(l => l.PayerName == "Bert Rest", Ct)));
    }

    [Fact]
    public async Task Three_payers_pay_parts_until_nothing_is_left_and_every_link_is_spent_or_closed()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00);
        var (_, customer) = await world.LinkOfAsync(id);
        var (_, first) = await world.AnotherLinkAsync(id, "Tim", "tim@example.com");
        var (_, second) = await world.AnotherLinkAsync(id, "Tom", "tom@example.com");

        await PayAsync(world, first, 30_00);
        await PayAsync(world, second, 50_00);
        await PayAsync(world, customer, 20_00);

        Assert.Equal((100_00, 0), ((await world.InvoiceAsync(id)).Paid, (await world.InvoiceAsync(id)).Reserved));
        Assert.All(
            await world.ReadAsync(db => db.Links.Select(l => l.Status).ToListAsync(Ct)),
            status => Assert.True(status is LinkStatus.Used or LinkStatus.Closed));
    }

    [Fact]
    public async Task A_draft_a_paid_and_a_foreign_invoice_get_no_further_link()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "A-1", publish: false);
        var paid = await world.InvoiceAsync(100_00, number: "A-2");
        await world.RecordAsync(await world.OpenPaymentAsync(paid, 100_00), ProcessorState.Succeeded);
        var (stranger, _) = await world.MerchantAsync();

        Assert.Equal(IssueLink.Outcome.NotPayable, await IssueAsync(world, NewPayer(world)));
        Assert.Equal(IssueLink.Outcome.NotPayable, await IssueAsync(world, NewPayer(world), number: "A-2"));
        Assert.Equal(IssueLink.Outcome.NoSuchInvoice, await IssueAsync(world, NewPayer(world), caller: stranger));
    }

    [Fact]
    public async Task An_address_is_revealed_to_its_own_merchant_only()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "A-1");
        var (link, token) = await world.LinkOfAsync(id);
        await world.InvoiceAsync(100_00, number: "A-2");
        var (stranger, _) = await world.MerchantAsync();

        var revealed = await RevealAsync(world, "A-1", link, world.Caller);
        Assert.EndsWith(token, revealed?.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain(token, $"{revealed}", StringComparison.Ordinal);
        Assert.Null(await RevealAsync(world, "A-2", link, world.Caller));
        Assert.Null(await RevealAsync(world, "A-1", link, stranger));
    }

    private static OtherPayer NewPayer(World world) => new(LinkId.New(world.Get<IdSource>()), "Tim Rest", Other);

    private static Task<IssueLink.Outcome> IssueAsync(World world, OtherPayer payer, bool mail = false, string number = "A-1", Caller? caller = null) =>
        world.UseAsync<IssueLink, IssueLink.Outcome>(issue => issue.HandleAsync(number, payer, mail, caller ?? world.Caller, Ct));

    private static Task<RevealLink.View?> RevealAsync(World world, string number, LinkId link, Caller caller) =>
        world.UseAsync<RevealLink, RevealLink.View?>(reveal => reveal.HandleAsync(number, link, caller, Ct));

    private static Task<LinkView?> ShowAsync(World world, string token) =>
        world.UseAsync<ShowLink, LinkView?>(show => show.HandleAsync(token, _ => null, Ct));

    private static async Task PayAsync(World world, string token, long amount)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.StartAsync(token, amount);
        var payment = await world.ReadAsync(db => db.Payments.AsNoTracking().OrderByDescending(p => p.PreparedAt).FirstAsync(Ct));
        await world.RecordAsync(payment, ProcessorState.Succeeded);
    }
}
