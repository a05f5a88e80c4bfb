using PayPage.E2E.Pages;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

/// <summary>While a payer types another amount, the button says what it would charge; never a sum that the site would read otherwise or refuse.</summary>
public sealed class TheSumOnTheButton(World world) : Journey(world)
{
    private const string NoSum = "Pay this amount";

    // Of 2000, at least 1.
    private static readonly Dictionary<string, (string Typed, string Says)[]> Sums = new()
    {
        ["USD"] =
        [
            ("50", "Pay $50.00"),
            ("50.5", "Pay $50.50"),
            ("1234,5", "Pay $1,234.50"),
            (" 2000 ", "Pay $2,000.00"),
            ("1,234", NoSum),
            ("50.555", NoSum),
            ("2000.01", NoSum),
            ("0", NoSum),
            ("", NoSum),
            ("fifty", NoSum),
            ("0.99", NoSum),        // less than may be paid
        ],
        ["JPY"] = [("1500", "Pay ¥1,500"), ("15.5", NoSum)],
        ["KWD"] =
        [
            ("12.5", "Pay KWD 12.500"),
            ("1998.999", "Pay KWD 1,998.999"),
            ("1999.999", NoSum),    // would leave less than may be paid
        ],
    };

    [Theory]
    [InlineData("USD")]
    [InlineData("JPY")]
    [InlineData("KWD")]
    public async Task The_button_says_the_sum_that_was_typed(string currency)
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var payer = await PayerAsync((await site.Merchant.CreateAsync("2000", "1", new Wanted { Currency = currency })).Link);

        foreach (var (typed, says) in Sums[currency])
        {
            await payer.TypeAsync(typed);

            await Expect(payer.BigButton).ToHaveTextAsync(says, new() { UseInnerText = true });
            await payer.InFull.CheckAsync();
            await Expect(payer.BigButton).ToContainTextAsync("000", new() { UseInnerText = true });
        }
    }

    [Fact]
    public async Task It_is_written_as_the_reader_writes_it_and_charged_as_it_is_written()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var payer = await PayerAsync((await site.Merchant.CreateAsync("2000", "1")).Link, new() { Locale = "de-DE" });

        await payer.ChooseAsync(amount: "1234,5");
        await Expect(payer.BigButton).ToHaveTextAsync("1.234,50 $ zahlen", new() { UseInnerText = true });
        await payer.BigButton.ClickAsync();
        await new CardPage(payer.Tab).PayAsync();

        await payer.ShowsAsync("Zahlung eingegangen");
        Assert.Equal("1.234,50\u00a0$", await payer.FactAsync("Gezahlter Betrag"));
    }

    [Fact]
    public async Task It_goes_on_after_a_wrong_amount()
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var payer = await PayerAsync((await site.Merchant.CreateAsync("2000", "1")).Link);
        await payer.TypeAsync("3000");
        await payer.PayButton.ClickAsync();
        await Expect(payer.Faults).ToBeVisibleAsync();

        await Expect(payer.BigButton).ToHaveTextAsync(NoSum, new() { UseInnerText = true });
        await payer.Amount.FillAsync("20");
        await Expect(payer.BigButton).ToHaveTextAsync("Pay $20.00", new() { UseInnerText = true });
    }
}
