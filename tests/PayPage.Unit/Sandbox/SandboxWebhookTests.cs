using System.Security.Cryptography;
using System.Text;
using PayPage.Sandbox;
using PayPage.Unit.Sandbox.Support;
using PayPage.Unit.Support;

namespace PayPage.Unit.Sandbox;

public sealed class SandboxWebhookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_signed_with_the_accounts_secret()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var payment = await sandbox.OpenAsync(Ct);

        await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);

        var told = (await sandbox.Receiver.WaitAsync("payment.succeeded", 1, Ct))[0];
        var key = Convert.FromBase64String(SandboxWebhooks.SecretFor(RunningSandbox.Key)["whsec_".Length..]);
        var signed = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{told.Id}.{told.Timestamp}.{told.Body}"));
        Assert.Equal(32, key.Length);
        Assert.Equal($"v1,{Convert.ToBase64String(signed)}", told.Signature);
        Assert.StartsWith("evt_", told.Id, StringComparison.Ordinal);
        Assert.Equal(told.Id, told.Json.Text("id"));
        Assert.Equal(payment.Text("id"), told.Data.Text("id"));
        Assert.InRange(
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(told.Timestamp, null)),
            DateTimeOffset.UtcNow.AddMinutes(-1),
            DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    public async Task A_receiver_that_did_not_take_it_is_told_again_with_the_same_id(int status)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        sandbox.Receiver.Answer(status, status);
        var payment = await sandbox.OpenAsync(Ct);

        await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);

        var told = await sandbox.Receiver.WaitAsync("payment.succeeded", 3, Ct);
        await Task.Delay(150, Ct);
        Assert.Single(told.Select(t => t.Id).Distinct());
        Assert.Equal(3, sandbox.Receiver.All.Count);
    }

    [Fact]
    public async Task An_undelivered_webhook_survives_a_restart()
    {
        await using var sandbox = await RunningSandbox.StartAsync(o => o.WebhookRetries = [TimeSpan.FromMilliseconds(300)]);
        sandbox.Receiver.Answer(500);
        var payment = await sandbox.OpenAsync(Ct);
        await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);
        await sandbox.Receiver.WaitAsync("payment.succeeded", 1, Ct);

        await sandbox.RestartAsync();

        await sandbox.Receiver.WaitAsync("payment.succeeded", 2, Ct);
    }

    [Fact]
    public async Task A_webhook_cut_off_by_a_stop_is_sent_again_at_once()
    {
        await using var sandbox = await RunningSandbox.StartAsync(o => o.WebhookRetries = [TimeSpan.FromHours(1)]);
        sandbox.Receiver.Answer(0);
        var payment = await sandbox.OpenAsync(Ct);
        await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);
        await sandbox.Receiver.WaitAsync("payment.succeeded", 1, Ct);

        await sandbox.RestartAsync();

        await sandbox.Receiver.WaitAsync("payment.succeeded", 2, Ct);
    }

    [Fact]
    public async Task A_receiver_that_never_answers_is_told_again()
    {
        await using var sandbox = await RunningSandbox.StartAsync(o => o.WebhookTimeout = TimeSpan.FromMilliseconds(100));
        sandbox.Receiver.Answer(0);
        var payment = await sandbox.OpenAsync(Ct);

        await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);

        await sandbox.Receiver.WaitAsync("payment.succeeded", 2, Ct);
    }

    [Fact]
    public async Task A_webhook_is_given_up_after_three_days()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await RunningSandbox.StartAsync(o => o.WebhookRetries = [TimeSpan.FromDays(3)], clock);
        sandbox.Receiver.Answer(500, 500);
        var payment = await sandbox.OpenAsync(Ct);
        await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);
        await LoggedAsync(sandbox, 7000);

        clock.Advance(TimeSpan.FromDays(3));
        await LoggedAsync(sandbox, 7001);
        clock.Advance(TimeSpan.FromDays(30));
        await Task.Delay(150, Ct);

        Assert.Equal(2, sandbox.Receiver.OfType("payment.succeeded").Count);
    }

    [Fact]
    public async Task The_waits_between_tries_grow_as_promised()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await RunningSandbox.StartAsync(o => o.WebhookRetries = new SandboxOptions().WebhookRetries, clock);
        sandbox.Receiver.Answer(500, 500, 500);
        var payment = await sandbox.OpenAsync(Ct);
        await sandbox.SimulateAsync(payment, new { card = "4242424242424242" }, Ct);

        int[] seconds = [1, 5, 30];
        for (var tries = 1; tries <= seconds.Length; tries++)
        {
            await LoggedAsync(sandbox, 7000, tries);
            clock.Advance(TimeSpan.FromSeconds(seconds[tries - 1] - 0.1));
            await Task.Delay(120, Ct);
            Assert.Equal(tries, sandbox.Receiver.All.Count);
            clock.Advance(TimeSpan.FromSeconds(0.1));
            await sandbox.Receiver.WaitAsync("payment.succeeded", tries + 1, Ct);
        }
    }

    private static async Task LoggedAsync(RunningSandbox sandbox, int id, int count = 1)
    {
        for (var i = 0; i < 300 && sandbox.Log.Lines.Count(l => l.Id == id) < count; i++)
        {
            await Task.Delay(10, Ct);
        }

        Assert.True(sandbox.Log.Lines.Count(l => l.Id == id) >= count, $"{id} was not logged.");
    }
}
