using PayPage.Unit.Sandbox.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxCreateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_payment_is_open_and_shows_what_was_asked()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var payment = await sandbox.OpenAsync(Ct);

        Assert.StartsWith("sbp_", payment.Text("id"), StringComparison.Ordinal);
        Assert.Equal("open", payment.Text("status"));
        Assert.Equal("1250", payment.Text("amount"));
        Assert.Equal("EUR", payment.Text("currency"));
        Assert.StartsWith($"{sandbox.Origin}/sandbox/pay/", payment.Text("payer_url"), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(20), payment.GetProperty("expires_at").GetDateTimeOffset() - payment.GetProperty("created_at").GetDateTimeOffset());
        Assert.EndsWith("Z", payment.Text("created_at"), StringComparison.Ordinal);
        Assert.Equal("null", payment.Text("succeeded_at"));
    }

    [Fact]
    public async Task The_same_key_and_body_answer_the_same_again()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var first = await sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct);
        var second = await sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct);

        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotent-Replayed"));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_conflict()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct);
        var other = await sandbox.CreateAsync(sandbox.APayment("ref-1", amount: 1251), Ct);

        Assert.Equal((409, "idempotency_error"), (other.Status, other.ErrorType));
    }

    [Fact]
    public async Task Another_key_with_the_same_reference_is_a_conflict()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        await sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct);
        var other = await sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct, key: "another");

        Assert.Equal((409, "duplicate_reference"), (other.Status, other.ErrorType));
    }

    [Fact]
    public async Task Parallel_creates_with_one_key_make_one_payment()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct)));

        Assert.All(answers, a => Assert.Equal(201, a.Status));
        Assert.Single(answers.Select(a => a.Json.Text("id")).Distinct());
        Assert.Single(answers, a => !a.Headers.Contains("Idempotent-Replayed"));
        Assert.Single((await sandbox.GetAsync("/sandbox/api/payments", Ct)).Json.GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData("amount", 0)]
    [InlineData("amount", 12.5)]
    [InlineData("amount", "12")]
    [InlineData("currency", "EURO")]
    [InlineData("exponent", 5)]
    [InlineData("method", "cash")]
    [InlineData("bank", "elderbrook")]
    [InlineData("return_url", "/back")]
    [InlineData("return_url", "javascript:alert(1)")]
    [InlineData("webhook_url", "ftp://shop.example")]
    [InlineData("hold_seconds", 59)]
    [InlineData("client_reference", "")]
    public async Task A_wrong_member_is_named(string member, object value)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = sandbox.APayment("ref-1");
        payment[member] = value;

        var answer = await sandbox.CreateAsync(payment, Ct, key: "k");

        Assert.Equal((400, "invalid_request"), (answer.Status, answer.ErrorType));
        Assert.Equal(member, answer.Json.GetProperty("error").Text("field"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sk_sandbox_short")]
    [InlineData("sk_live_0123456789012345678901234567")]
    public async Task Without_a_well_formed_key_nobody_gets_in(string? key)
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct, client: sandbox.Client(key));

        Assert.Equal((401, "authentication_error"), (answer.Status, answer.ErrorType));
    }

    [Fact]
    public async Task A_create_without_an_idempotency_key_is_refused()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var answer = await sandbox.PostAsync("/sandbox/api/payments", sandbox.APayment("ref-1"), Ct);

        Assert.Equal((400, "Idempotency-Key"), (answer.Status, answer.Json.GetProperty("error").Text("field")));
    }

    [Fact]
    public async Task Another_accounts_payment_is_not_found()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);
        var stranger = sandbox.Client(RunningSandbox.OtherKey);
        var path = $"/sandbox/api/payments/{payment.Text("id")}";

        Assert.Equal(404, (await sandbox.GetAsync(path, Ct, stranger)).Status);
        Assert.Equal(404, (await sandbox.PostAsync($"{path}/simulate", new { card = "4242424242424242" }, Ct, client: stranger)).Status);
        Assert.Equal(404, (await sandbox.PostAsync($"{path}/settle", new { outcome = "succeeded" }, Ct, client: stranger)).Status);
        Assert.Equal(404, (await sandbox.PostAsync($"{path}/refunds", new { client_reference = "r", amount = 1 }, Ct, "r", stranger)).Status);
        Assert.Empty((await sandbox.GetAsync("/sandbox/api/payments?client_reference=ref-1", Ct, stranger)).Json.GetProperty("data").EnumerateArray());
        Assert.Equal("open", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
    }

    [Fact]
    public async Task Two_accounts_may_use_the_same_reference()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.OpenAsync(Ct);

        Assert.Equal(201, (await sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct, client: sandbox.Client(RunningSandbox.OtherKey))).Status);
    }

    [Fact]
    public async Task Payments_are_listed_oldest_first_a_page_at_a_time()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        for (var i = 1; i <= 5; i++)
        {
            await sandbox.OpenAsync(Ct, $"ref-{i}");
        }

        var first = (await sandbox.GetAsync("/sandbox/api/payments?limit=3&created_from=2020-01-01T00:00:00Z", Ct)).Json;
        var last = first.GetProperty("data")[2].Text("id");
        var second = (await sandbox.GetAsync($"/sandbox/api/payments?limit=3&after={last}", Ct)).Json;
        var none = (await sandbox.GetAsync("/sandbox/api/payments?created_to=2020-01-01T00:00:00Z", Ct)).Json;

        Assert.Equal(
            ["ref-1", "ref-2", "ref-3", "ref-4", "ref-5"],
            first.GetProperty("data").EnumerateArray().Concat(second.GetProperty("data").EnumerateArray()).Select(p => p.Text("client_reference")));
        Assert.Equal(("true", "false"), (first.Text("has_more"), second.Text("has_more")));
        Assert.Empty(none.GetProperty("data").EnumerateArray());
    }
}
