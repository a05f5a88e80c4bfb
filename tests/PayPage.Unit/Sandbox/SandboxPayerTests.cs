using System.Net;
using System.Text.Json;
using PayPage.Unit.Sandbox.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxPayerTests
{
    private const string Success = "4242 4242 4242 4242";

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
