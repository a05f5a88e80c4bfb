using System.Net;
using System.Text.RegularExpressions;
using PayPage.Domain.Team;

namespace PayPage.Unit.Office;

/// <summary>At the demo merchant, whose payers pay on for a while.</summary>
public sealed partial class ReportPagesTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private string Reports => $"/merchant/{office.Merchant}/reports";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("invoices")]
    [InlineData("payments")]
    [InlineData("refunds")]
    public async Task Every_report_has_a_page_and_a_file_with_the_same_columns(string kind)
    {
        var page = await office.Admin.ReadAsync($"{Reports}/{kind}", Ct);
        var answer = await office.Admin.GetAsync($"{Reports}/{kind}/csv", Ct);
        var file = await answer.Content.ReadAsByteArrayAsync(Ct);

        Assert.Contains($"<h1>Report of {kind}</h1>", page, StringComparison.Ordinal);
        Assert.Equal("text/csv; charset=utf-8", $"{answer.Content.Headers.ContentType}");
        Assert.Equal($"attachment; filename=\"{kind}.csv\"", $"{answer.Content.Headers.ContentDisposition}");
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("\uFEFF"u8, file.AsSpan(0, 3));
    }

    [Fact]
    public async Task A_file_holds_what_the_address_asks_for()
    {
        var file = await office.Admin.ReadAsync($"{Reports}/invoices/csv?search=DEMO-KWD&columns=number,currency,total", Ct);

        Assert.Equal("number,currency,total\r\nDEMO-KWD,KWD,255.375\r\n", file);
    }

    [Fact]
    public async Task HEAD_gives_the_headers_and_no_body()
    {
        var answer = await office.Admin.SendAsync("HEAD", $"{Reports}/invoices/csv?from=2026-01-01", null, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment; filename=\"invoices-2026-01-01.csv\"", $"{answer.Content.Headers.ContentDisposition}");
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    [Theory]
    [InlineData("from=2026-13-45")]
    [InlineData("columns=nonsense")]
    [InlineData("status=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("search=%00%01&currency=%F0%9F%8C%B7")]
    [InlineData("from=2026-12-31&to=2026-01-01")]
    [InlineData("by=due&search=%25%25%25")]
    public async Task A_wild_address_shows_a_page_and_gives_no_file_that_hides_something(string query)
    {
        var page = await office.Admin.ReadAsync($"{Reports}/invoices?{query}", Ct);
        var file = await office.Admin.GetAsync($"{Reports}/invoices/csv?{query}", Ct);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(page.Contains("could not be read", StringComparison.Ordinal) ? HttpStatusCode.SeeOther : HttpStatusCode.OK, file.StatusCode);
    }

    [Theory]
    [InlineData(Role.Sales, HttpStatusCode.Forbidden)]
    [InlineData(Role.SalesAllocations, HttpStatusCode.Forbidden)]
    [InlineData(Role.Cashier, HttpStatusCode.OK)]
    [InlineData(Role.SalesManager, HttpStatusCode.OK)]
    public async Task Files_are_for_those_who_may_see_reports(Role role, HttpStatusCode status)
    {
        using var colleague = await Colleague.HiredAsync(office.Site, office.Merchant, role, Ct);

        Assert.Equal(status, (await colleague.GetAsync($"{Reports}/payments/csv", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_report_is_kept_scheduled_sent_and_removed()
    {
        var from = $"{Reports}/invoices?status=paid&columns=number,total&from=2026-01-01";
        var shown = await office.Admin.ReadAsync(from, Ct);
        var kept = await office.Admin.PostAsync($"{Reports}/invoices?status=paid&columns=number,total", from, Ct, ("Name", "Paid <b>bold</b>"), ("Id", Id().Match(shown).Value));
        var saved = $"{kept.Headers.Location}";
        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);

        var page = await office.Admin.ReadAsync(saved, Ct);
        Assert.DoesNotContain("<b>bold", page, StringComparison.Ordinal);
        Assert.Contains("only when somebody asks", page, StringComparison.Ordinal);

        var refused = await office.Admin.PostAsync($"{saved}/schedule", $"{saved}/schedule", Ct, ("Cadence", "daily"), ("Recipients", "nobody"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("nobody</textarea>", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var scheduled = await office.Admin.PostAsync($"{saved}/schedule", $"{saved}/schedule", Ct, ("Cadence", "weekly"), ("WeekDay", "1"), ("Recipients", "desk@northgate.example"));
        Assert.Equal((HttpStatusCode.SeeOther, saved), (scheduled.StatusCode, $"{scheduled.Headers.Location}"));

        var again = await office.Admin.ReadAsync(saved, Ct);
        Assert.Contains("every Monday", again, StringComparison.Ordinal);
        var sent = await office.Admin.PostAsync($"{saved}?handler=send", saved, Ct, ("Run", Run().Match(again).Value));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("What became of it", await office.Admin.ReadAsync(saved, Ct), StringComparison.Ordinal);

        using var cashier = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Cashier, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, (await cashier.GetAsync($"{saved}/schedule", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await cashier.PostAsync($"{saved}?handler=remove", saved, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Admin.GetAsync(saved, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_report_without_a_name_is_not_kept()
    {
        var shown = await office.Admin.ReadAsync($"{Reports}/refunds", Ct);
        var answer = await office.Admin.PostAsync($"{Reports}/refunds", $"{Reports}/refunds", Ct, ("Name", " "), ("Id", Id().Match(shown).Value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"Name-fault\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [GeneratedRegex("rpt_[0-9a-f]{32}")]
    private static partial Regex Id();

    [GeneratedRegex("run_[0-9a-f]{32}")]
    private static partial Regex Run();
}
