using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using PayPage.Unit.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>An administrator has a web shop told of what happens, sees that it was, and what to do when it cannot be.</summary>
[RunsLong]
public sealed class NewsByWebhook(World world) : Journey(world)
{
    [Fact]
    public async Task A_shop_is_told_and_what_it_missed_is_sent_again()
    {
        using var shop = new Shop();
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await WebhooksAsync(site);
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Let your systems know" })).ToBeVisibleAsync();
        await tab.BeFitAsync();

        // Added by keyboard; the first try is a slip of the pen.
        await tab.GetByRole(AriaRole.Link, new() { Name = "Add an endpoint" }).ClickAsync();
        await tab.Locator("#Url").FillAsync("shop.example.com");
        await tab.Locator("#Description").FillAsync("Web shop");
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.Locator("#Url-fault")).ToContainTextAsync("begins with https://");
        await Expect(tab.Locator("#Description")).ToHaveValueAsync("Web shop");
        await tab.BeFitAsync();
        await tab.Locator("#Url").FillAsync($"{shop.Url}{new string('x', 300)}");
        await tab.Keyboard.PressAsync("Enter");

        await Expect(tab.GetByLabel("Signing secret")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_.{44}$"));
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "I have kept it" }).ClickAsync();
        await tab.BeFitAsync();

        // A test shows that all is well.
        await tab.GetByRole(AriaRole.Button, new() { Name = "Send a test event" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("A test event is on its way");
        await shop.HearsAsync("webhook.test");
        await ReloadUntilAsync(tab, "Delivered");

        // The shop is down when an invoice comes, and hears of it once somebody sends it again.
        shop.Status = HttpStatusCode.InternalServerError;
        var made = await site.Merchant.CreateAsync("240.50");
        await shop.HearsAsync("invoice.created");
        await ReloadUntilAsync(tab, "Will be tried again");
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "invoice.created" }).First.ClickAsync();
        await Expect(tab.GetByText(made.Number)).ToBeVisibleAsync();
        await Expect(tab.GetByText("It answered 500.").First).ToBeVisibleAsync();
        await tab.BeFitAsync();

        shop.Status = HttpStatusCode.OK;
        await tab.GetByRole(AriaRole.Button, new() { Name = "Try now" }).ClickAsync();
        await ReloadUntilAsync(tab, "Delivered");

        // Gone for good: the endpoint is turned off, and says so.
        shop.Status = HttpStatusCode.Gone;
        await site.Merchant.CreateAsync("10.00");
        await tab.GetByRole(AriaRole.Link, new() { Name = "Web shop" }).ClickAsync();
        await ReloadUntilAsync(tab, "Turned off");
        await tab.BeFitAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "Given up" }).ClickAsync();
        await Expect(tab.Locator("tbody tr")).Not.ToHaveCountAsync(0);

        shop.Status = HttpStatusCode.OK;
        await tab.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Send them again" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("sent again");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Settings" }).Or(tab.Locator(".crumb")).GetByRole(AriaRole.Link, new() { Name = "Webhooks" }).First.ClickAsync();
        await Expect(tab.Locator("tbody tr")).ToHaveCountAsync(1);
        await tab.BeFitAsync();
    }

    [Fact]
    public async Task Without_script_on_a_phone_a_secret_is_changed_and_an_endpoint_removed()
    {
        using var shop = new Shop();
        await using var site = await OwnSiteAsync(Arrangement.SandboxInside);
        var tab = await WebhooksAsync(site, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = Layout.Phone, Height = 900 } });
        await tab.GetByRole(AriaRole.Link, new() { Name = "Add an endpoint" }).ClickAsync();
        await tab.Locator("#Url").FillAsync(shop.Url);
        await tab.GetByLabel("Only those ticked here").CheckAsync();
        await tab.GetByLabel("invoice.paid", new() { Exact = true }).CheckAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Add the endpoint" }).ClickAsync();
        var first = await tab.GetByLabel("Signing secret").InputValueAsync();
        await tab.GetByRole(AriaRole.Link, new() { Name = "I have kept it" }).ClickAsync();

        await tab.Locator("summary", new() { HasTextString = "Make a new secret" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Make a new secret" }).ClickAsync();
        await Expect(tab.GetByLabel("Signing secret").And(tab.Locator("input"))).Not.ToHaveValueAsync(first);
        await tab.GetByRole(AriaRole.Link, new() { Name = "I have kept it" }).ClickAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("Paused");
        await tab.GetByRole(AriaRole.Link, new() { Name = "Remove" }).ClickAsync();
        await tab.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Expect(tab.GetByRole(AriaRole.Heading, new() { Name = "Let your systems know" })).ToBeVisibleAsync();
    }

    private async Task<IPage> WebhooksAsync(RunningSite site, BrowserNewContextOptions? options = null)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), options));
        await tab.GotoAsync($"{new Uri(site.BaseUrl, "merchant")}");
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await tab.GetByRole(AriaRole.Navigation, new() { Name = "Settings" }).GetByRole(AriaRole.Link, new() { Name = "Webhooks" }).ClickAsync();
        return tab;
    }

    /// <summary>A person reloads until it has come about.</summary>
    private static async Task ReloadUntilAsync(IPage tab, string badge)
    {
        for (var i = 0; i < 60 && await tab.Locator(".badge", new() { HasTextString = badge }).CountAsync() == 0; i++)
        {
            await tab.WaitForTimeoutAsync(500);
            await tab.ReloadAsync();
        }

        await Expect(tab.Locator(".badge", new() { HasTextString = badge }).First).ToBeVisibleAsync();
    }

    /// <summary>A web shop's end: a real server on this machine.</summary>
    private sealed class Shop : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ConcurrentQueue<string> _heard = new();

        public Shop()
        {
            Url = $"http://127.0.0.1:{FreePort()}/hooks/";
            _listener.Prefixes.Add(Url);
            _listener.Start();
            _ = ListenAsync();
        }

        public string Url { get; }

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public Task<string> HearsAsync(string type) =>
            Eventually.SeeAsync(() => Task.FromResult(_heard.FirstOrDefault(body => body.Contains($"\"type\":\"{type}\"", StringComparison.Ordinal))), type);

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            try
            {
                while (true)
                {
                    var call = await _listener.GetContextAsync();
                    using var reader = new StreamReader(call.Request.InputStream, Encoding.UTF8);
                    _heard.Enqueue(await reader.ReadToEndAsync());
                    call.Response.StatusCode = (int)Status;
                    call.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Closed for the day.
            }
        }

        private static int FreePort()
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
