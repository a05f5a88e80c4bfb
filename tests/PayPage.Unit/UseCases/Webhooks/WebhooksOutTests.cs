using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Events;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;
using PayPage.UseCases.Webhooks;

namespace PayPage.Unit.UseCases.Webhooks;

/// <summary>The cases WO of the project's reliability notes, over real HTTP.</summary>
public sealed class WebhooksOutTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WO_01_a_payment_is_told_once_signed_by_standard_webhooks()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (_, secret) = await world.EndpointAsync(receiver.Url, null, EventType.InvoicePaid);
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(5000), 5000);
        await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1");
        await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1");

        await world.TellAsync();

        var told = Assert.Single(receiver.All);
        Assert.Equal(("POST /hook", "application/json; charset=utf-8", "invoice.paid"), (told.Line, told.ContentType, told.Type));
        Assert.Equal(told.Id, told.Json.GetProperty("id").GetString());
        Assert.Equal($"{world.Clock.GetUtcNow().ToUnixTimeSeconds()}", told.Timestamp);
        Assert.Equal(Signed(secret, told), told.Signature);
    }

    [Fact]
    public async Task WO_02_failures_are_tried_again_by_the_schedule_with_the_same_id_and_a_new_time_and_signature()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, secret) = await world.EndpointAsync(receiver.Url);
        receiver.AnswerWith(500);
        await world.InvoiceAsync(5000);

        for (var i = 1; i <= 3; i++)
        {
            Assert.Equal(1, await world.TellAsync());
            Assert.Equal(0, await world.TellAsync());
            world.Clock.Advance(RetrySchedule.Pauses[i] * (1 + RetrySchedule.Jitter));
        }

        receiver.AnswerWith(204);
        Assert.Equal(1, await world.TellAsync());

        Assert.Equal(4, receiver.All.Count);
        Assert.Single(receiver.All.Select(told => told.Id).Distinct());
        Assert.Equal(4, receiver.All.Select(told => told.Timestamp).Distinct().Count());
        Assert.All(receiver.All, told => Assert.Equal(Signed(secret, told), told.Signature));
        var delivery = Assert.Single(await world.DeliveriesAsync(id));
        Assert.Equal((4, 204, true), (delivery.Attempts, delivery.LastStatus, delivery.DeliveredAt is not null));
        Assert.Equal([500, 500, 500, 204], await world.ReadAsync(db => db.Attempts.OrderBy(a => a.No).Select(a => a.Status ?? 0).ToListAsync(Ct)));
        Assert.Null((await world.EndpointAsync(id)).FailingSince);
    }

    [Fact]
    public async Task WO_04_gone_turns_the_endpoint_off_and_the_merchant_is_mailed()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        receiver.AnswerWith(410);
        await world.InvoiceAsync(5000);
        await world.InvoiceAsync(6000);

        Assert.Equal(1, await world.TellAsync());    // the second is not even tried
        await world.InvoiceAsync(7000);              // and of this nothing is kept
        await world.DrainAsync();

        var endpoint = await world.EndpointAsync(id);
        Assert.Equal(EndpointStatus.Disabled, endpoint.Status);
        Assert.Equal(2, (await world.DeliveriesAsync(id)).Count(d => d.DeadAt is not null));
        var mail = Assert.Single(world.Mail.Sent);
        Assert.Equal(("accounts@northgate.example", "Your webhook endpoint was turned off"), (mail.To, mail.Subject));
        Assert.Contains($"/merchant/{world.Caller.MerchantId}/settings/webhooks/{id}", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, "7200", 7200)]
    [InlineData(503, "7200", 7200)]
    [InlineData(503, "999999999", 86_400)]
    [InlineData(500, "7200", 5)]
    public async Task WO_05_whoever_asks_for_patience_gets_it_within_reason(int status, string retryAfter, int seconds)
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        receiver.Answer = call =>
        {
            call.Response.StatusCode = status;
            call.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        };
        await world.InvoiceAsync(5000);
        await world.TellAsync();

        var pause = Assert.Single(await world.DeliveriesAsync(id)).DueAt - world.Clock.GetUtcNow();
        Assert.InRange(pause.TotalSeconds, seconds, Math.Max(seconds, 6));
    }

    [Fact]
    public async Task WO_10_a_crash_between_the_answer_and_the_mark_sends_the_same_again()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        await world.InvoiceAsync(5000);

        // It answered 200, and then the process was no more: all that is left of the try is its lease.
        var lease = (await world.ClaimAsync())!;
        await world.Get<IWebhookSender>().SendAsync(new WebhookRequest(receiver.Url, Encoding.UTF8.GetBytes(lease.Body), "application/json", [("webhook-id", $"{lease.Delivery.EventId}")]), Ct);
        Assert.Equal(0, await world.TellAsync());
        world.Clock.Advance(ClaimDelivery.LeaseTime);
        Assert.Equal(1, await world.TellAsync());

        Assert.Equal(2, receiver.All.Count);
        Assert.Single(receiver.All.Select(told => (told.Id, told.Body)).Distinct());
        Assert.NotNull(Assert.Single(await world.DeliveriesAsync(id)).DeliveredAt);

        // And the dead one's word, should it come after all, counts for nothing.
        Assert.Null(await world.SendAsync(lease));
        Assert.Equal(2, receiver.All.Count);
    }

    [Fact]
    public async Task WO_11_for_a_day_after_a_change_of_secrets_both_sign()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, old) = await world.EndpointAsync(receiver.Url);
        var changed = await world.UseAsync<SwitchEndpoint, string?>(turn => turn.RotateAsync(id, 1, world.Caller, Ct));
        Assert.Null(await world.UseAsync<SwitchEndpoint, string?>(turn => turn.RotateAsync(id, 1, world.Caller, Ct)));    // the same press, sent twice

        await world.InvoiceAsync(5000);
        await world.TellAsync();
        world.Clock.Advance(WebhookSecrets.Overlap);
        await world.InvoiceAsync(6000);
        await world.TellAsync();

        Assert.Equal($"{Signed(changed!, receiver.All[0])} {Signed(old, receiver.All[0])}", receiver.All[0].Signature);
        Assert.Equal(Signed(changed!, receiver.All[1]), receiver.All[1].Signature);
    }

    [Fact]
    public async Task WO_14_after_the_last_try_it_lies_dead_in_sight_and_can_be_replayed_alone_or_with_others()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        receiver.AnswerWith(500);
        await world.InvoiceAsync(5000);
        await world.InvoiceAsync(6000);
        var begin = world.Clock.GetUtcNow();

        for (var i = 1; i <= RetrySchedule.Pauses.Count; i++)
        {
            Assert.Equal(1, await world.TellAsync());    // whoever fails is not hurried
            world.Clock.Advance(ClaimDelivery.RestAfterFailure);
            Assert.Equal(1, await world.TellAsync());
            world.Clock.Advance(i < RetrySchedule.Pauses.Count ? RetrySchedule.Pauses[i] * (1 + RetrySchedule.Jitter) : TimeSpan.FromDays(2));
        }

        Assert.Equal(0, await world.TellAsync());
        var dead = await world.DeliveriesAsync(id);
        Assert.All(dead, d => Assert.True(d is { Attempts: 10, DeadAt: not null, LastError: "It answered 500." }));
        await world.DrainAsync();
        Assert.Equal("Your webhook endpoint cannot be reached", Assert.Single(world.Mail.Sent).Subject);    // once, after a day of it

        receiver.AnswerWith(200);
        var before = receiver.All.Count;
        Assert.Equal(ReplayDeliveries.Outcome.Queued, await world.UseAsync<ReplayDeliveries, ReplayDeliveries.Outcome>(replay => replay.OneAsync(id, dead[0].Id, world.Caller, Ct)));
        Assert.Equal(1, await world.TellAsync());
        Assert.Equal(0, await world.UseAsync<ReplayDeliveries, int?>(replay => replay.FailedAsync(id, begin.AddDays(1), world.Caller, Ct)));
        Assert.Equal(1, await world.UseAsync<ReplayDeliveries, int?>(replay => replay.FailedAsync(id, begin, world.Caller, Ct)));
        Assert.Equal(1, await world.TellAsync());

        Assert.Equal(dead.Select(d => $"{d.EventId}"), receiver.All.Skip(before).Select(told => told.Id));
        Assert.All(await world.DeliveriesAsync(id), d => Assert.True(d is { Attempts: 11, DeliveredAt: not null, DeadAt: null }));
    }

    [Fact]
    public async Task An_endpoint_that_failed_for_five_days_is_turned_off_and_gets_another_chance_when_somebody_turns_it_on()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        var (id, _) = await world.EndpointAsync(receiver.Url);
        receiver.AnswerWith(500);
        await world.InvoiceAsync(5000);
        await world.TellAsync();
        world.Clock.Advance(RecordAttempt.DisableAfter);
        await world.TellAsync();
        await world.DrainAsync();

        Assert.Equal((EndpointStatus.Disabled, "Every try failed for five days."), ((await world.EndpointAsync(id)).Status, (await world.EndpointAsync(id)).DisabledBecause));
        Assert.Equal("Your webhook endpoint was turned off", Assert.Single(world.Mail.Sent).Subject);

        receiver.AnswerWith(200);
        Assert.True(await world.UseAsync<SwitchEndpoint, bool>(turn => turn.ResumeAsync(id, world.Caller, Ct)));
        Assert.Equal(1, await world.UseAsync<ReplayDeliveries, int?>(replay => replay.FailedAsync(id, world.Clock.GetUtcNow().AddDays(-30), world.Caller, Ct)));
        Assert.Equal(1, await world.TellAsync());
    }

    [Fact]
    public async Task A_warning_that_waited_is_not_sent_once_the_endpoint_works_again()
    {
        await using var world = await World.CreateAsync();
        await using var receiver = await HookReceiver.StartAsync();
        await world.EndpointAsync(receiver.Url);
        receiver.AnswerWith(500);
        await world.InvoiceAsync(5000);
        await world.TellAsync();
        world.Clock.Advance(RecordAttempt.WarnAfter);
        await world.TellAsync();
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.WebhookFailingMail, Ct)));

        receiver.AnswerWith(200);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.TellAsync();
        await world.DrainAsync();

        Assert.Empty(world.Mail.Sent);
    }

    private static string Signed(string secret, HookReceiver.Told told) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{told.Id}.{told.Timestamp}.{told.Body}")))}";
}
