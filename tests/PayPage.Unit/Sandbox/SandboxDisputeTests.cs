using System.Net;
using System.Text.Json;
using PayPage.Unit.Sandbox.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxDisputeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_payment_that_succeeded_can_be_disputed_and_the_money_is_gone()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);

        var dispute = await OpenAsync(sandbox, payment, new { reason = "duplicate", amount = 1000, evidence_seconds = 86_400 });
        var told = (await sandbox.Receiver.WaitAsync("dispute.opened", 1, Ct))[0].Data;

        Assert.Equal((201, "needs_response"), (dispute.Status, dispute.Json.Text("status")));
        Assert.Equal(("1000", "1000", "duplicate"), (told.Text("amount"), told.Text("amount_withdrawn"), told.Text("reason")));
        Assert.Equal((payment.Text("id"), "ref-1"), (told.Text("payment_id"), told.Text("client_reference")));
        Assert.NotEqual("null", told.Text("evidence_due_by"));
        Assert.Equal("true", (await sandbox.ReadAsync(payment, Ct)).Text("disputed"));
        Assert.Equal(dispute.Json.Text("id"), (await sandbox.GetAsync($"/sandbox/api/disputes?payment_id={payment.Text("id")}", Ct)).Json.GetProperty("data")[0].Text("id"));
    }

    [Fact]
    public async Task A_dispute_that_is_answered_and_won_puts_the_money_back()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);
        var dispute = (await OpenAsync(sandbox, payment, new { })).Json;

        Assert.Equal("under_review", (await PostAsync(sandbox, dispute, "evidence", new { })).Json.Text("status"));
        Assert.Equal("won", (await PostAsync(sandbox, dispute, "decide", new { outcome = "won" })).Json.Text("status"));

        Assert.Equal("null", (await sandbox.Receiver.WaitAsync("dispute.updated", 1, Ct))[0].Data.Text("evidence_due_by"));
        Assert.Equal("0", (await sandbox.Receiver.WaitAsync("dispute.closed", 1, Ct))[0].Data.Text("amount_withdrawn"));
        Assert.Equal("false", (await sandbox.ReadAsync(payment, Ct)).Text("disputed"));
        Assert.Equal(201, (await RefundAsync(sandbox, payment, 1250)).Status);
    }

    [Fact]
    public async Task What_a_bank_has_taken_cannot_be_refunded()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);
        var dispute = (await OpenAsync(sandbox, payment, new { amount = 1000 })).Json;

        var refused = await RefundAsync(sandbox, payment, 251);
        Assert.Equal((409, "payment_disputed"), (refused.Status, refused.ErrorType));
        Assert.Equal(201, (await RefundAsync(sandbox, payment, 250)).Status);

        await PostAsync(sandbox, dispute, "decide", new { outcome = "lost" });
        Assert.Equal("payment_disputed", (await RefundAsync(sandbox, payment, 1)).ErrorType);
    }

    [Fact]
    public async Task An_inquiry_takes_nothing_until_it_is_escalated()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);
        var inquiry = (await OpenAsync(sandbox, payment, new { inquiry = true })).Json;

        Assert.Equal(("inquiry", "0"), (inquiry.Text("status"), inquiry.Text("amount_withdrawn")));
        Assert.Equal("false", (await sandbox.ReadAsync(payment, Ct)).Text("disputed"));

        var escalated = await PostAsync(sandbox, inquiry, "decide", new { outcome = "escalated" });
        Assert.Equal(("needs_response", "1250"), (escalated.Json.Text("status"), escalated.Json.Text("amount_withdrawn")));
        Assert.Equal(409, (await PostAsync(sandbox, inquiry, "decide", new { outcome = "closed" })).Status);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var open = await sandbox.OpenAsync(Ct);
        Assert.Equal("invalid_state", (await OpenAsync(sandbox, open, new { })).ErrorType);

        var payment = (await sandbox.SimulateAsync(open, new { card = "4242424242424242" }, Ct)).Json;
        Assert.Equal("dispute_exceeds_payment", (await OpenAsync(sandbox, payment, new { amount = 1251 })).ErrorType);
        Assert.Equal(400, (await OpenAsync(sandbox, payment, new { reason = "bad mood" })).Status);
        Assert.Equal(404, (await sandbox.PostAsync($"/sandbox/api/payments/{payment.Text("id")}/disputes", new { }, Ct, client: sandbox.Client(RunningSandbox.OtherKey))).Status);

        var dispute = (await OpenAsync(sandbox, payment, new { })).Json;
        Assert.Equal("already_disputed", (await OpenAsync(sandbox, payment, new { })).ErrorType);
        Assert.Equal(404, (await sandbox.GetAsync($"/sandbox/api/disputes/{dispute.Text("id")}", Ct, sandbox.Client(RunningSandbox.OtherKey))).Status);
        Assert.Equal(400, (await PostAsync(sandbox, dispute, "decide", new { outcome = "maybe" })).Status);
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_has_lost()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);

        await OpenAsync(sandbox, payment, new { evidence_seconds = 1 });

        Assert.Equal("lost", (await sandbox.Receiver.WaitAsync("dispute.closed", 1, Ct))[0].Data.Text("status"));
    }

    [Fact]
    public async Task A_person_can_play_the_bank_on_its_pages()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await PaidAsync(sandbox);

        var opened = await SubmitAsync(sandbox, "/sandbox/disputes", ("payment", payment.Text("id")), ("reason", "unrecognized"), ("kind", "dispute"));
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        var page = $"{opened.Headers.Location}";
        Assert.Contains("unrecognized", await sandbox.Browser.GetStringAsync(new Uri(page, UriKind.Relative), Ct), StringComparison.Ordinal);

        await SubmitAsync(sandbox, page, ("to", "answer"));
        await SubmitAsync(sandbox, page, ("to", "lose"));
        Assert.Equal("lost", (await sandbox.Receiver.WaitAsync("dispute.closed", 1, Ct))[0].Data.Text("status"));
        Assert.Equal(HttpStatusCode.Conflict, (await SubmitAsync(sandbox, page, ("to", "answer"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SubmitAsync(sandbox, "/sandbox/disputes", ("payment", "sbp_none"))).StatusCode);
    }

    private static async Task<JsonElement> PaidAsync(RunningSandbox sandbox) =>
        (await sandbox.SimulateAsync(await sandbox.OpenAsync(Ct), new { card = "4242424242424242" }, Ct)).Json;

    private static Task<Answer> OpenAsync(RunningSandbox sandbox, JsonElement payment, object body) =>
        sandbox.PostAsync($"/sandbox/api/payments/{payment.Text("id")}/disputes", body, Ct);

    private static Task<Answer> PostAsync(RunningSandbox sandbox, JsonElement dispute, string what, object body) =>
        sandbox.PostAsync($"/sandbox/api/disputes/{dispute.Text("id")}/{what}", body, Ct);

    private static Task<Answer> RefundAsync(RunningSandbox sandbox, JsonElement payment, long amount) => sandbox.PostAsync(
        $"/sandbox/api/payments/{payment.Text("id")}/refunds", new { client_reference = $"refund-{amount}", amount }, Ct, $"refund-{amount}");

    private static Task<HttpResponseMessage> SubmitAsync(RunningSandbox sandbox, string path, params (string Name, string Value)[] fields) =>
        sandbox.Browser.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Ct);
}
