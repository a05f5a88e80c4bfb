using System.Text.Json;
using PayPage.Unit.Sandbox.Support;

namespace PayPage.Unit.Sandbox;

/// <summary>An account's statement: every payment that succeeded and every refund, once, oldest first.</summary>
public sealed class SandboxMovementTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_goes_on_over_pages_and_has_each_movement_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        for (var i = 0; i < 5; i++)
        {
            var payment = await sandbox.OpenAsync(Ct, $"ref-{i}");
            await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);
            await sandbox.PostAsync($"/sandbox/api/payments/{payment.Text("id")}/refunds", new { client_reference = $"back-{i}", amount = 100 }, Ct, $"back-{i}");
        }

        await sandbox.OpenAsync(Ct, "open");    // no money came of it

        var all = new List<JsonElement>();
        JsonElement page;

        do
        {
            page = (await sandbox.GetAsync($"/sandbox/api/movements?limit=3{(all.Count == 0 ? "" : $"&after={all[^1].Text("id")}")}", Ct)).Json;
            all.AddRange(page.GetProperty("data").EnumerateArray());
        }
        while (page.GetProperty("has_more").GetBoolean());

        Assert.Equal(10, all.Select(m => m.Text("id")).Distinct().Count());
        Assert.Equal(5, all.Count(m => m.Text("kind") == "payment" && m.Text("status") == "succeeded" && m.GetProperty("card").Text("last4") == "4242"));
        Assert.Equal(5, all.Count(m => m.Text("kind") == "refund" && m.Text("payment_id").StartsWith("sbp_", StringComparison.Ordinal) && m.GetProperty("amount").GetInt64() == 100));
        Assert.Equal(all.Select(m => m.GetProperty("at").GetDateTimeOffset()).Order(), all.Select(m => m.GetProperty("at").GetDateTimeOffset()));
    }

    [Fact]
    public async Task A_statement_has_what_lies_in_its_window_and_nobody_elses()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);
        await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);
        var at = (await sandbox.ReadAsync(payment, Ct)).GetProperty("succeeded_at").GetDateTimeOffset();

        Assert.Equal(1, await CountAsync($"from={at.UtcDateTime:O}"));
        Assert.Equal(0, await CountAsync($"to={at.UtcDateTime:O}"));    // exclusive
        Assert.Equal(0, await CountAsync($"from={at.UtcDateTime.AddMilliseconds(1):O}"));
        Assert.Equal(0, await CountAsync("", sandbox.Client(RunningSandbox.OtherKey)));

        async Task<int> CountAsync(string window, HttpClient? client = null) =>
            (await sandbox.GetAsync($"/sandbox/api/movements?{window}", Ct, client)).Json.GetProperty("data").GetArrayLength();
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("from=yesterday")]
    [InlineData("after=sbp_none")]
    public async Task A_wrong_question_is_refused(string query)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        Assert.Equal(400, (await sandbox.GetAsync($"/sandbox/api/movements?{query}", Ct)).Status);
    }
}
