using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using PayPage.Unit.Support;

namespace PayPage.E2E.Crashes;

/// <summary>The real process is killed (SIGKILL) at the worst moments there are, and started again. Nobody mends anything by hand.</summary>
[RunsLong]
public sealed class CrashPointTests(CrashSite crash) : IClassFixture<CrashSite>
{
    private const string Checkout = "/sandbox/api/payments";
    private const string Hook = "/hooks/*";
    private const string WebhookBeforeTheAnswer = "4000 0000 0066 0045";
    private const string NewsIsKept = "INSERT INTO \"Inbox\"";
    private const string AnswerIsKept = "UPDATE \"WebhookDeliveries\"";
    private const string MoneyIsBooked = "INSERT INTO \"Ledger\"";

    [Fact]
    public async Task C1_before_the_processor_is_asked_for_what_is_held()
    {
        var (invoice, payer, page) = await BeginAsync();
        await crash.DieAtAsync(Deathbed.Asks("POST", Checkout));
        await BreaksOffAsync(payer.PressPayAsync(page));
        await crash.LiveAgainAsync();

        await Eventually.SeeAsync(async () => await crash.Site.Database.ReservedAsync(invoice.Number) == 0, "the amount is free again");
        Assert.Equal(["Failed"], await crash.Books.PaymentsOfAsync(invoice.Number));
        Assert.Equal(["canceled"], await crash.Books.ThereOfAsync(invoice.Number));    // the door is barred for a request that may still be on its way
        await PaysAsync(payer, invoice);
        Assert.Equal(["Failed", "Succeeded"], await crash.Books.PaymentsOfAsync(invoice.Number));
        await crash.IsRightAsync();
    }

    [Fact]
    public async Task C2_after_the_request_has_left_and_before_its_answer()
    {
        var (invoice, payer, page) = await BeginAsync("666.02");    // the processor makes it, and answers after a minute
        var pressed = BreaksOffAsync(payer.PressPayAsync(page));
        await Eventually.SeeAsync(async () => (await crash.Books.ThereOfAsync(invoice.Number)).Contains("open"), "the processor has it");
        await crash.Site.KillAsync();
        await pressed;
        await crash.Site.StartAgainAsync();

        await GoesOnAsync(payer, page, invoice);
    }

    [Fact]
    public async Task C3_after_the_answer_and_before_it_is_written_down()
    {
        var (invoice, payer, page) = await BeginAsync();
        await crash.DieAtAsync(Deathbed.Heard("POST", Checkout));
        await BreaksOffAsync(payer.PressPayAsync(page));
        await crash.LiveAgainAsync();

        await GoesOnAsync(payer, page, invoice);
    }

    [Fact]
    public async Task C4_when_the_payer_has_paid_and_comes_back()
    {
        var (invoice, payer, page) = await BeginAsync();
        var card = await payer.PressPayAsync(page);
        await crash.DieAtAsync(Deathbed.Reached("GET", "/p/*/return"));
        await BreaksOffAsync(payer.PayByCardAsync(card, TestCards.WebhookLost));    // nobody tells it but our own asking
        await crash.LiveAgainAsync();

        await IsPaidOnceAsync(payer, invoice);
    }

    /// <summary>The processor waits for our answer before it gives the payer his.</summary>
    [Fact]
    public async Task C5_when_news_has_come_and_is_not_kept_yet()
    {
        var (invoice, payer, page) = await BeginAsync();
        var card = await payer.PressPayAsync(page);
        await crash.DieAtAsync(Deathbed.Reached("POST", Hook), Deathbed.Writes(NewsIsKept));
        await BreaksOffAsync(payer.PayByCardAsync(card, WebhookBeforeTheAnswer));
        await crash.LiveAgainAsync();

        await IsPaidOnceAsync(payer, invoice);
    }

    [Fact]
    public async Task C6_when_news_is_kept_and_not_answered_yet()
    {
        var (invoice, payer, page) = await BeginAsync();
        var card = await payer.PressPayAsync(page);
        await crash.DieAtAsync(Deathbed.Reached("POST", Hook), Deathbed.Writes(NewsIsKept), Deathbed.Committed);
        await BreaksOffAsync(payer.PayByCardAsync(card, WebhookBeforeTheAnswer));
        await crash.LiveAgainAsync();

        await IsPaidOnceAsync(payer, invoice);
    }

    /// <summary>Nothing is left to do then but to send what was promised: news is kept and worked on in one commit.</summary>
    [Fact]
    public async Task C7_when_news_is_answered()
    {
        var (invoice, payer, page) = await BeginAsync();
        var card = await payer.PressPayAsync(page);
        await crash.DieAtAsync(Deathbed.Reached("POST", Hook), Deathbed.Writes(NewsIsKept), Deathbed.Answered("POST", Hook));
        await BreaksOffAsync(payer.PayByCardAsync(card, WebhookBeforeTheAnswer), mayEnd: true);
        await crash.LiveAgainAsync();

        await IsPaidOnceAsync(payer, invoice);
    }

    [Fact]
    public async Task C8_when_the_money_is_booked_and_nobody_was_told()
    {
        var (invoice, payer, page) = await BeginAsync();
        var card = await payer.PressPayAsync(page);
        await crash.DieAtAsync(Deathbed.Writes(MoneyIsBooked), Deathbed.Committed, Deathbed.Writes("UPDATE \"Outbox\""));
        await BreaksOffAsync(payer.PayByCardAsync(card, TestCards.Good), mayEnd: true);
        await crash.LiveAgainAsync();

        await IsPaidOnceAsync(payer, invoice);
        Assert.Single(crash.MailsAbout($"Receipt for invoice {invoice.Number}"));
    }

