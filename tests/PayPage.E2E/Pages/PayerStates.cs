using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Pages;

/// <summary>One thing that a payer can meet behind a link.</summary>
/// <param name="Name">Also of its pictures: lower case and hyphens.</param>
/// <param name="Heading">In English.</param>
/// <param name="ArriveAsync">Brings a new browser there.</param>
internal sealed record PayerState(string Name, string Heading, Func<RunningSite, PayerPage, Task> ArriveAsync)
{
    /// <summary>Shows the same once more, in the language of the day. Null: loading the page again is enough.</summary>
    public Func<PayerPage, Task>? AgainAsync { get; init; }

    public override string ToString() => Name;
}

/// <summary>All of them. In English at first; the payer of each is new, and every invoice has a number of its own.</summary>
internal static class PayerStates
{
    private const string AmountDue = "amount due";
    private const string Received = "Payment received";
    private const string Started = "A payment was started";

    private static readonly Line[] ThreeLines =
        [new("White roses, 50 cm, grade A1", 20, "12.05"), new("Eucalyptus cinerea, bunch", 10, "5.25"), new("Delivery before nine", 1, "18.00")];

    /// <summary>There is a button to pay, or a reason why there is none yet.</summary>
    public static IReadOnlyList<PayerState> ToBePaid { get; } =
    [
        new("payable", AmountDue, (site, payer) => OpenAsync(site, payer, "INV-2041", "50")),
        new("payable-choices-open", AmountDue, async (site, payer) =>
        {
            await OpenAsync(site, payer, "INV-2042", "50");
            await OpenChoicesAsync(payer);
        }) { AgainAsync = OpenChoicesAsync },
        new("payable-part-paid", AmountDue, (site, payer) => OpenDemoAsync(site, payer, "DEMO-PARTIAL")),
        new("payable-overdue", AmountDue, (site, payer) => OpenDemoAsync(site, payer, "DEMO-OVERDUE")),
        new("payable-thirty-lines", AmountDue, (site, payer) => OpenDemoAsync(site, payer, "DEMO-30-LINES")),
        new("payable-tax-and-freight", AmountDue, (site, payer) => OpenDemoAsync(site, payer, "DEMO-EVERYTHING")),
        new("payable-long-words", AmountDue, (site, payer) => OpenDemoAsync(site, payer, "DEMO-LONG-WORDS-1234567890")),
        new("wrong-amount", AmountDue, async (site, payer) =>
        {
            await OpenAsync(site, payer, "INV-2043", "50");
            await PayTooLittleAsync(payer);
        }) { AgainAsync = PayTooLittleAsync },
        new("declined", AmountDue, async (site, payer) =>
        {
            await OpenAsync(site, payer, "INV-2044");
            await (await payer.PayByCardAsync()).PayAsync(TestCards.Declined);
            await Expect(payer.Words("Your last payment was declined")).ToBeVisibleAsync();
        }),
        new("another-payer-holds-all", AmountDue, LetAnotherHoldAllAsync),
    ];

    /// <summary>Somebody has begun to pay, or has paid.</summary>
    public static IReadOnlyList<PayerState> UnderWayOrPaid { get; } =
    [
        new("in-flight", Started, (site, payer) => BeginAsync(site, payer, "INV-2046")),
        new("in-flight-stranger", Started, async (site, payer) =>
        {
            await BeginAsync(site, payer, "INV-2047");
            await payer.Tab.Context.ClearCookiesAsync();
            await payer.Tab.ReloadAsync();
        }),
        new("go", "On to the payment page", async (site, payer) =>
        {
            await BeginAsync(site, payer, "INV-2048");
            await StayOnGoAsync(payer.Tab);
            await payer.Tab.GotoAsync($"{payer.Tab.Url}/go");
        }),
        new("bank-on-its-way", "The bank payment is on its way", (site, payer) => OpenDemoAsync(site, payer, "DEMO-PENDING")),
        new("paid", Received, (site, payer) => OpenDemoAsync(site, payer, "DEMO-PAID")),
        new("paid-with-a-rest", Received, (site, payer) => PayAPartAsync(site, payer, "INV-2049")),
        new("paid-with-a-rest-stranger", Received, async (site, payer) =>
        {
            await PayAPartAsync(site, payer, "INV-2050");
            await payer.Tab.Context.ClearCookiesAsync();
            await payer.Tab.ReloadAsync();
        }),
        new("receipt", "Receipt", async (site, payer) =>
        {
            await PayAPartAsync(site, payer, "INV-2051");
            await payer.ReceiptToPrint.ClickAsync();
        }),
    ];

