using PayPage.Domain.Events;
using PayPage.Domain.Merchants;

namespace PayPage.Domain.Webhooks;

/// <summary>One event on its way to one endpoint; written with the event, so nothing is lost with the process. What becomes of it is written by conditional updates.</summary>
public sealed class WebhookDelivery
{
    public const int ErrorLength = 200;

    public required WebhookDeliveryId Id { get; init; }

    public required WebhookEndpointId EndpointId { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required MerchantEventId EventId { get; init; }

    /// <summary>The event's, so that an endpoint's log is a walk along an index.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before this; moved on after each failure.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Tries in all, those before a replay too.</summary>
    public int Attempts { get; init; }

    /// <summary>Tries since it was made or replayed: the place in <see cref="RetrySchedule"/>.</summary>
    public int Step { get; init; }

    /// <summary>Raised at each claim. Whoever holds an older number has lost it.</summary>
    public long LeaseNo { get; init; }

    /// <summary>Null while nobody has it in hand.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>Null until the endpoint answered 2xx.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Null unless we gave up: it waits for a person to replay it.</summary>
    public DateTimeOffset? DeadAt { get; init; }

    /// <summary>The last answer; null where there was none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why it is not delivered, in our words; null where nothing is wrong.</summary>
    public string? LastError { get; init; }

    public bool IsWaiting => DeliveredAt is null && DeadAt is null;
}

/// <summary>One try, as it went.</summary>
public sealed class WebhookAttempt
{
    public required WebhookDeliveryId DeliveryId { get; init; }

    /// <summary>From 1.</summary>
    public required int No { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>HTTP's; null where no answer came. Nothing else of the answer is kept.</summary>
    public int? Status { get; init; }

    /// <summary>How long it took, milliseconds.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>What went wrong, in our words; null where nothing did.</summary>
    public string? Error { get; init; }
}
