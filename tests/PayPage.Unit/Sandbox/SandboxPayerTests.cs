using System.Net;
using System.Text.Json;
using PayPage.Sandbox.TestCards;
using PayPage.Unit.Sandbox.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxPayerTests
{
    private const string Success = "4242 4242 4242 4242";
    private const string NotATestCard = "4532015112830366";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payer_pays_and_is_taken_back()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        using var answer = await sandbox.PayAsync(payment, Success, Ct);
        using var done = await sandbox.Browser.GetAsync(answer.Headers.Location, Ct);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(["0;url=http://shop.example/back?a=1&b=2"], done.Headers.GetValues("Refresh"));
        Assert.Contains("<a href=\"http://shop.example/back?a=1&amp;b=2\">", await done.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var paid = await sandbox.ReadAsync(payment, Ct);
        Assert.Equal(("succeeded", "visa", "4242"), (paid.Text("status"), paid.GetProperty("card").Text("brand"), paid.GetProperty("card").Text("last4")));
        Assert.NotEqual("null", paid.Text("succeeded_at"));
    }

    [Theory]
    [InlineData("4000000000000002", "card_declined")]
    [InlineData("4000000000009995", "insufficient_funds")]
    [InlineData("4000000000000069", "expired_card")]
    public async Task A_declined_card_closes_the_payment_and_says_why(string card, string reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        using var answer = await sandbox.PayAsync(payment, card, Ct);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var failed = await sandbox.ReadAsync(payment, Ct);
        Assert.Equal(("failed", reason), (failed.Text("status"), failed.Text("decline_reason")));
        Assert.Equal(reason, (await sandbox.Receiver.WaitAsync("payment.failed", 1, Ct))[0].Data.Text("decline_reason"));
    }

    [Theory]
    [InlineData("4000002500003155", "complete", "succeeded", "null")]
    [InlineData("4000002500003155", "fail", "failed", "authentication_failed")]
    [InlineData("4000008400001629", "complete", "failed", "card_declined")]
    public async Task Three_d_secure_decides(string card, string result, string status, string reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        using var asked = await sandbox.PayAsync(payment, card, Ct);
        var page = await sandbox.PageAsync(payment, Ct);
        Assert.Equal("open", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
        using var answered = await sandbox.SubmitAsync(payment, "challenge", Ct, ("result", result));

        Assert.Contains("Complete authentication", page, StringComparison.Ordinal);
        Assert.Contains("Close without finishing", page, StringComparison.Ordinal);
        var after = await sandbox.ReadAsync(payment, Ct);
        Assert.Equal((status, reason), (after.Text("status"), after.Text("decline_reason")));
    }

    [Fact]
    public async Task A_challenge_nobody_was_asked_cannot_be_answered()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        using var answer = await sandbox.SubmitAsync(payment, "challenge", Ct, ("result", "complete"));

        Assert.Equal("open", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
    }

    [Theory]
    [InlineData("approve", "succeeded", "null")]
    [InlineData("refuse", "failed", "bank_refused")]
    public async Task A_bank_decides_at_once(string decision, string status, string reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct, method: "bank");

        Assert.Contains("Choose your bank", await sandbox.PageAsync(payment, Ct), StringComparison.Ordinal);
        using var chosen = await sandbox.SubmitAsync(payment, "bank", Ct, ("bank", "elderbrook"));
        Assert.Contains("Elderbrook Trust", await sandbox.PageAsync(payment, Ct), StringComparison.Ordinal);
        using var decided = await sandbox.SubmitAsync(payment, "authorise", Ct, ("decision", decision));

        var after = await sandbox.ReadAsync(payment, Ct);
        Assert.Equal((status, reason), (after.Text("status"), after.Text("decline_reason")));
        Assert.Equal("elderbrook", after.GetProperty("bank").Text("code"));
    }

    [Theory]
    [InlineData("pending_success", "payment.succeeded", "null")]
    [InlineData("pending_failure", "payment.failed", "bank_payment_failed")]
    public async Task Bank_money_takes_its_time(string decision, string then, string reason)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct, method: "bank");

        var decided = await sandbox.SimulateAsync(payment, new { bank = decision }, Ct);

        Assert.Equal("processing", decided.Json.Text("status"));
        await sandbox.Receiver.WaitAsync("payment.processing", 1, Ct);
        Assert.Equal(reason, (await sandbox.Receiver.WaitAsync(then, 1, Ct))[0].Data.Text("decline_reason"));
    }

    [Theory]
    [InlineData("succeeded")]
    [InlineData("failed")]
    public async Task A_pending_bank_payment_can_be_decided_by_hand(string outcome)
    {
        await using var sandbox = await RunningSandbox.StartAsync(o => o.BankSettleTime = TimeSpan.FromHours(1));
        var payment = await sandbox.OpenAsync(Ct, method: "bank");
        await sandbox.SimulateAsync(payment, new { bank = "pending_success" }, Ct);
        var path = $"/sandbox/api/payments/{payment.Text("id")}/settle";

        var settled = await sandbox.PostAsync(path, new { outcome }, Ct);
        var again = await sandbox.PostAsync(path, new { outcome }, Ct);

        Assert.Equal(outcome, settled.Json.Text("status"));
        Assert.Equal(409, again.Status);
    }

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
        Assert.Contains(sandbox.Log.Lines, l => l.StartsWith("7030 ", StringComparison.Ordinal));
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
        var log = string.Join('\n', sandbox.Log.Lines.Where(l => !l.Contains("Request ", StringComparison.Ordinal)));

        Assert.Contains("7000 ", log, StringComparison.Ordinal);
        Assert.DoesNotContain("4242", log, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningSandbox.Key, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_keeps_everything()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var open = await sandbox.OpenAsync(Ct, "open");
        var paid = await sandbox.OpenAsync(Ct, "paid");
        await sandbox.SimulateAsync(paid, new { card = Success }, Ct);
        var first = await sandbox.CreateAsync(sandbox.APayment("open"), Ct);

        await sandbox.RestartAsync();

        Assert.Equal("open", (await sandbox.ReadAsync(open, Ct)).Text("status"));
        Assert.Equal("succeeded", (await sandbox.ReadAsync(paid, Ct)).Text("status"));
        Assert.Equal(first.Body, (await sandbox.CreateAsync(sandbox.APayment("open"), Ct)).Body);
        Assert.Equal(JsonValueKind.Object, (await sandbox.ReadAsync(paid, Ct)).GetProperty("card").ValueKind);
    }
}
