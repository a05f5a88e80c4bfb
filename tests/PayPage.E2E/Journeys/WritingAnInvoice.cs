using System.Text.Json;
using Microsoft.Playwright;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>A colleague writes an invoice, with script and without, on a desk and on a phone; and two write the same.</summary>
public sealed class WritingAnInvoice(World world) : Journey(world)
{
    private const int Cases = 150;

    // Figures at which arithmetic goes wrong: halves, many decimals, the largest, groups, and what is no figure.
    private static readonly string[] Figures =
        ["", "0", "1", "2", "0.005", "0.5", "12.05", "12,05", "1 250", "1,250.00", "1.250,5", "1,250", "99.995", "33.333333", "0.000001", "1.125", "1.1250", "999999999999", "99999999999999", "1e3", "-1", "abc", "0.0000001"];

    private static readonly string[] Quantities = ["", "1", "3", "20", "0", "1.5", "999999999", "1,000", "1000"];

    private static readonly string[] Rates = ["", "", "5", "8.25", "8.875", "19", "100", "33.33333", "999.99999", "1000", "x"];

    [Fact]
    public async Task With_script_lines_come_and_go_and_the_totals_are_there_while_one_types()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var tab = await ColleagueAsync(site);
        await tab.Locator("#CustomerName").FillAsync("Foundation of Foundations for the Furtherance of Flowers");
        await tab.Locator("#CustomerEmail").FillAsync("foundation@example.com");
        await tab.Locator("#Currency").SelectOptionAsync("USD");
        await tab.GetByLabel("What for").FillAsync("White roses");
        await tab.GetByLabel("Quantity").FillAsync("20");
        await tab.GetByLabel("Price of one").FillAsync("12.05");
        await Expect(Figure(tab, "total")).ToHaveTextAsync("$241.00");

        // By keyboard alone: another line, with a discount in percent.
        await tab.GetByRole(AriaRole.Button, new() { Name = "Add line" }).FocusAsync();
        await tab.Keyboard.PressAsync("Enter");
        await Expect(tab.Locator("#Lines-1--Name")).ToBeFocusedAsync();
        await tab.Keyboard.TypeAsync("Eucalyptus");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.TypeAsync("10");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.TypeAsync("5.25");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.PressAsync("Enter");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.TypeAsync("10");
        await Expect(tab.Locator("[data-line]").Nth(1).Locator("[data-sum]")).ToHaveTextAsync("$47.25");
        await Expect(Figure(tab, "total")).ToHaveTextAsync("$288.25");
        await tab.BeFitAsync();

        for (var i = 2; i < 30; i++)
        {
            await tab.GetByRole(AriaRole.Button, new() { Name = "Add line" }).ClickAsync();
        }

