using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Webhooks;

/// <summary>Writes down how one try went, and what follows from it: done, again later, given up; or that the endpoint itself is given up.</summary>
internal sealed partial class RecordAttempt(TellOfEndpoint tell, RandomBytes random, TimeProvider clock, ILogger<RecordAttempt> log)
{
    /// <summary>For so long every try must have failed before the merchant is told of it.</summary>
    internal static readonly TimeSpan WarnAfter = TimeSpan.FromDays(1);

    /// <summary>For so long every try must have failed before an endpoint is given up.</summary>
    internal static readonly TimeSpan DisableAfter = TimeSpan.FromDays(5);

    private const int Gone = 410;
    private const int TooMany = 429;
    private const int Unavailable = 503;

    /// <param name="at">When it left.</param>
    public async Task HandleAsync(Unit unit, ClaimDelivery.Lease lease, DateTimeOffset at, WebhookAnswer answer, CancellationToken ct)
    {
        var (status, error) = Read(answer);

        if (await MoveAsync(unit, lease, answer, status, error, ct) == 0)
        {
            return;    // the lease was lost: another try counts, or nobody wants it any more
        }

        unit.Db.Attempts.Add(new WebhookAttempt
        {
            DeliveryId = lease.Delivery.Id,
            No = lease.Delivery.Attempts + 1,
            At = at,
            Status = status,
            Milliseconds = (int)Math.Min(answer.Took.TotalMilliseconds, int.MaxValue),
            Error = error,
        });

        await (error is null ? PraiseAsync(unit, lease, ct) : BlameAsync(unit, lease, status, ct));
    }

    /// <summary>It was no try: it may be taken on again at once.</summary>
    public static Task GiveBackAsync(Unit unit, ClaimDelivery.Lease lease, DateTimeOffset now, CancellationToken ct) =>
        ClaimDelivery.Of(unit.Db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.LeasedUntil, (DateTimeOffset?)null).SetProperty(d => d.DueAt, now), ct);

    private async Task<int> MoveAsync(Unit unit, ClaimDelivery.Lease lease, WebhookAnswer answer, int? status, string? error, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var step = lease.Delivery.Step + 1;
        var asked = answer is WebhookAnswer.Answered { Status: TooMany or Unavailable } full ? full.RetryAfter : null;
        var pause = error is null || status == Gone ? null : RetrySchedule.After(step, random(1)[0] / 256.0, asked);

        DateTimeOffset? delivered = error is null ? now : null;
        DateTimeOffset? dead = error is not null && pause is null ? now : null;
        var due = pause is { } wait ? now + wait : lease.Delivery.DueAt;

        var rows = await ClaimDelivery.Of(unit.Db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.Attempts, d => d.Attempts + 1)
                .SetProperty(d => d.Step, step)
                .SetProperty(d => d.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(d => d.LastStatus, status)
                .SetProperty(d => d.LastError, error)
                .SetProperty(d => d.DeliveredAt, delivered)
                .SetProperty(d => d.DeadAt, dead)
                .SetProperty(d => d.DueAt, due),
            ct);

        if (rows == 1 && dead is not null)
        {
            LogDead(lease.Delivery.Id, lease.Endpoint.Id);
        }

        return rows;
    }

    private static Task<int> PraiseAsync(Unit unit, ClaimDelivery.Lease lease, CancellationToken ct) => unit.Db.Endpoints
        .Where(e => e.Id == lease.Endpoint.Id && e.FailingSince != null)
        .ExecuteUpdateAsync(set => set.SetProperty(e => e.FailingSince, (DateTimeOffset?)null).SetProperty(e => e.WarnedAt, (DateTimeOffset?)null), ct);

    private async Task BlameAsync(Unit unit, ClaimDelivery.Lease lease, int? status, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var self = unit.Db.Endpoints.Where(e => e.Id == lease.Endpoint.Id);
        await self.Where(e => e.FailingSince == null).ExecuteUpdateAsync(set => set.SetProperty(e => e.FailingSince, now), ct);
        var endpoint = await self.SingleAsync(ct);

        if (!endpoint.Keeps)
        {
            return;
        }

        if (status == Gone)
        {
            await DisableAsync(unit, endpoint, "It answered 410 Gone: it wants to be told no more.", now, ct);
        }
        else if (endpoint.FailingSince is { } since && now - since >= DisableAfter)
        {
            await DisableAsync(unit, endpoint, "Every try failed for five days.", now, ct);
        }
        else if (now - endpoint.FailingSince >= WarnAfter
            && await self.Where(e => e.WarnedAt == null).ExecuteUpdateAsync(set => set.SetProperty(e => e.WarnedAt, now), ct) == 1)
        {
            await tell.OfFailureAsync(unit, endpoint, now, ct);
        }
    }

    private async Task DisableAsync(Unit unit, WebhookEndpoint endpoint, string because, DateTimeOffset now, CancellationToken ct)
    {
        endpoint.Disable(because, now);
        LogDisabled(endpoint.Id, because);
        await SwitchEndpoint.DropWaitingAsync(unit, endpoint.Id, "The endpoint was turned off.", now, ct);
        await tell.OfEndAsync(unit, endpoint, now, ct);
    }

    /// <returns>The status where there was an answer; what was wrong, null where it arrived.</returns>
    private static (int? Status, string? Error) Read(WebhookAnswer answer) => answer switch
    {
        WebhookAnswer.Answered { IsSuccess: true } fine => (fine.Status, null),
        WebhookAnswer.Answered { Status: >= 300 and <= 399 } moved => (moved.Status, $"It answered {moved.Status}, a redirect. We follow none: write the final address."),
        WebhookAnswer.Answered other => (other.Status, $"It answered {other.Status}."),
        WebhookAnswer.None none => (null, none.Reason),
        _ => throw new UnreachableException(),
    };

    [LoggerMessage(2702, LogLevel.Warning, "{DeliveryId} to {EndpointId} was given up after the last try.")]
    private partial void LogDead(WebhookDeliveryId deliveryId, WebhookEndpointId endpointId);

    [LoggerMessage(2703, LogLevel.Warning, "{EndpointId} was turned off: {Reason}")]
    private partial void LogDisabled(WebhookEndpointId endpointId, string reason);
}
