using System.Net;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>The 24 hours begin when a person touches the page, and not when a machine looks at it.</summary>
public sealed class OpeningALink(World world) : Journey(world)
{
    private const string Pretence =
        """
        () => {
            for (const target of [window, document, document.body, document.querySelector('button')]) {
                target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
                target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
                target.dispatchEvent(new Event('touchstart', { bubbles: true }));
            }
            document.querySelector('input[name="Input.Method"]').click();
            document.querySelector('details').open = true;
            document.querySelector('a.jump').click();
            document.querySelector('#ReceiptEmail').focus();
            document.querySelector('#ReceiptEmail').value = 'scanner@example.com';
            document.querySelector('#ReceiptEmail').dispatchEvent(new InputEvent('input', { bubbles: true }));
            scrollTo(0, document.body.scrollHeight);
        }
        """;

    private const float LongLookMs = 3000;

    [Fact]
    public async Task Scripts_that_play_a_person_do_not_open_a_link_but_a_person_does()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync();
        var payer = await PayerAsync(invoice.Link);

        await payer.Tab.EvaluateAsync(Pretence);
        await payer.Tab.ScreenshotAsync(new() { FullPage = true });
        await payer.Tab.WaitForTimeoutAsync(LongLookMs);
        await payer.Tab.WaitForLoadStateAsync(LoadState.Load);
        Assert.Equal("Active", await site.Database.LinkStatusAsync(invoice.Number));

        await payer.Tab.RunAndWaitForResponseAsync(() => payer.Heading.ClickAsync(), answer => answer.Url.EndsWith("/opened", StringComparison.Ordinal));
        Assert.Equal("Opened", await site.Database.LinkStatusAsync(invoice.Number));
        await payer.OpenAsync(invoice.Link);
        await Expect(payer.Words("This link works until")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Mail_scanners_do_not_open_a_link()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync();
        using var scanner = new HttpClient();
        scanner.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) BarracudaCentral SafeLinks");

        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Get })
        {
            using var request = new HttpRequestMessage(method, invoice.Link);
            using var answer = await scanner.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal("Active", await site.Database.LinkStatusAsync(invoice.Number));
    }
}