    /// <summary>Here nobody can pay, and nobody has; and pages that belong to no link.</summary>
    public static IReadOnlyList<PayerState> WithoutMoney { get; } =
    [
        new("expired", "This link has expired", (site, payer) => OpenExpiredAsync(site, payer, "INV-2052")),
        new("expired-without-address", "This link has expired", (site, payer) => OpenExpiredAsync(site, payer, "INV-2053", hasEmail: false)),
        new("fresh-link-sent", "Look for a new message", async (site, payer) =>
        {
            await OpenExpiredAsync(site, payer, "INV-2054");
            await payer.SendNewLink.ClickAsync();
        }),
        new("settled", "This invoice is settled", async (site, payer) =>
        {
            var invoice = await MakeAsync(site, "INV-2055", null);
            await site.Database.CloseAsync(invoice.Number);
            await payer.OpenAsync(invoice.Link);
        }),
        new("canceled", "This invoice was canceled", async (site, payer) =>
        {
            var invoice = await MakeAsync(site, "INV-2057", null);
            await site.Database.CancelAsync(invoice.Number);
            await payer.OpenAsync(invoice.Link);
        }),
        new("revoked", "This link was withdrawn", (site, payer) => OpenDemoAsync(site, payer, "DEMO-REVOKED")),
        new("not-found", "This link leads nowhere", (site, payer) => payer.OpenAsync(new Uri(site.BaseUrl, "p/unknown"))),
        new("foreign-form", "That did not come from this page", async (site, payer) =>
        {
            var invoice = await MakeAsync(site, "INV-2056", null);
            await payer.OpenAsync(invoice.Link);
            await PostFromElsewhereAsync(payer);
        }) { AgainAsync = PostFromElsewhereAsync },
        new("receipt-genuine", "This receipt is genuine", async (site, payer) =>
        {
            await PayAPartAsync(site, payer, "INV-2058");
            await OpenReceiptAsync(site, payer, "INV-2058");
        }),
        new("receipt-altered", "This receipt was altered", async (site, payer) =>
        {
            await PayAPartAsync(site, payer, "INV-2059");
            await site.Database.ForgeReceiptAsync("INV-2059");
            await OpenReceiptAsync(site, payer, "INV-2059");
        }),
        new("receipt-unknown", "We do not know this receipt", (site, payer) => payer.OpenAsync(new Uri(site.BaseUrl, "verify/AAAAAAAAAAAAAAAAAAAAAA"))),
        new("receipt-to-check", "Check a receipt", (site, payer) => payer.OpenAsync(new Uri(site.BaseUrl, "verify"))),
        new("home", "Secure payment page", (site, payer) => payer.OpenAsync(site.BaseUrl)),
    ];

    /// <summary>Everything that a site in good health shows.</summary>
    public static IReadOnlyList<PayerState> InGoodHealth { get; } = [.. ToBePaid, .. UnderWayOrPaid, .. WithoutMoney];

    /// <summary>What a site shows whose world falls apart, in this order: each takes away what the ones before needed. The sandbox must live elsewhere, and our own asking be slow.</summary>
    public static IReadOnlyList<PayerState> InTrouble { get; } =
    [
        new("checking", "We are checking your payment", async (site, payer) =>
        {
            var invoice = await site.Merchant.CreateAsync("666.03", null, new Wanted { Number = "INV-2060" });    // the answer to its payment is an error
            await payer.OpenAsync(invoice.Link);
            await payer.PayButton.ClickAsync();
        }),
        new("too-many-tries", "Too many tries", async (site, payer) =>
        {
            var invoice = await MakeAsync(site, "INV-2063", null);
            await HammerAsync(invoice.Link);
            await payer.OpenAsync(invoice.Link);
        }) { AgainAsync = HammeredAgainAsync },
        new("processor-down", AmountDue, async (site, payer) =>
        {
            await OpenAsync(site, payer, "INV-2061", "50");
            await site.KillProcessorAsync();
            await PayWhatNobodyTakesAsync(payer);
        }) { AgainAsync = PayWhatNobodyTakesAsync },
        new("broken", "Something went wrong on our side", async (site, payer) =>
        {
            var invoice = await MakeAsync(site, "INV-2062", null);
            await site.Database.BreakAsync();
            await payer.OpenAsync(invoice.Link);
        }),
    ];

    /// <summary>Settings under which <see cref="InTrouble"/> keeps still.</summary>
    public static IReadOnlyDictionary<string, string> Slow { get; } = new Dictionary<string, string> { ["Payments__FirstCheck"] = "00:10:00" };

    private static Task<MadeInvoice> MakeAsync(RunningSite site, string number, string? minimum, bool hasEmail = true) =>
        site.Merchant.CreateAsync("311.50", minimum, new Wanted { Number = number, Lines = ThreeLines, HasEmail = hasEmail });

    private static async Task OpenAsync(RunningSite site, PayerPage payer, string number, string? minimum = null) =>
        await payer.OpenAsync((await MakeAsync(site, number, minimum)).Link);

