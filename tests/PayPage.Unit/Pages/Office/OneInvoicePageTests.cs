using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Payments;
using PayPage.Unit.Office;

namespace PayPage.Unit.Pages.Office;

/// <summary>An invoice's pages over HTTP, on the demo's invoices. Each test has an invoice of its own.</summary>
public sealed partial class OneInvoicePageTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_tells_how_an_invoice_stands_and_holds_no_key_to_it()
    {
        var page = await office.Admin.ReadAsync(Of("DEMO-PARTIAL"), Ct);

        Assert.Contains("Part paid", page, StringComparison.Ordinal);
        Assert.Contains("Weekly office flowers, November", page, StringComparison.Ordinal);
        Assert.Contains("Admin Test", page, StringComparison.Ordinal);    // who is signed in
        Assert.DoesNotContain("/p/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/s/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/send")]
    [InlineData("/publish")]
    [InlineData("/cancel")]
    [InlineData("/payment")]
    [InlineData("/link")]
    [InlineData("/notes")]
    [InlineData("/pdf")]
    [InlineData("/links/lnk_00000000000000000000000000000000")]
    [InlineData("/links/lnk_00000000000000000000000000000000/revoke")]
    public async Task What_is_not_there_is_404_at_every_address(string rest)
    {
        using var none = await office.Admin.GetAsync($"{Home}/invoices/NO-SUCH{rest}", Ct);
        using var foreign = await office.Admin.GetAsync($"/merchant/mer_{Guid.NewGuid():N}/invoices/DEMO-SENT{rest}", Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (none.StatusCode, foreign.StatusCode));
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var refused = await office.Admin.SendAsync("POST", Of("DEMO-CREATED", "/cancel"), [], Ct);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain("Canceled", await office.Admin.ReadAsync(Of("DEMO-CREATED"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_note_is_text()
    {
        await SubmitAsync(Of("DEMO-VIEWED", "/notes"), Of("DEMO-VIEWED", "/notes"), [("Text", "<script>alert(1)</script>\n\u202Eevil")]);

        var page = await office.Admin.ReadAsync(Of("DEMO-VIEWED"), Ct);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&#xA;evil", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("wrote a note", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_sent_and_the_page_says_so()
    {
        using var sent = await SubmitAsync(Of("DEMO-DRAFT", "/send"), Of("DEMO-DRAFT", "/send"), [("By", "Email")]);

        Assert.Equal((HttpStatusCode.SeeOther, Of("DEMO-DRAFT")), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        var page = await office.Admin.ReadAsync(Of("DEMO-DRAFT"), Ct);
        Assert.Contains("It is on its way.", page, StringComparison.Ordinal);
        Assert.Contains("Admin Test sent the invoice.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_that_does_not_exist_is_refused_with_words()
    {
        using var refused = await SubmitAsync(Of("DEMO-JPY", "/send"), Of("DEMO-JPY", "/send"), [("By", "Sms")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Choose how it is to go out.", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outside_payment_is_judged_kept_as_typed_and_recorded_once()
    {
        using var wrong = await SubmitAsync(Of("DEMO-OVERDUE", "/payment"), Of("DEMO-OVERDUE", "/payment"), [("Input.Amount", "1,000,5"), ("Input.ReceivedOn", "2020-01-01")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var again = await wrong.Content.ReadAsStringAsync(Ct);
        Assert.Contains("value=\"1,000,5\"", again, StringComparison.Ordinal);
        Assert.Contains("3 things need your attention", again, StringComparison.Ordinal);

        var day = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (string, string)[] form = [.. Hidden(again), ("Input.Amount", "10"), ("Input.Kind", "Cheque"), ("Input.Number", "77"), ("Input.ReceivedOn", day)];
        using var first = await office.Admin.SendAsync("POST", Of("DEMO-OVERDUE", "/payment"), form, Ct);
        using var second = await office.Admin.SendAsync("POST", Of("DEMO-OVERDUE", "/payment"), form, Ct);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));

        await using var db = office.Site.OpenDatabase();
        var payment = await db.Payments.SingleAsync(p => p.Method == PaymentMethod.Outside && db.Invoices.Any(i => i.Id == p.InvoiceId && i.Number == "DEMO-OVERDUE"), Ct);
        Assert.Equal((10_00, "Cheque 77"), (payment.Amount.Minor, payment.Instrument));
        Assert.Contains("Cheque no. 77", await office.Admin.ReadAsync(Of("DEMO-OVERDUE"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_paid_says_why_it_is_not_canceled()
    {
        using var refused = await SubmitAsync(Of("DEMO-PARTIAL", "/notes"), Of("DEMO-PARTIAL", "/cancel"), []);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Money has come for this invoice", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("Money has come for this invoice", await office.Admin.ReadAsync(Of("DEMO-PARTIAL", "/cancel"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Canceled_twice_it_is_canceled_once()
    {
        using var first = await SubmitAsync(Of("DEMO-EVERYTHING", "/cancel"), Of("DEMO-EVERYTHING", "/cancel"), []);
        using var second = await SubmitAsync(Of("DEMO-EVERYTHING", "/notes"), Of("DEMO-EVERYTHING", "/cancel"), []);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Contains("canceled already", await office.Admin.ReadAsync(Of("DEMO-EVERYTHING"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_links_address_is_shown_when_asked_for_and_stands_in_no_log()
    {
        var path = await LinkPathAsync("DEMO-30-LINES");
        Assert.DoesNotContain("/p/", await office.Admin.ReadAsync(path, Ct), StringComparison.Ordinal);

        using var shown = await SubmitAsync(path, path, []);
        var page = await shown.Content.ReadAsStringAsync(Ct);
        var token = page.Split("/p/")[1].Split('"')[0];
        using var svg = await SubmitAsync(path, $"{path}?handler=svg", []);
        using var png = await SubmitAsync(path, $"{path}?handler=png", []);

        Assert.True(token.Length > 90);
        Assert.Contains("no-store", shown.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(("image/svg+xml", "image/png"), (svg.Content.Headers.ContentType?.MediaType, png.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain(office.Site.Log, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_payers_link_is_made_once_and_can_be_taken_back()
    {
        var page = await office.Admin.ReadAsync(Of("DEMO-KWD", "/link"), Ct);
        (string, string)[] form = [.. Hidden(page), ("Name", "Tim <b>Rest</b>"), ("Email", "")];
        using var first = await office.Admin.SendAsync("POST", Of("DEMO-KWD", "/link"), form, Ct);
        using var second = await office.Admin.SendAsync("POST", Of("DEMO-KWD", "/link"), form, Ct);
        var path = first.Headers.Location?.OriginalString ?? "";
        Assert.Equal(path, second.Headers.Location?.OriginalString);
        Assert.Contains("Tim &lt;b&gt;Rest&lt;/b&gt;", await office.Admin.ReadAsync(path, Ct), StringComparison.Ordinal);

        using var revoked = await SubmitAsync($"{path}/revoke", $"{path}/revoke", []);
        Assert.Equal(HttpStatusCode.SeeOther, revoked.StatusCode);
        Assert.Contains("Taken back", await office.Admin.ReadAsync(path, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paper_is_a_pdf()
    {
        using var paper = await office.Admin.GetAsync(Of("DEMO-SENT", "/pdf"), Ct);

        Assert.Equal("application/pdf", paper.Content.Headers.ContentType?.MediaType);
        Assert.Equal("invoice-DEMO-SENT.pdf", paper.Content.Headers.ContentDisposition?.FileName);
    }

    private string Home => $"/merchant/{office.Merchant}";

    private string Of(string number, string rest = "") => $"{Home}/invoices/{number}{rest}";

    /// <summary>Opens a page, fills its form in and sends it to an address: what the form hides goes along.</summary>
    private async Task<HttpResponseMessage> SubmitAsync(string page, string address, IReadOnlyList<(string Name, string Value)> typed) =>
        await office.Admin.SendAsync("POST", address, [.. Hidden(await office.Admin.ReadAsync(page, Ct)), .. typed], Ct);

    private static IEnumerable<(string Name, string Value)> Hidden(string html) => Inputs().Matches(html[html.IndexOf("<main", StringComparison.Ordinal)..])
        .Select(input => (Attribute(input.Value, "name"), Attribute(input.Value, "value"))).DistinctBy(field => field.Item1);

    private static string Attribute(string input, string name) => WebUtility.HtmlDecode(input.Split($" {name}=\"").ElementAtOrDefault(1)?.Split('"')[0] ?? "");

    private async Task<string> LinkPathAsync(string number)
    {
        await using var db = office.Site.OpenDatabase();
        return Of(number, $"/links/{await db.Links.Where(l => db.Invoices.Any(i => i.Id == l.InvoiceId && i.Number == number)).Select(l => l.Id).FirstAsync(Ct)}");
    }

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Inputs();
}
