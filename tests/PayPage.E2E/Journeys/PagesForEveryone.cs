using System.Collections.Concurrent;
using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Every page a payer can meet, in English and Arabic, light and dark, on a phone and on a desk: judged by axe, and by the browser's own complaints.</summary>
/// <remarks>In one arrangement: where the processor lives does not show on our pages. In several classes, because the tests of one class wait for each other.</remarks>
public abstract class PagesForEveryone(World world) : Journey(world)
{
    private static readonly (int, ColorScheme)[] All =
        [(Layout.Phone, ColorScheme.Light), (Layout.Phone, ColorScheme.Dark), (Layout.Desk, ColorScheme.Light), (Layout.Desk, ColorScheme.Dark)];

    // Another language brings no other colours and no other roles: what it can break is the layout, and that is measured beside.
    private static readonly (int, ColorScheme)[] Some = [(Layout.Phone, ColorScheme.Light)];

    // "US$" in a sentence that is plain text, as those beside a field are; and kinds of files, which bear these names everywhere.
    private static readonly string[] Symbols = ["US", "PDF", "JSON"];

    private protected static TheoryData<string> Of(IReadOnlyList<PayerState> states) => new(states.Select(state => state.Name));

    private protected async Task InGoodHealthAsync(string name) =>
        await BeFitAsync(await SiteAsync(Arrangement.SandboxInside), PayerStates.InGoodHealth.Single(state => state.Name == name));

    private protected async Task BeFitAsync(RunningSite site, PayerState state)
    {
        var complaints = new ConcurrentQueue<string>();
        var payer = new PayerPage(await BrowserAsync());
        payer.Tab.PageError += (_, error) => complaints.Enqueue(error);
        payer.Tab.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                complaints.Enqueue(message.Text);
            }
        };

        await state.ArriveAsync(site, payer);
        await payer.ShowsAsync(state.Heading);
        var english = await JudgeAsync(payer, All);

        await payer.Tab.SpeakAsync(site.BaseUrl, Languages.Arabic);
        await (state.AgainAsync?.Invoke(payer) ?? payer.ReloadAsync());
        var arabic = await JudgeArabicAsync(payer);

        var faults = english.Select(f => $"English {f}").Concat(arabic.Select(f => $"Arabic {f}")).Concat(complaints).ToList();
        Assert.True(faults.Count == 0, $"{state.Name}:\n{string.Join('\n', faults)}");
    }

    private static async Task<List<string>> JudgeAsync(PayerPage payer, (int Width, ColorScheme Scheme)[] looks)
    {
        var faults = new List<string>();
        await payer.Tab.BringAxeAsync();

        foreach (var (width, scheme) in looks)
        {
            await payer.Tab.BeWideAsync(width);
            await payer.Tab.EmulateMediaAsync(new() { ColorScheme = scheme });
            faults.AddRange((await payer.Tab.ViolationsAsync()).Select(violation => $"{width} {scheme}: {violation}"));
        }

        foreach (var width in new[] { Layout.SmallPhone, Layout.DeskAtFourTimes })
        {
            var sideways = await payer.Tab.SidewaysAsync(width);
            faults.AddRange(sideways.Length == 0 ? [] : [$"{width} scrolls sideways: {sideways}"]);
        }

        return faults;
    }

    private static async Task<List<string>> JudgeArabicAsync(PayerPage payer)
    {
        await Expect(payer.Tab.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Expect(payer.Tab.Locator("html")).ToHaveAttributeAsync("lang", Languages.Arabic);
        var foreign = (await payer.Tab.LatinWordsAsync()).Except(Symbols).ToList();

        return [.. await JudgeAsync(payer, Some), .. foreign.Select(word => $"not Arabic: {word}")];
    }
}

public sealed class PagesToPay(World world) : PagesForEveryone(world)
{
    public static TheoryData<string> Names => Of(PayerStates.ToBePaid);

    [Theory, MemberData(nameof(Names))]
    public Task A_page_is_fit_for_everyone(string name) => InGoodHealthAsync(name);
}

public sealed class PagesOfPayments(World world) : PagesForEveryone(world)
{
    public static TheoryData<string> Names => Of(PayerStates.UnderWayOrPaid);

    [Theory, MemberData(nameof(Names))]
    public Task A_page_is_fit_for_everyone(string name) => InGoodHealthAsync(name);
}

public sealed class PagesBesides(World world) : PagesForEveryone(world)
{
    public static TheoryData<string> Names => Of(PayerStates.WithoutMoney);

    [Theory, MemberData(nameof(Names))]
    public Task A_page_is_fit_for_everyone(string name) => InGoodHealthAsync(name);
}

public sealed class PagesInTrouble(World world) : PagesForEveryone(world)
{
    [Fact]
    public async Task Pages_of_a_site_in_trouble_are_fit_for_everyone_too()
    {
        await using var site = await OwnSiteAsync(Arrangement.SandboxElsewhere, PayerStates.Slow);

        foreach (var state in PayerStates.InTrouble)
        {
            await BeFitAsync(site, state);
        }
    }
}