    /// <summary>As often as a link's pages answer in a minute.</summary>
    private static async Task HammerAsync(Uri link)
    {
        using var http = new HttpClient();

        for (var i = 0; i < 60; i++)
        {
            using var answer = await http.GetAsync(link);
        }
    }

    private static async Task HammeredAgainAsync(PayerPage payer)
    {
        await HammerAsync(new Uri(payer.Tab.Url));
        await payer.ReloadAsync();
    }

    private static async Task OpenDemoAsync(RunningSite site, PayerPage payer, string number) => await payer.OpenAsync(await site.Merchant.LinkOfAsync(number));

    private static async Task OpenChoicesAsync(PayerPage payer)
    {
        await payer.ReloadAsync();
        await payer.ChooseAsync(amount: "120", byBank: true);
    }

    private static async Task PayTooLittleAsync(PayerPage payer)
    {
        await payer.ReloadAsync();
        await payer.ChooseAsync(amount: "29");
        await payer.BigButton.ClickAsync();
        await Expect(payer.Faults).ToBeVisibleAsync();
    }

    private static async Task PayWhatNobodyTakesAsync(PayerPage payer)
    {
        await payer.ReloadAsync();
        await payer.ChooseAsync(amount: "120");
        var answer = await payer.Tab.RunAndWaitForResponseAsync(() => payer.BigButton.ClickAsync(), r => r.Request.IsNavigationRequest && r.Request.Method == "POST");    // the page also tells that it was opened
        Assert.Equal(503, answer.Status);
        await Expect(payer.Faults).ToBeVisibleAsync();
        await Expect(payer.Tab.Locator("#Amount")).ToHaveValueAsync("120");
    }

    private static async Task BeginAsync(RunningSite site, PayerPage payer, string number)
    {
        var invoice = await MakeAsync(site, number, null);
        await payer.OpenAsync(invoice.Link);
        await Expect((await payer.PayByCardAsync()).CardNumber).ToBeVisibleAsync();
        await payer.OpenAsync(invoice.Link);
    }

    private static async Task PayAPartAsync(RunningSite site, PayerPage payer, string number)
    {
        await OpenAsync(site, payer, number, "50");
        await (await payer.PayByCardAsync("120")).PayAsync();
        await payer.ShowsAsync(Received);
    }

    private static async Task OpenReceiptAsync(RunningSite site, PayerPage payer, string number) =>
        await payer.OpenAsync(new Uri(site.BaseUrl, $"verify/{await site.Database.ReceiptCodeAsync(number)}"));

    private static async Task OpenExpiredAsync(RunningSite site, PayerPage payer, string number, bool hasEmail = true)
    {
        var invoice = await MakeAsync(site, number, null, hasEmail);
        await site.Database.OpenedYesterdayAsync(invoice.Number);
        await payer.OpenAsync(invoice.Link);
    }

    /// <summary>Two links of one invoice: through the second one all of it is being paid.</summary>
    private static async Task LetAnotherHoldAllAsync(RunningSite site, PayerPage payer)
    {
        var invoice = await MakeAsync(site, "INV-2045", null);
        await site.Database.OpenedYesterdayAsync(invoice.Number);
        await payer.OpenAsync(invoice.Link);
        await payer.SendNewLink.ClickAsync();
        var mail = await site.Mails.ReceivesAsync(invoice.Email, "Your new link");
        await site.Database.ReviveAsync(invoice.Number);
        await payer.OpenAsync(mail.Link);
        await Expect((await payer.PayByCardAsync()).CardNumber).ToBeVisibleAsync();
        await payer.OpenAsync(invoice.Link);
        await Expect(payer.Words("Another payer is paying")).ToBeVisibleAsync();
    }

    /// <summary>A form on a page of nobody's, which posts to ours.</summary>
    private static async Task PostFromElsewhereAsync(PayerPage payer)
    {
        var link = payer.Tab.Url;
        await payer.Tab.GotoAsync("about:blank");
        await payer.Tab.SetContentAsync($"<form method=post action='{link}'><button>Win</button></form>");
        var answer = await payer.Tab.RunAndWaitForResponseAsync(() => payer.Tab.GetByRole(AriaRole.Button).ClickAsync(), r => r.Request.Method == "POST");
        Assert.Equal(403, answer.Status);
        await Expect(payer.Heading).ToBeVisibleAsync();
    }

    /// <summary>The page that leads on leads on at once; without the header that does it, it can be looked at.</summary>
    private static async Task StayOnGoAsync(IPage page) => await page.RouteAsync(new Regex("/go$"), async route =>
    {
        var answer = await route.FetchAsync();
        await route.FulfillAsync(new() { Response = answer, Headers = answer.Headers.Where(h => h.Key != "refresh") });
    });
}
