using System.Net;
using System.Text.RegularExpressions;
using PayPage.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace PayPage.E2E.Journeys;

public sealed partial class WrongAmounts(World world) : Journey(world)
{
    // Of 100.00 at least 30.00: by letters and number, then by what is left.
    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("12.345")]
    [InlineData("100.01")]
    [InlineData("29.99")]
    [InlineData("80")]
    [InlineData("abc")]
    [InlineData("１２")]
    [InlineData("")]
    public async Task A_wrong_amount_is_explained_beside_the_field_and_holds_nothing(string typed)
    {
        var site = await SiteAsync(Arrangement.SandboxInside);
        var invoice = await site.Merchant.CreateAsync("100.00", minimum: "30.00");
        var payer = await PayerAsync(invoice.Link);
        await payer.TypeAsync(typed);

        var answer = await payer.Tab.RunAndWaitForResponseAsync(() => payer.PayButton.ClickAsync(), r => r.Request.Method == "POST" && r.Url == payer.Tab.Url);

        Assert.Equal((int)HttpStatusCode.UnprocessableEntity, answer.Status);
        await Expect(payer.AmountFault).ToHaveTextAsync(ASentence());
        await Expect(payer.Amount).ToHaveAccessibleDescriptionAsync(new Regex($"^{Regex.Escape(await payer.AmountFault.InnerTextAsync())} "));
        await Expect(payer.Amount).ToHaveValueAsync(typed);
        await Expect(payer.OtherAmount).ToBeCheckedAsync();
        Assert.Equal(0, await site.Database.ReservedAsync(invoice.Number));
        Assert.Equal(0, await site.Database.PaymentsAsync(invoice.Number));
    }

    [GeneratedRegex(@"^[A-Z].+\.$")]
    private static partial Regex ASentence();
}
