using System.Net;
using System.Text.Json;
using AngleSharp;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

/// <summary>What merchants and customers are called is anybody's guess: on the page it is words and nothing else.</summary>
public sealed class HostileTextTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HttpClient Browser => fixture.Browser;

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</style><style>*{display:none}")]
    [InlineData("'; DROP TABLE Invoices; --")]
    [InlineData("{{7*7}} ${7*7} @(7*7)")]
    [InlineData("&lt;b&gt; &amp;nbsp;")]
    public async Task Markup_is_shown_letter_by_letter(string text)
    {
        var page = await PageAsync(text);

        Assert.Empty(page.QuerySelectorAll("script:not([src]), img:not(.logo), [onerror]"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Equal(text, page.QuerySelector("p.words:not(.quote)")?.TextContent);
        Assert.Equal(text, page.QuerySelector("td bdi")?.TextContent);
        Assert.Equal(text, page.QuerySelector("p.quote")?.TextContent);
    }

    [Theory]
    [InlineData("invoice\u202E001$")]
    [InlineData("\u2066\u2067\u200F\u061Cname")]
    [InlineData("zero\u200Bwidth\uFEFF")]
    public async Task Marks_that_turn_or_hide_text_are_not_on_the_page(string text)
    {
        var page = await PageAsync(text);

        Assert.DoesNotMatch(@"[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C\uFEFF]", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task A_name_of_200_combining_marks_does_not_climb_over_the_page()
    {
        var shown = (await PageAsync("Z" + new string('\u0353', 200) + "algo")).QuerySelector("td bdi")?.TextContent ?? "";

        Assert.InRange(shown.Length, 5, 12);
    }

    [Fact]
    public async Task Every_name_stands_in_an_element_that_keeps_its_direction()
    {
        var page = await PageAsync("שלום");

        Assert.All(page.QuerySelectorAll("td, h1, p").Where(e => e.TextContent.Contains("שלום", StringComparison.Ordinal)), e =>
            Assert.True(e.GetAttribute("dir") == "auto" || e.QuerySelectorAll("bdi").Any(b => b.TextContent.Contains("שלום", StringComparison.Ordinal)), e.OuterHtml));
    }

    [Theory]
    [InlineData(50_000, HttpStatusCode.BadRequest)]
    [InlineData(300_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_name_without_end_is_refused_at_the_door(int length, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/invoicing/v2/invoices", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", RunningSite.ApiKey);
        request.Content = new StringContent(Body(new string('x', length)), System.Text.Encoding.UTF8, "application/json");

        using var alone = fixture.Site.Browser();    // refused before all of it was read, its connection is of no use to the next
        Assert.Equal(status, (await alone.SendAsync(request, Ct)).StatusCode);
    }

    private static string Body(string text) => JsonSerializer.Serialize(new
    {
        customerInformation = new { name = text, email = "tanya@example.com" },
        invoiceInformation = new { description = text, instructions = text, specialInstructions = text, dueDate = "2030-01-01", sendImmediately = true, deliveryMode = "none" },
        orderInformation = new
        {
            amountDetails = new { totalAmount = "12.50", currency = "USD" },
            lineItems = new[] { new { productName = text, quantity = 1, unitPrice = "12.50" } },
        },
    });

    private async Task<AngleSharp.Dom.IDocument> PageAsync(string text)
    {
        var html = await Browser.GetStringAsync(new Uri(await RunningSite.PayPathAsync(Browser, Body(text), Ct), UriKind.Relative), Ct);
        return await BrowsingContext.New().OpenAsync(response => response.Content(html), Ct);
    }
}
