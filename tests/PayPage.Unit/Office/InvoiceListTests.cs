using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

public sealed partial class InvoiceListTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    public static TheoryData<string> WildQueries =>
    [
        "place=x", $"place={new string('A', 3_000)}", "place=%00", "sort=nonsense", "sort=-", "sort=7", "sort=--created", "status=nonsense", "status=99", "status=-1",
        "created-from=2026-13-45", "created-from=0001-01-01&created-to=9999-12-31", "due-to=%27", "currency=XXX", "currency=%F0%9F%8C%B7", "least=abc", "least=-5",
        "most=99999999999999999999999", "least=1e9", "search=%25", "search=%00%01", "search=%ED%A0%80", $"search={new string('x', 5_000)}", "viewed=maybe",
        string.Join('&', Enumerable.Repeat("status=paid", 200)), "search[]=x", "=x", "&&&",
    ];

    private string Home => $"/merchant/{office.Merchant}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_shows_what_the_merchant_has_and_leads_to_each()
    {
        var html = await ListAsync("");

        Assert.Contains($"href=\"{Home}/invoices/DEMO-OVERDUE\"", await ListAsync("?search=DEMO-OVERDUE"), StringComparison.Ordinal);    // others' may stand before it
        Assert.Contains($"href=\"{Home}/new-invoice\"", html, StringComparison.Ordinal);
        Assert.Contains(">Overdue</span>", await ListAsync("?search=DEMO-OVERDUE"), StringComparison.Ordinal);
        Assert.Contains(">Viewed</span>", await ListAsync("?search=DEMO-VIEWED"), StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"><a class=\"sort\" href=\"?sort=created\">Created", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search=KWD", "DEMO-KWD")]
    [InlineData("search=12%2C000&currency=jpy", "DEMO-JPY")]
    [InlineData("status=canceled", "DEMO-CANCELED")]
    [InlineData("status=draft&search=demo", "DEMO-DRAFT")]
    [InlineData("overdue=yes&search=overdue", "DEMO-OVERDUE")]
    [InlineData("viewed=yes&search=demo-viewed", "DEMO-VIEWED")]
    [InlineData("least=12000&currency=JPY", "DEMO-JPY")]
    public async Task The_address_says_what_is_shown(string query, string number) =>
        Assert.Equal([number], Numbers(await ListAsync($"?{query}")));

    [Theory]
    [MemberData(nameof(WildQueries))]
    public async Task A_wild_address_shows_a_page_and_no_error(string query)
    {
        var answer = await office.Admin.GetAsync($"{Home}/invoices?{query}", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<h1>Invoices</h1>", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_looked_for_is_shown_inert_and_never_compressed_beside_others_data()
    {
        const string hostile = "\"><script>alert(1)</script>{{x}}";
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{Home}/invoices?search={Uri.EscapeDataString(hostile)}", UriKind.Relative));
        request.Headers.Add("Accept-Encoding", "br, gzip");

        var answer = await office.Admin.SendAsync(request, Ct);
        var html = await answer.Content.ReadAsStringAsync(Ct);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{x}}\"", html, StringComparison.Ordinal);
        Assert.Contains("Nothing found", html, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Content.Headers.ContentEncoding, encoding => encoding is "br" or "gzip");
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_field_and_left_out()
    {
        var html = await ListAsync("?created-from=yesterday&least=1%2C250&status=draft");

        Assert.Contains("This is no date.", html, StringComparison.Ordinal);
        Assert.Contains("This is no amount, or could be two.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"yesterday\"", html, StringComparison.Ordinal);
        Assert.Equal(["DEMO-DRAFT"], Numbers(html));
    }

    [Fact]
    public async Task Each_filter_in_use_can_be_taken_away_alone()
    {
        var page = new HtmlParser().ParseDocument(await ListAsync("?search=demo&status=paid&status=draft&sort=-due"));

        Assert.Equal(
            [
                ("Remove the filter “demo” ×", "?status=paid&status=draft&sort=-due"), ("Remove the filter Paid ×", "?search=demo&status=draft&sort=-due"),
                ("Remove the filter Draft ×", "?search=demo&status=paid&sort=-due"),
            ],
            page.QuerySelectorAll(".active .btn").Select(a => (Spaces().Replace(a.TextContent, " ").Trim(), a.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Leafing_through_shows_every_invoice_once()
    {
        using var browser = office.Site.Browser();

        for (var i = 0; i < 35; i++)
        {
            await RunningSite.PayPathAsync(browser, Ct, amount: $"{i + 1}.00");
        }

        var seen = new List<string>();

        for (var query = "?sort=-amount"; query is not null;)
        {
            var page = new HtmlParser().ParseDocument(await ListAsync(query));
            seen.AddRange(page.QuerySelectorAll("td[data-label=Number] a").Select(a => a.TextContent));
            query = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(seen.Distinct(), seen);
        Assert.True(seen.Count > 50);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_door_and_back_to_what_he_looked_for()
    {
        using var stranger = Colleague.Stranger(office.Site);
        var door = await stranger.GetAsync($"{Home}/invoices?search=x", Ct);

        Assert.Equal(HttpStatusCode.SeeOther, door.StatusCode);
        Assert.Equal($"/merchant/sign-in?next={Uri.EscapeDataString($"{Home}/invoices?search=x")}", $"{door.Headers.Location}");
    }

    private Task<string> ListAsync(string query) => office.Admin.ReadAsync($"{Home}/invoices{query}", Ct);

    private static IEnumerable<string> Numbers(string html) => new HtmlParser().ParseDocument(html).QuerySelectorAll("td[data-label=Number] a").Select(a => a.TextContent);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