    [Fact]
    public async Task C9_when_a_mail_was_taken_and_is_not_marked_as_sent()
    {
        var (invoice, payer, page) = await BeginAsync();
        var card = await payer.PressPayAsync(page);
        await crash.DieAtAsync(Deathbed.Writes(MoneyIsBooked), Deathbed.Committed, Deathbed.Writes("\"SentAt\" = @"));
        await BreaksOffAsync(payer.PayByCardAsync(card, TestCards.Good), mayEnd: true);
        await crash.LiveAgainAsync();

        await IsPaidOnceAsync(payer, invoice);
        Assert.InRange(crash.MailsAbout(invoice.Number).Count, 3, 4);    // receipt and confirmation and what goes before, and one of them twice at most
    }

    [Fact]
    public async Task C10_when_a_shop_was_told_and_that_is_not_written_down()
    {
        await crash.IsUpAsync();
        await Eventually.SeeAsync(async () => await crash.Books.CountAsync("SELECT COUNT(*) FROM WebhookDeliveries WHERE DeliveredAt IS NULL") == 0, "the shop was told of all before");
        await crash.DieAtAsync(Deathbed.Writes(AnswerIsKept), Deathbed.Committed, Deathbed.Writes(AnswerIsKept));    // first that it takes the delivery on, then how it went
        await BreaksOffAsync(crash.Site.Merchant.CreateAsync(more: new Wanted { Number = "C10-1" }), mayEnd: true);    // the shop may hear of it before its maker does
        await crash.LiveAgainAsync();

        await Eventually.SeeAsync(async () => await crash.Books.CountAsync("SELECT COUNT(*) FROM WebhookDeliveries WHERE DeliveredAt IS NULL") == 0, "the shop was told of all");
        var told = crash.Shop.All.Where(told => told.Body.Contains("C10-1", StringComparison.Ordinal) && told.Body.Contains("invoice.created", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.Single(told.Select(t => t.Id).Distinct());    // by which the shop knows that it is the same
    }

    [Fact]
    public async Task C11_when_money_was_given_back_and_that_is_not_written_down()
    {
        var (invoice, payer, _) = await BeginAsync();
        var reference = await PaysAsync(payer, invoice);
        await crash.DieAtAsync(Deathbed.Heard("POST", $"{Checkout}/*/refunds"));
        await BreaksOffAsync(crash.Office.RefundAsync(invoice.Number, reference, "40.00"), mayEnd: true);
        await crash.LiveAgainAsync();

        await Eventually.SeeAsync(async () => await crash.Books.CountAsync($"SELECT Refunded FROM Invoices WHERE Number = '{invoice.Number}'") == 4000, "40.00 have gone back");
        await crash.IsRightAsync();
    }

    private async Task<(MadeInvoice Invoice, WalkingPayer Payer, PlainPage Page)> BeginAsync(string total = "100.00")
    {
        await crash.IsUpAsync();
        var invoice = await crash.Site.Merchant.CreateAsync(total);
        var payer = new WalkingPayer(new PlainBrowser());
        var page = await payer.OpenAsync(invoice.Link);
        Assert.True(WalkingPayer.MayPay(page), page.Title);
        return (invoice, payer, page);
    }

    /// <summary>Nobody answers any more.</summary>
    private static async Task BreaksOffAsync(Task asked, bool mayEnd = false)
    {
        try
        {
            await asked;
            Assert.True(mayEnd, "It was answered to the end.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
        }
    }


    private static async Task<string> PaysAsync(WalkingPayer payer, MadeInvoice invoice)
    {
        var card = await payer.PressPayAsync(await payer.OpenAsync(invoice.Link));
        Assert.True(WalkingPayer.IsCardPage(card), card.Title);
        var paid = await payer.PayByCardAsync(card, TestCards.Good);
        Assert.True(paid.Shows(WalkingPayer.PaidTitle), paid.Title);
        return paid.Fact("Reference") ?? "";
    }

    /// <summary>Whoever had pressed Pay presses it again on the page that is still before him: it is his payment, and no second one.</summary>
    private async Task GoesOnAsync(WalkingPayer payer, PlainPage page, MadeInvoice invoice)
    {
        await Eventually.SeeAsync(async () => (await crash.Books.PaymentsOfAsync(invoice.Number)).SequenceEqual(["Submitted"]), "the processor has told that it is open there");
        var mine = await payer.PressPayAsync(page);
        var card = mine.Link("/go") is { } go ? await payer.OpenAsync(go) : mine;
        Assert.True(WalkingPayer.IsCardPage(card), card.Title);
        var paid = await payer.PayByCardAsync(card, TestCards.Good);
        Assert.True(paid.Shows(WalkingPayer.PaidTitle), paid.Title);
        await IsPaidOnceAsync(payer, invoice);
    }

    private async Task IsPaidOnceAsync(WalkingPayer payer, MadeInvoice invoice)
    {
        await Eventually.SeeAsync(async () => (await payer.OpenAsync(invoice.Link)).Shows(WalkingPayer.PaidTitle), "the payer sees that it is paid", CrashSite.Patience);
        Assert.Equal(["Succeeded"], await crash.Books.PaymentsOfAsync(invoice.Number));
        Assert.Equal(["succeeded"], await crash.Books.ThereOfAsync(invoice.Number));
        await crash.IsRightAsync();
    }
}
