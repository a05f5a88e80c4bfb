using PayPage.Unit.Sandbox.Support;
using PayPage.Unit.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxCancelTests
{
    private const string Success = "4242 4242 4242 4242";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_canceled_payment_cannot_be_paid()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        var canceled = await sandbox.CancelAsync("ref-1", Ct);
        using var paid = await sandbox.PayAsync(payment, Success, Ct);
        var simulated = await sandbox.SimulateAsync(payment, new { card = Success }, Ct);

        Assert.Equal((200, "canceled"), (canceled.Status, canceled.Json.Text("status")));
        Assert.Equal(303, (int)paid.StatusCode);
        Assert.Equal((409, "invalid_state"), (simulated.Status, simulated.ErrorType));
        Assert.Equal("canceled", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
        await sandbox.Receiver.WaitAsync("payment.canceled", 1, Ct);
    }

    [Fact]
    public async Task Canceling_again_answers_the_same_and_tells_nobody_twice()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.OpenAsync(Ct);

        var first = await sandbox.CancelAsync("ref-1", Ct);
        var second = await sandbox.CancelAsync("ref-1", Ct);
        await sandbox.Receiver.WaitAsync("payment.canceled", 1, Ct);
        await Task.Delay(100, Ct);

        Assert.Equal(first.Body, second.Body);
        Assert.Single(sandbox.Receiver.All);
    }

    [Fact]
    public async Task A_payment_canceled_before_it_came_never_opens()
    {
        await using var sandbox = await RunningSandbox.StartAsync();

        var tombstone = await sandbox.CancelAsync("ref-1", Ct);
        var create = await sandbox.CreateAsync(sandbox.APayment("ref-1"), Ct);
        var byKey = await sandbox.CreateAsync(sandbox.APayment("ref-2"), Ct, key: "ref-1");

        Assert.Equal((200, "canceled", "0"), (tombstone.Status, tombstone.Json.Text("status"), tombstone.Json.Text("amount")));
        Assert.Equal((409, "payment_canceled"), (create.Status, create.ErrorType));
        Assert.Equal((409, "payment_canceled"), (byKey.Status, byKey.ErrorType));
        Assert.Equal(tombstone.Body, (await sandbox.CancelAsync("ref-1", Ct)).Body);
    }

    [Fact]
    public async Task A_payment_that_went_elsewhere_answers_a_cancel_as_it_is()
    {
        await using var sandbox = await RunningSandbox.StartAsync(o => o.BankSettleTime = TimeSpan.FromHours(1));
        var paid = await sandbox.OpenAsync(Ct, "paid");
        var declined = await sandbox.OpenAsync(Ct, "declined");
        var pending = await sandbox.OpenAsync(Ct, "pending", method: "bank");
        await sandbox.SimulateAsync(paid, new { card = Success }, Ct);
        await sandbox.SimulateAsync(declined, new { card = "4000000000000002" }, Ct);
        await sandbox.SimulateAsync(pending, new { bank = "pending_success" }, Ct);

        Assert.Equal("succeeded", (await sandbox.CancelAsync("paid", Ct)).Json.Text("status"));
        Assert.Equal("failed", (await sandbox.CancelAsync("declined", Ct)).Json.Text("status"));
        Assert.Equal("processing", (await sandbox.CancelAsync("pending", Ct)).Json.Text("status"));
    }

    [Fact]
    public async Task Of_paying_and_canceling_at_once_exactly_one_wins()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => RaceAsync(sandbox, $"ref-{i}")));

        Assert.All(outcomes, o => Assert.True(o.Paid != o.Canceled, "Both or neither won."));
        await sandbox.Receiver.WaitAsync("payment.succeeded", outcomes.Count(o => o.Paid), Ct);
        await sandbox.Receiver.WaitAsync("payment.canceled", outcomes.Count(o => o.Canceled), Ct);
        Assert.Equal(20, sandbox.Receiver.All.Count);
    }

    [Fact]
    public async Task Of_creating_and_canceling_at_once_the_payment_ends_canceled()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        for (var i = 0; i < 10; i++)
        {
            var reference = $"ref-{i}";
            var create = sandbox.CreateAsync(sandbox.APayment(reference), Ct);
            var cancel = sandbox.CancelAsync(reference, Ct);
            await Task.WhenAll(create, cancel);

            Assert.Equal("canceled", (await cancel).Json.Text("status"));
            Assert.True((await create).Status is 201 or 409);
            var found = await sandbox.GetAsync($"/sandbox/api/payments?client_reference={reference}", Ct);
            Assert.Equal("canceled", found.Json.GetProperty("data")[0].Text("status"));
        }
    }

    [Fact]
    public async Task An_overdue_payment_cannot_be_paid_even_before_the_sweep()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await RunningSandbox.StartAsync(o => o.PollInterval = TimeSpan.FromHours(1), clock);
        var payment = await sandbox.OpenAsync(Ct);

        clock.Advance(TimeSpan.FromMinutes(20));
        using var paid = await sandbox.PayAsync(payment, Success, Ct);

        Assert.Equal(303, (int)paid.StatusCode);
        Assert.Equal("expired", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
        Assert.Equal("expired", (await sandbox.CancelAsync("ref-1", Ct)).Json.Text("status"));
        Assert.Single(await sandbox.Receiver.WaitAsync("payment.expired", 1, Ct));
    }

    [Fact]
    public async Task The_sweep_writes_what_expired_and_tells_it_once()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await RunningSandbox.StartAsync(clock: clock);
        await sandbox.OpenAsync(Ct);

        clock.Advance(TimeSpan.FromMinutes(20));

        var told = await sandbox.Receiver.WaitAsync("payment.expired", 1, Ct);
        Assert.Equal("expired", Assert.Single(told).Data.Text("status"));
    }

    [Fact]
    public async Task A_payment_may_ask_for_its_own_hold_time()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await RunningSandbox.StartAsync(clock: clock);
        var request = sandbox.APayment("ref-1");
        request["hold_seconds"] = 60;
        var payment = (await sandbox.CreateAsync(request, Ct)).Json;

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("open", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("expired", (await sandbox.ReadAsync(payment, Ct)).Text("status"));
    }

    private static async Task<(bool Paid, bool Canceled)> RaceAsync(RunningSandbox sandbox, string reference)
    {
        var payment = await sandbox.OpenAsync(Ct, reference);
        var pay = sandbox.SimulateAsync(payment, new { card = Success }, Ct);
        var cancel = sandbox.CancelAsync(reference, Ct);
        await Task.WhenAll(pay, cancel);

        Assert.Equal((await sandbox.ReadAsync(payment, Ct)).Text("status"), (await cancel).Json.Text("status"));
        return ((await pay).Status == 200, (await cancel).Json.Text("status") == "canceled");
    }
}
