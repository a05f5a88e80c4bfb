using PayPage.E2E.Pages;
using PayPage.E2E.Support;

namespace PayPage.E2E.Journeys;

/// <summary>A small phone, or a desk at 400 %: everything is below, nothing is beside.</summary>
public sealed class NarrowWindows(World world) : Journey(world)
{
    private static readonly Wanted Endless = new()
    {
        Customer = "Wilhelmina-Alexandrine Freifrau von und zu Donaudampfschifffahrtsgesellschaft",
        Currency = "KWD",
        Lines = [.. Enumerable.Range(1, 30).Select(i => new Line($"Hochzeitsgestecke{new string('x', 40)} no. {i}, with a name that goes on and on", 1, "33333333.333"))],
    };

    [Theory]
    [InlineData(Languages.English)]
    [InlineData(Languages.German)]
    [InlineData(Languages.Arabic)]
    public async Task Nothing_has_to_be_scrolled_sideways(string language)
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var endless = await site.Merchant.CreateAsync("999999999.990", "0.001", Endless);
        var payer = new PayerPage(await BrowserAsync());
        await payer.Tab.SpeakAsync(site.BaseUrl, language);
        var faults = new List<string>();

        foreach (var link in new[] { endless.Link, await site.Merchant.LinkOfAsync("DEMO-30-LINES"), await site.Merchant.LinkOfAsync("DEMO-LONG-WORDS-1234567890") })
        {
            await payer.OpenAsync(link);
            await payer.ChooseAsync(amount: "10", byBank: true);

            foreach (var width in new[] { Layout.SmallPhone, Layout.DeskAtFourTimes })
            {
                var sideways = await payer.Tab.SidewaysAsync(width);
                faults.AddRange(sideways.Length == 0 ? [] : [$"{language} {width} {await payer.Heading.InnerTextAsync()}: {sideways}"]);
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
