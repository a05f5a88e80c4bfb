using System.Text.RegularExpressions;
using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A form that was filled in wrongly says so first, and leads to what is to be mended.</summary>
public sealed partial class WhatWentWrong(World world) : Journey(world)
{
    [Fact]
    public async Task The_summary_takes_the_focus_and_its_links_lead_to_the_fields()
    {
        var payer = await OpenAsync();
        await payer.TypeAsync("12.345");
        await payer.ReceiptEmail.FillAsync("nonsense");
        await payer.PayButton.ClickAsync();

        await Expect(payer.Faults).ToBeFocusedAsync();
        await Expect(payer.Faults).ToBeInViewportAsync();
        await Expect(payer.Tab).ToHaveTitleAsync(PleaseCheck());
        await Expect(payer.Faults.Locator("a")).ToHaveCountAsync(2);

        await payer.Faults.Locator("a[href='#Amount']").ClickAsync();
        await Expect(payer.Amount).ToBeFocusedAsync();
        await Expect(payer.Amount).ToBeInViewportAsync();
        await payer.Faults.Locator("a[href='#ReceiptEmail']").ClickAsync();
        await Expect(payer.ReceiptEmail).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_wrong_field_is_marked_and_described_by_what_is_wrong_and_then_by_its_rule()
    {
        var payer = await OpenAsync();
        await Expect(payer.ReceiptEmail).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await payer.TypeAsync("12.345");
        await payer.ReceiptEmail.FillAsync("nonsense");
        await payer.PayButton.ClickAsync();

        await Expect(payer.Amount).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(payer.Amount).ToHaveAccessibleDescriptionAsync(AmountSays());
        await Expect(payer.ReceiptEmail).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(payer.ReceiptEmail).ToHaveAccessibleDescriptionAsync(EmailSays());
        await Expect(payer.ReceiptEmail).ToHaveValueAsync("nonsense");
    }

    [Fact]
    public async Task A_choice_that_was_not_made_is_asked_for_where_it_is_made()
    {
        var payer = await OpenAsync();
        await payer.Tab.EvaluateAsync("document.querySelectorAll('[type=radio]').forEach(e => e.checked = false)");
        await payer.BigButton.ClickAsync();

        await Expect(payer.Faults).ToBeFocusedAsync();
        await payer.Faults.Locator("a[href='#Choice']").ClickAsync();
        await Expect(payer.Tab.Locator("#Choice")).ToBeFocusedAsync();
        await payer.Faults.Locator("a[href='#Method']").ClickAsync();
        await Expect(payer.Tab.Locator("#Method")).ToBeFocusedAsync();
    }

    [GeneratedRegex("^Please check this")]
    private static partial Regex PleaseCheck();

    [GeneratedRegex(@"^Write the amount without a separator for thousands, for example 12\.50\. From \$30\.00 to \$100\.00\.")]
    private static partial Regex AmountSays();

    [GeneratedRegex(@"^Write one e-mail address.* If you leave it empty")]
    private static partial Regex EmailSays();

    private async Task<PayerPage> OpenAsync()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        return await PayerAsync((await site.Merchant.CreateAsync("100.00", minimum: "30.00")).Link);
    }
}
