using System.Text.Json;
using PayPage.Unit.Sandbox.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxRefundTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refund_succeeds_and_is_told()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);

        var refund = await RefundAsync(sandbox, payment, "refund-1", 500);
        var replayed = await RefundAsync(sandbox, payment, "refund-1", 500);

        Assert.Equal((201, "succeeded"), (refund.Status, refund.Json.Text("status")));
        Assert.Equal(refund.Body, replayed.Body);
        Assert.Equal("500", (await sandbox.ReadAsync(payment, Ct)).Text("amount_refunded"));
        Assert.Equal(refund.Json.Text("id"), (await sandbox.Receiver.WaitAsync("refund.succeeded", 1, Ct))[0].Data.Text("id"));
        Assert.Equal(refund.Body, (await sandbox.GetAsync($"/sandbox/api/refunds/{refund.Json.Text("id")}", Ct)).Body);
        var found = await sandbox.GetAsync("/sandbox/api/refunds?client_reference=refund-1", Ct);
        Assert.Equal(refund.Json.Text("id"), found.Json.GetProperty("data")[0].Text("id"));
    }

    [Fact]
    public async Task Parallel_refunds_never_exceed_the_payment()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => RefundAsync(sandbox, payment, $"refund-{i}", 200)));

        Assert.Equal(6, answers.Count(a => a.Status == 201));
        Assert.All(answers.Where(a => a.Status != 201), a => Assert.Equal((409, "refund_exceeds_payment"), (a.Status, a.ErrorType)));
        Assert.Equal("1200", (await sandbox.ReadAsync(payment, Ct)).Text("amount_refunded"));
    }

    [Fact]
    public async Task The_same_key_for_another_refund_is_a_conflict()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);

        await RefundAsync(sandbox, payment, "refund-1", 500);
        var other = await RefundAsync(sandbox, payment, "refund-1", 501);

        Assert.Equal((409, "idempotency_error"), (other.Status, other.ErrorType));
    }

    [Fact]
    public async Task An_open_payment_has_nothing_to_refund()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        Assert.Equal("refund_exceeds_payment", (await RefundAsync(sandbox, payment, "refund-1", 1)).ErrorType);
    }

    [Theory]
    [InlineData("4000000000007726", "pending", "refund.succeeded", "500")]
    [InlineData("4000000000005126", "pending", "refund.failed", "0")]
    [InlineData("4000000000660094", "failed", "refund.failed", "0")]
    public async Task The_card_decides_what_becomes_of_a_refund(string card, string first, string told, string refunded)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox, card);

        var refund = await RefundAsync(sandbox, payment, "refund-1", 500);
        var webhook = (await sandbox.Receiver.WaitAsync(told, 1, Ct))[0];

        Assert.Equal((201, first), (refund.Status, refund.Json.Text("status")));
        Assert.Equal(told == "refund.failed" ? "refund_refused_by_bank" : "null", webhook.Data.Text("failure_reason"));
        Assert.Equal(refunded, (await sandbox.ReadAsync(payment, Ct)).Text("amount_refunded"));
        Assert.Equal(first == "pending" ? 1 : 0, sandbox.Receiver.OfType("refund.pending").Count);
    }

    private static async Task<JsonElement> PaidAsync(RunningSandbox sandbox, string card = "4242424242424242")
    {
        var payment = await sandbox.OpenAsync(Ct);
        return (await sandbox.SimulateAsync(payment, new { card }, Ct)).Json;
    }

    private static Task<Answer> RefundAsync(RunningSandbox sandbox, JsonElement payment, string reference, long amount) => sandbox.PostAsync(
        $"/sandbox/api/payments/{payment.Text("id")}/refunds", new { client_reference = reference, amount }, Ct, reference);
}
