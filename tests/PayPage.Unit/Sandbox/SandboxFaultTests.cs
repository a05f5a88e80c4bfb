using System.Net;
using PayPage.Unit.Sandbox.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxFaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_duplicated_webhook_comes_three_times_under_one_id()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await PaidWithAsync(sandbox, "4000000000660011", HttpStatusCode.SeeOther);

        var told = await sandbox.Receiver.WaitAsync("payment.succeeded", 3, Ct);
        await Task.Delay(100, Ct);

        Assert.Single(told.Select(t => t.Id).Distinct());
        Assert.Equal(3, sandbox.Receiver.All.Count);
    }

    [Fact]
    public async Task A_delayed_webhook_comes_late()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await PaidWithAsync(sandbox, "4000000000660029", HttpStatusCode.SeeOther);

        await Task.Delay(100, Ct);
        Assert.Empty(sandbox.Receiver.All);
        await sandbox.Receiver.WaitAsync("payment.succeeded", 1, Ct);
    }

    [Fact]
    public async Task A_lost_webhook_never_comes()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidWithAsync(sandbox, "4000000000660037", HttpStatusCode.SeeOther);

        await Task.Delay(600, Ct);

        Assert.Empty(sandbox.Receiver.All);
        Assert.Equal("succeeded", (await sandbox.GetAsync($"/sandbox/api/payments/{payment}", Ct)).Json.Text("status"));
    }

    [Fact]
    public async Task A_webhook_can_come_before_the_payer_gets_an_answer()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await PaidWithAsync(sandbox, "4000000000660045", HttpStatusCode.SeeOther);

        Assert.Single(sandbox.Receiver.OfType("payment.succeeded"));
        await Task.Delay(150, Ct);
        Assert.Single(sandbox.Receiver.All);
    }

    [Fact]
    public async Task A_first_webhook_that_was_refused_is_tried_again()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Receiver.Answer(500);
        await PaidWithAsync(sandbox, "4000000000660045", HttpStatusCode.SeeOther);

        await sandbox.Receiver.WaitAsync("payment.succeeded", 2, Ct);
    }

    [Theory]
    [InlineData("4000000000660052", HttpStatusCode.GatewayTimeout, "succeeded")]
    [InlineData("4000000000660060", HttpStatusCode.InternalServerError, "succeeded")]
    [InlineData("4000000000660078", HttpStatusCode.GatewayTimeout, "open")]
    public async Task A_spoiled_answer_does_not_change_what_happened(string card, HttpStatusCode answer, string status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var payment = await PaidWithAsync(sandbox, card, answer);

        Assert.Equal(status, (await sandbox.GetAsync($"/sandbox/api/payments/{payment}", Ct)).Json.Text("status"));
    }

    [Fact]
    public async Task A_payer_who_leaves_a_hanging_answer_has_paid()
    {
        await using var sandbox = await RunningSandbox.StartAsync(o => o.HangTime = TimeSpan.FromMinutes(1));
        var payment = await sandbox.OpenAsync(Ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var paying = sandbox.PayAsync(payment, "4000000000660052", patience.Token);

        await sandbox.Receiver.WaitAsync("payment.succeeded", 1, Ct);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => paying);
        Assert.Equal("succeeded", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
    }

    [Fact]
    public async Task A_card_can_succeed_later()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await PaidWithAsync(sandbox, "4000000000660086", HttpStatusCode.SeeOther);

        await sandbox.Receiver.WaitAsync("payment.processing", 1, Ct);
        await sandbox.Receiver.WaitAsync("payment.succeeded", 1, Ct);
    }

    [Fact]
    public async Task A_disputed_card_opens_a_dispute_after_the_success()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidWithAsync(sandbox, "4000000000000259", HttpStatusCode.SeeOther);

        await sandbox.Receiver.WaitAsync("payment.succeeded", 1, Ct);
        var dispute = await sandbox.Receiver.WaitAsync("dispute.opened", 1, Ct);

        Assert.Equal((payment, "fraudulent"), (dispute[0].Data.Text("payment_id"), dispute[0].Data.Text("reason")));
    }

    [Theory]
    [InlineData(66601, 504)]
    [InlineData(166606, 503)]
    public async Task A_create_can_fail_and_leave_nothing(long amount, int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.CreateAsync(sandbox.APayment("ref-1", amount), Ct);
        var again = await sandbox.CreateAsync(sandbox.APayment("ref-1", amount), Ct);

        Assert.Equal((status, status), (answer.Status, again.Status));
        Assert.Empty(await FoundAsync(sandbox));
    }

    [Theory]
    [InlineData(66602, 504)]
    [InlineData(66603, 500)]
    public async Task A_create_can_succeed_without_saying_so(long amount, int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.CreateAsync(sandbox.APayment("ref-1", amount), Ct);
        var found = await FoundAsync(sandbox);
        var again = await sandbox.CreateAsync(sandbox.APayment("ref-1", amount), Ct);

        Assert.Equal(status, answer.Status);
        Assert.Equal((201, Assert.Single(found)), (again.Status, again.Json.Text("id")));
    }

    [Fact]
    public async Task A_throttled_create_works_at_the_third_try()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = sandbox.APayment("ref-1", 66604);

        var first = await sandbox.CreateAsync(payment, Ct);
        var second = await sandbox.CreateAsync(payment, Ct);
        var third = await sandbox.CreateAsync(payment, Ct);
        var other = await sandbox.CreateAsync(sandbox.APayment("ref-2", 66604), Ct);

        Assert.Equal((429, 429, 201, 429), (first.Status, second.Status, third.Status, other.Status));
        Assert.Equal(TimeSpan.FromSeconds(1), first.Headers.RetryAfter?.Delta);
        Assert.False(third.Headers.Contains("Idempotent-Replayed"));
    }

    /// <returns>The payment's id.</returns>
    private static async Task<string> PaidWithAsync(RunningSandbox sandbox, string card, HttpStatusCode expected)
    {
        var payment = await sandbox.OpenAsync(Ct);
        using var answer = await sandbox.PayAsync(payment, card, Ct);
        Assert.Equal(expected, answer.StatusCode);
        return payment.Text("id");
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(RunningSandbox sandbox) =>
        [.. (await sandbox.GetAsync("/sandbox/api/payments?client_reference=ref-1", Ct)).Json
            .GetProperty("data").EnumerateArray().Select(p => p.Text("id"))];
}
