using System.Net;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Every page a payer can meet, judged by axe in light and dark, on a phone and on a desk.</summary>
/// <remarks>In one arrangement: where the processor lives does not show on our pages.</remarks>
public sealed class PagesForEveryone(World world) : Journey(world)
{
    private const int Phone = 390;
    private const int Desk = 1280;
    private const int SmallPhone = 360;
    private const int Height = 900;

    private static readonly AxeRunOptions ViolationsOnly = new() { ResultTypes = [ResultType.Violations] };

    [Fact]
    public async Task A_payable_link() => await BeFitAsync(await AtAsync(async site => (await site.Merchant.CreateAsync("100.00", "30.00")).Link), "amount due");

    [Fact]
    public async Task A_payable_link_with_thirty_lines() => await BeFitAsync(await AtAsync(site => site.Merchant.LinkOfAsync("DEMO-30-LINES")), "amount due");

    [Fact]
    public async Task A_payable_link_after_a_wrong_amount()
    {
        var payer = await AtAsync(async site => (await site.Merchant.CreateAsync("100.00", "30.00")).Link);
        await payer.TypeAsync("29");
        await payer.PayButton.ClickAsync();
        await Expect(payer.Words("Please check this")).ToBeVisibleAsync();
        await BeFitAsync(payer, "amount due");
    }

    [Fact]
    public async Task A_payable_link_after_a_decline()
    {
        var payer = await AtAsync(async site => (await site.Merchant.CreateAsync()).Link);
        await (await payer.PayByCardAsync()).PayAsync(TestCards.Declined);
        await Expect(payer.Words("Your last payment was declined")).ToBeVisibleAsync();
        await BeFitAsync(payer, "amount due");
    }

    [Fact]
    public async Task A_link_in_flight_for_its_payer_and_for_a_stranger()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);
        await Expect((await payer.PayByCardAsync()).CardNumber).ToBeVisibleAsync();
        await payer.OpenAsync(invoice.Link);
        await BeFitAsync(payer, "A payment was started");
        await BeFitAsync(await PayerAsync(invoice.Link), "A payment was started");
    }

    [Fact]
    public async Task A_used_link_with_a_rest_and_its_receipt()
    {
        var payer = await AtAsync(async site => (await site.Merchant.CreateAsync("100.00", "30.00")).Link);
        await (await payer.PayByCardAsync("40")).PayAsync();
        await BeFitAsync(payer, "Payment received");
        await payer.Tab.GetByRole(AriaRole.Link, new() { Name = "Receipt to print" }).ClickAsync();
        await BeFitAsync(payer, "Receipt");
    }

    [Fact]
    public async Task An_expired_link_and_the_answer_to_its_button()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync();
        await site.Database.OpenedYesterdayAsync(invoice.Number);
        var payer = await PayerAsync(invoice.Link);
        await BeFitAsync(payer, "This link has expired");
        await payer.SendNewLink.ClickAsync();
        await BeFitAsync(payer, "Look into your mail");
    }

    [Fact]
    public async Task A_closed_link()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync("100.00", "30.00");
        var payer = await PayerAsync(invoice.Link);
        await site.Database.CloseAsync(invoice.Number);
        await payer.OpenAsync(invoice.Link);
        await BeFitAsync(payer, "This invoice is settled");
    }

    [Fact]
    public async Task A_revoked_link() => await BeFitAsync(await AtAsync(site => site.Merchant.LinkOfAsync("DEMO-REVOKED")), "This link was withdrawn");

    [Fact]
    public async Task A_link_that_leads_nowhere()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var page = await BrowserAsync();
        var answer = await page.GotoAsync($"{site.BaseUrl}p/unknown");
        Assert.Equal((int)HttpStatusCode.NotFound, answer?.Status);
        await BeFitAsync(new PayerPage(page), "This link leads nowhere");
    }

    private static async Task BeFitAsync(PayerPage payer, string heading)
    {
        await payer.ShowsAsync(heading);
        var faults = new List<string>();

        foreach (var width in new[] { Phone, Desk })
        {
            await payer.Tab.SetViewportSizeAsync(width, Height);

            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await payer.Tab.EmulateMediaAsync(new() { ColorScheme = scheme });
                var judgement = await payer.Tab.RunAxe(ViolationsOnly);
                faults.AddRange(judgement.Violations.Select(v => $"{width} {scheme}: {v.Id}: {v.Help}: {string.Join(", ", v.Nodes.Select(n => n.Html))}"));
            }
        }

        await payer.Tab.SetViewportSizeAsync(SmallPhone, Height);
        var overflow = await payer.Tab.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(0, overflow);
    }

    private async Task<PayerPage> AtAsync(Func<RunningSite, Task<Uri>> link) =>
        await PayerAsync(await link(await SiteAsync(Arrangement.SandboxInside)));
}
