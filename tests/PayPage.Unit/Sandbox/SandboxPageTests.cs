using System.Net;
using Microsoft.AspNetCore.Http;
using PayPage.Sandbox.Pages;
using PayPage.Sandbox.TestCards;
using PayPage.Unit.Sandbox.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxPageTests
{
    private const string Success = "4242 4242 4242 4242";
    private const string NotATestCard = "4532015112830366";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_that_may_be_real_is_refused_forgotten_and_never_logged()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        using var answer = await sandbox.PayAsync(payment, NotATestCard, Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("This is a test page. Never type a real card number.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(NotATestCard, page, StringComparison.Ordinal);
        Assert.DoesNotContain(NotATestCard[^4..], page, StringComparison.Ordinal);
        Assert.Equal("open", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
        Assert.Contains(sandbox.Log.Lines, l => l.Id == 7030);
    }

    [Fact]
    public async Task Errors_are_told_by_field_and_the_security_code_is_not_repeated()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        using var answer = await sandbox.SubmitAsync(payment, "card", Ct, ("number", Success), ("expiry", "01/20"), ("code", "9876"));
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("This expiry date is in the past.", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Success}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"01/20\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("9876", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", null, 403)]
    [InlineData("same-site", null, 403)]
    [InlineData(null, "http://evil.example", 403)]
    [InlineData(null, "null", 403)]
    [InlineData("same-origin", null, 303)]
    [InlineData("none", null, 303)]
    [InlineData(null, null, 303)]
    public async Task A_form_of_another_site_is_refused(string? fetchSite, string? origin, int expected)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{payment.Text("payer_url")}/cancel");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", fetchSite is null ? [] : [fetchSite]);
        request.Headers.TryAddWithoutValidation("Origin", origin is null ? [] : [origin]);

        using var answer = await sandbox.Browser.SendAsync(request, Ct);

        Assert.Equal(expected, (int)answer.StatusCode);
        Assert.Equal(expected == 403 ? "open" : "canceled", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
    }

    [Fact]
    public async Task Pages_are_marked_protected_and_encoded()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        using var answer = await sandbox.Browser.GetAsync(new Uri(payment.Text("payer_url")), Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Contains("<strong>TEST</strong>", page, StringComparison.Ordinal);
        Assert.Contains("Bird &amp; Sons", page, StringComparison.Ordinal);
        Assert.Contains("Invoice 7 &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Pay EUR 12.50", page, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
    }

    [Fact]
    public async Task The_way_back_is_fit_for_a_header_whatever_the_host()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var request = sandbox.APayment("ref-1");
        request["return_url"] = "https://b\u00fccher.example/zur\u00fcck?a=\u00fc b";
        var payment = (await sandbox.CreateAsync(request, Ct)).Json;
        await sandbox.CancelAsync("ref-1", Ct);

        using var done = await sandbox.Browser.GetAsync(new Uri($"{payment.Text("payer_url")}/done"), Ct);

        Assert.Equal(["0;url=https://xn--bcher-kva.example/zur%C3%BCck?a=%C3%BC%20b"], done.Headers.GetValues("Refresh"));
    }

    [Theory]
    [InlineData("12/26", false)]
    [InlineData("1226", false)]
    [InlineData("12 / 2026", false)]
    [InlineData("11/26", true)]
    [InlineData("13/27", true)]
    [InlineData("soon", true)]
    public void An_expiry_date_is_good_through_its_month(string expiry, bool wrong)
    {
        var fields = new FormCollection(new() { ["number"] = Success, ["expiry"] = expiry, ["code"] = "123" });

        var form = CardForm.Read(fields, new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.Zero));

        Assert.Equal(wrong, form.Errors.ContainsKey("expiry"));
    }

    [Fact]
    public async Task An_open_payments_done_page_leads_back_to_the_form()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        using var done = await sandbox.Browser.GetAsync(new Uri($"{payment.Text("payer_url")}/done"), Ct);

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(new Uri(payment.Text("payer_url")).AbsolutePath, done.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_home_page_lists_every_test_card_and_amount()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var page = await sandbox.Browser.GetStringAsync(new Uri($"{sandbox.Origin}/sandbox"), Ct);

        Assert.All(TestTable.Cards, c => Assert.Contains(c.Grouped, page, StringComparison.Ordinal));
        Assert.All(TestTable.Amounts, a => Assert.Contains(a.Does, page, StringComparison.Ordinal));
        Assert.All(TestTable.Cards, c => Assert.True(Luhn.Accepts(c.Number), c.Number));
    }

    [Fact]
    public async Task No_secret_and_no_card_number_reaches_a_log()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Receiver.Answer(500);
        var payment = await sandbox.OpenAsync(Ct);
        using var paid = await sandbox.PayAsync(payment, Success, Ct);
        await sandbox.Receiver.WaitAsync("payment.succeeded", 2, Ct);

        // The host's own line of each request holds its address: whoever hosts the sandbox turns that off.
        var log = string.Join('\n', sandbox.Log.Lines.Where(l => !l.Text.Contains("Request ", StringComparison.Ordinal)));

        Assert.Contains(sandbox.Log.Lines, l => l.Id == 7000);
        Assert.DoesNotContain("4242", log, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningSandbox.Key, log, StringComparison.Ordinal);
    }
}
