using Microsoft.Playwright;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>Colours of the reader's own, less motion, and paper.</summary>
public sealed class OtherWaysOfSeeing(World world) : Journey(world)
{
    private const string Outline = "e => getComputedStyle(e).outlineStyle === 'none' ? 0 : parseFloat(getComputedStyle(e).outlineWidth)";

    private const string StandsOut =
        """
        e => {
            const style = getComputedStyle(e);
            return style.borderTopStyle === "solid" && parseFloat(style.borderTopWidth) >= 1
                && style.borderTopColor !== getComputedStyle(document.documentElement).backgroundColor;
        }
        """;

    private const string WhatMoves =
        """
        () => [document.documentElement, ...document.querySelectorAll("body, body *")]
            .filter(e => {
                const style = getComputedStyle(e);
                return style.scrollBehavior === "smooth" || style.animationName !== "none" || style.transitionDuration.split(",").some(d => parseFloat(d) > 0);
            })
            .map(e => e.tagName)
        """;

    // Ink that is not dark, or ground that is not white or a breath of the merchant's colour. What the banner of test mode does is its own affair.
    private const string Wasteful =
        """
        () => {
            const light = color => {
                const [r, g, b, a = 1] = color.match(/[\d.]+/g).map(Number);
                return a === 0 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
            };
            return [document.documentElement, ...document.querySelectorAll("header *, main *, footer *")]
                .filter(e => e.checkVisibility() && e.tagName !== "PROGRESS" && !e.matches(".tile"))
                .filter(e => light(getComputedStyle(e).color) > 0.4 || (light(getComputedStyle(e).backgroundColor) ?? 1) < 0.85)
                .map(e => `${e.outerHTML.slice(0, 60)}: ${getComputedStyle(e).color} on ${getComputedStyle(e).backgroundColor}`);
        }
        """;

    [Fact]
    public async Task With_colours_of_the_readers_own_the_choice_made_and_the_button_still_stand_out()
    {
        var payer = await OpenAsync();
        await payer.Tab.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await payer.Heading.ClickAsync();

        Assert.True(await payer.Tab.Locator("label:has([value=full])").EvaluateAsync<float>(Outline) >= 2);
        Assert.Equal(0, await payer.Tab.Locator("label:has([value=other])").EvaluateAsync<float>(Outline));
        Assert.True(await payer.BigButton.EvaluateAsync<bool>(StandsOut));
        Assert.True(await payer.ReceiptEmail.EvaluateAsync<bool>(StandsOut));
    }

    [Fact]
    public async Task Nothing_moves_for_those_who_want_less_motion()
    {
        var payer = await OpenAsync();
        await payer.Tab.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        Assert.NotEmpty(await payer.Tab.EvaluateAsync<string[]>(WhatMoves));

        await payer.Tab.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        Assert.Empty(await payer.Tab.EvaluateAsync<string[]>(WhatMoves));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task On_paper_there_are_the_invoice_and_the_receipt_in_black_on_white_and_nothing_to_press(ColorScheme scheme)
    {
        var payer = await OpenAsync();
        await payer.Tab.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = scheme });
        await NothingToPressAsync(payer);
        await Expect(payer.Words("White roses")).ToBeVisibleAsync();
        await Expect(payer.Words("Northgate Flowers").First).ToBeVisibleAsync();
        await Expect(payer.Tab.GetByText("Test mode")).ToBeVisibleAsync();

        await payer.Tab.EmulateMediaAsync(new() { Media = Media.Screen });
        await (await payer.PayByCardAsync()).PayAsync();
        await payer.ReceiptToPrint.ClickAsync();
        await payer.ShowsAsync("Receipt");
        await payer.Tab.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = scheme });
        await NothingToPressAsync(payer);
        await Expect(payer.Words("Reference")).ToBeVisibleAsync();
        await Expect(payer.Words("Northgate Flowers").First).ToBeVisibleAsync();
        Assert.Equal("$100.00", await payer.FactAsync("Amount paid"));
    }

    private static async Task NothingToPressAsync(PayerPage payer)
    {
        foreach (var hidden in await payer.Tab.Locator("form, button, input, select, summary, .jump, .pay, .second").AllAsync())
        {
            await Expect(hidden).ToBeHiddenAsync();
        }

        Assert.Empty(await payer.Tab.EvaluateAsync<string[]>(Wasteful));
    }

    private async Task<PayerPage> OpenAsync()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        return await PayerAsync((await site.Merchant.CreateAsync("100.00", minimum: "30.00")).Link);
    }
}
