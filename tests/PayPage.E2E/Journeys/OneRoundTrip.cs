using System.Collections.Concurrent;
using System.Text.Json;
using PayPage.E2E.Support;

namespace PayPage.E2E.Journeys;

/// <summary>A payer on a slow line sees the invoice after one round trip, and nobody else learns that he looked.</summary>
public sealed class OneRoundTrip(World world) : Journey(world)
{
    // Ten packets, the first flight of a connection (RFC 6928).
    private const int FirstFlight = 14_600;
    private const int MostScript = 10_000;

    private static readonly Wanted Typical = new()
    {
        Lines = [new("White roses, 50 cm, grade A1", 20, "12.05"), new("Eucalyptus cinerea, bunch", 10, "5.25"), new("Delivery before nine", 1, "18.00")],
    };

    [Fact]
    public async Task A_typical_invoice_comes_in_the_first_flight_from_one_origin_with_a_script_and_a_logo_at_most()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync("311.50", "50", Typical);
        var page = await BrowserAsync();
        var wire = await page.Context.NewCDPSessionAsync(page);
        var asked = new ConcurrentDictionary<string, Uri>();
        var bytes = new ConcurrentDictionary<string, double>();
        wire.Event("Network.requestWillBeSent").OnEvent += (_, told) => asked[Id(told)] = new Uri(Told(told).GetProperty("request").GetProperty("url").GetString()!);    // a request has one
        wire.Event("Network.loadingFinished").OnEvent += (_, told) => bytes[Id(told)] = Told(told).GetProperty("encodedDataLength").GetDouble();
        await wire.SendAsync("Network.enable");

        await page.GotoAsync(invoice.Link.AbsoluteUri);

        // The page is loaded; the browser's log of it may still be on its way.
        for (var i = 0; i < 100 && asked.Keys.Any(id => !bytes.ContainsKey(id)); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var fetched = asked.Where(a => a.Value.Scheme != "data").ToDictionary();
        var listing = string.Join('\n', fetched.Select(a => $"{bytes.GetValueOrDefault(a.Key)} {a.Value.AbsolutePath[..Math.Min(20, a.Value.AbsolutePath.Length)]}"));
        TestContext.Current.TestOutputHelper?.WriteLine(listing);
        var html = bytes[fetched.Single(a => a.Value == invoice.Link).Key];

        Assert.True(html is > 0 and <= FirstFlight, listing);
        Assert.All(fetched.Values, address => Assert.Equal(site.BaseUrl.Authority, address.Authority));
        Assert.True(fetched.Count <= 3, listing);
        using var http = new HttpClient();
        var script = await http.GetByteArrayAsync(fetched.Values.Single(a => a.AbsolutePath.EndsWith(".js", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        Assert.InRange(script.Length, 1, MostScript);
    }

    [Fact]
    public async Task No_two_pages_have_the_same_key_for_their_style_and_script()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync();
        var page = await BrowserAsync();
        var keys = new List<string>();

        for (var i = 0; i < 2; i++)
        {
            var answer = await page.GotoAsync(invoice.Link.AbsoluteUri);
            var policy = await answer!.HeaderValueAsync("content-security-policy") ?? "";    // a navigation has an answer
            var key = await page.EvaluateAsync<string>("document.querySelector('style').nonce");
            Assert.Equal(key, await page.EvaluateAsync<string>("document.querySelector('script').nonce"));
            Assert.Contains($"script-src 'nonce-{key}'", policy, StringComparison.Ordinal);
            Assert.Contains($"style-src 'nonce-{key}'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            keys.Add(key);
        }

        Assert.NotEqual(keys[0], keys[1]);
        Assert.True(keys[0].Length >= 22);    // 128 bits
    }

    private static JsonElement Told(JsonElement? told) => told ?? throw new InvalidOperationException("The browser told of an event without saying anything.");

    private static string Id(JsonElement? told) => Told(told).GetProperty("requestId").GetString() ?? "";
}