        await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "Add line" })).ToBeHiddenAsync();
        await tab.BeFitAsync();

        await tab.GetByRole(AriaRole.Button, new() { Name = "Remove line 1", Exact = true }).ClickAsync();
        await Expect(tab.Locator("#Lines-0--Name")).ToHaveValueAsync("Eucalyptus");
        await Expect(tab.GetByRole(AriaRole.Button, new() { Name = "Remove line 1", Exact = true })).ToBeFocusedAsync();
        await Expect(tab.Locator("[data-line]")).ToHaveCountAsync(29);
        await Expect(Figure(tab, "total")).ToHaveTextAsync("–");    // the lines that are blank have no price yet

        // A figure that can be read in two ways comes back, with all that was typed.
        await tab.Locator("#FreightAmount").FillAsync("1,250");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Expect(tab.Locator(".faults")).ToContainTextAsync("in two ways");
        await Expect(tab.Locator("#Lines-0--Name")).ToHaveValueAsync("Eucalyptus");
        await tab.BeFitAsync();
        await tab.Locator("#FreightAmount").FillAsync("");

        // What was left blank is no line; a double click makes one invoice.
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).DblClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("was saved as a draft");
        Assert.Equal(1, await site.Database.InvoicesToAsync("foundation@example.com"));
    }

    [Fact]
    public async Task Without_script_on_a_phone_nothing_is_missing()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var tab = await ColleagueAsync(site, new() { JavaScriptEnabled = false, ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = Layout.Phone, Height = 900 } });
        await tab.GetByLabel("What for").FillAsync("White roses");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Add line" }).ClickAsync();
        await Expect(tab.Locator("#Lines-0--Name")).ToHaveValueAsync("White roses");
        await tab.Locator("#Lines-1--Name").FillAsync("Ribbon");
        await tab.Locator("#Lines-1--UnitPrice").FillAsync("1,250");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();

        await Expect(tab.Locator(".faults")).ToContainTextAsync("2 things need your attention");
        await Expect(tab.Locator("#Lines-1--UnitPrice-fault")).ToContainTextAsync("in two ways");
        await tab.Locator(".faults a", new() { HasText = "in two ways" }).ClickAsync();
        Assert.Contains("#Lines-1--UnitPrice", tab.Url, StringComparison.Ordinal);

        await tab.Locator("#Lines-1--UnitPrice").FillAsync("1,250.00");
        await tab.Locator("#Lines-0--UnitPrice").FillAsync("12.05");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Work out the totals" }).Last.ClickAsync();
        await Expect(Figure(tab, "total")).ToContainTextAsync("1,262.05");

        await tab.GetByRole(AriaRole.Button, new() { Name = "Remove line 2" }).ClickAsync();
        await tab.Locator("#CustomerEmail").FillAsync("without-script@example.com");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Publish and send" }).ClickAsync();
        await Expect(tab.Locator(".flash")).ToContainTextAsync("is on its way to your customer");
        await site.Mails.ReceivesAsync("without-script@example.com", "Invoice");
    }

    [Fact]
    public async Task Two_colleagues_change_one_invoice_and_the_second_decides_field_by_field()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var made = await site.Merchant.CreateAsync("240.50");
        var (first, second) = (await ColleagueAsync(site), await ColleagueAsync(site));
        var edit = second.Url.Replace("new-invoice", $"invoices/{made.Number}/edit", StringComparison.Ordinal);
        await first.GotoAsync(edit);
        await second.GotoAsync(edit);

        await first.GetByLabel("Due date").FillAsync("2036-05-05");
        await first.GetByLabel("Price of one").FillAsync("300");
        await first.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(first.Locator(".flash")).ToContainTextAsync("was changed");

        await second.GetByLabel("Price of one").FillAsync("250");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(second.GetByRole(AriaRole.Heading, new() { Name = "What somebody else changed" })).ToBeVisibleAsync();
        await Expect(second.Locator(".clash tbody tr")).ToHaveCountAsync(2);
        await Expect(second.GetByLabel("Price of one")).ToHaveValueAsync("250");
        await second.BeFitAsync();

        await second.GetByRole(AriaRole.Button, new() { Name = "Take theirs for due date" }).ClickAsync();
        await Expect(second.GetByLabel("Due date")).ToHaveValueAsync("2036-05-05");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(second.Locator(".flash")).ToContainTextAsync("was changed");

        var payer = await PayerAsync(made.Link);
        await Expect(payer.Tab.GetByText("$250.00").First).ToBeVisibleAsync();
        await Expect(payer.Tab.GetByText("5 May 2036").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_script_works_out_what_the_server_does_to_the_last_cent()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var tab = await ColleagueAsync(site);
        var chance = new Random(11);

        for (var i = 1; i < 4; i++)
        {
            await tab.GetByRole(AriaRole.Button, new() { Name = "Add line" }).ClickAsync();
        }

        var cases = Enumerable.Range(0, Cases).Select(_ => AnyCase(chance)).ToList();
        var differences = await tab.EvaluateAsync<string[]>(CompareThem, JsonSerializer.Serialize(cases));

        Assert.True(differences.Length == 0, string.Join('\n', differences));
    }

    /// <summary>Writes each case into the form, reads what the script says, sends the same to the server and reads what it says.</summary>
    private const string CompareThem =
        """
        async (cases) => {
            const form = document.querySelector("[data-invoice]");
            const told = (root) => [...root.querySelectorAll("[data-invoice] [data-sum], [data-invoice] [data-figure]")].map((place) => place.textContent.trim()).join(" | ");
            const differences = [];
            let known = 0;
            for (const one of JSON.parse(cases)) {
                for (const [name, value] of Object.entries(one)) {
                    const field = form.querySelector(`[name="${name}"]:not([type=hidden])`);
                    field.type === "checkbox" ? (field.checked = value === "true") : (field.value = value);
                }
                form.dispatchEvent(new Event("input"));
                const script = told(document);
                const answer = await fetch("?handler=Totals", { method: "POST", body: new URLSearchParams(new FormData(form)) });
                const server = told(new DOMParser().parseFromString(await answer.text(), "text/html"));
                known += script.endsWith("–") ? 0 : 1;
                if (script !== server) {
                    differences.push(`${JSON.stringify(one)}\n  script: ${script}\n  server: ${server}`);
                }
            }
            return known < 10 ? ["Hardly any case had a total."] : differences.slice(0, 5);
        }
        """;

    private static ILocator Figure(IPage tab, string name) => tab.Locator($"[data-figure={name}]");

    private static Dictionary<string, string> AnyCase(Random chance)
    {
        // Most lines are sound, or no case would have a total.
        var isTame = chance.Next(3) > 0;
        var fields = new Dictionary<string, string>
        {
            ["Currency"] = Pick(chance, "USD", "EUR", "JPY", "KWD", "CLF"),
            ["DiscountAmount"] = isTame ? Pick(chance, "", "", "0.01", "5") : Pick(chance, Figures),
            ["DiscountPercent"] = isTame ? Pick(chance, "", "2.5", "33.33333") : Pick(chance, Rates),
            ["TaxAmount"] = isTame ? "" : Pick(chance, Figures),
            ["TaxRate"] = isTame ? Pick(chance, "", "8.25", "8.875", "19") : Pick(chance, Rates),
            ["FreightAmount"] = isTame ? Pick(chance, "", "18", "7") : Pick(chance, Figures),
            ["FreightTaxRate"] = isTame ? Pick(chance, "", "8.25") : Pick(chance, Rates),
            ["FreightTaxable"] = Pick(chance, "true", "false"),
        };

        for (var i = 0; i < 4; i++)
        {
            var of = (string member) => $"Lines[{i}].{member}";
            fields[of("Name")] = "Roses";    // a line without any word is dropped by the server, and has no place to compare
            fields[of("UnitPrice")] = isTame ? $"{chance.Next(2_000)}.{chance.Next(1_000_000):D6}" : Pick(chance, Figures);
            fields[of("Quantity")] = isTame ? $"{chance.Next(1, 500)}" : Pick(chance, Quantities);
            fields[of("DiscountAmount")] = isTame ? "" : Pick(chance, Figures);
            fields[of("DiscountPercent")] = isTame ? Pick(chance, "", "10", "12.5", "33.33333") : Pick(chance, Rates);
            fields[of("TaxAmount")] = isTame ? "" : Pick(chance, Figures);
            fields[of("TaxRate")] = isTame ? Pick(chance, "", "8.25", "8.875", "21") : Pick(chance, Rates);
        }

        return fields;
    }

    private static string Pick(Random chance, params string[] from) => from[chance.Next(from.Length)];

    /// <summary>A colleague with the form of a new invoice before him.</summary>
    private async Task<IPage> ColleagueAsync(RunningSite site, BrowserNewContextOptions? options = null)
    {
        var tab = await BrowserAsync(await SignedIn.AtAsync(site, () => BrowserAsync(), options));
        await tab.GotoAsync($"{site.BaseUrl}merchant");
        await tab.ArrivesAtAsync("/merchant/mer_*");
        await tab.GotoAsync($"{tab.Url}/new-invoice");
        return tab;
    }
}
