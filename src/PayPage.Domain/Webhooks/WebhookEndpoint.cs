using PayPage.Domain.Events;
using PayPage.Domain.Merchants;

namespace PayPage.Domain.Webhooks;

/// <summary>A place of the merchant's that is told of events.</summary>
public sealed class WebhookEndpoint
{
    public const int UrlLength = 500;
    public const int DescriptionLength = 100;
    public const int TypesLength = 600;
    public const int ReasonLength = 200;

    /// <summary>For each merchant and mode.</summary>
    public const int Most = 10;

    public required WebhookEndpointId Id { get; init; }

    public required MerchantId MerchantId { get; init; }

    public required Mode Mode { get; init; }

    public required Uri Url { get; set; }

    /// <summary>A colleague's own words; null: none.</summary>
    public string? Description { get; set; }

    /// <summary>The names of the events it wants, with commas between them; null: all, those of later versions too.</summary>
    public string? Types { get; private set; }

    /// <summary><see cref="WebhookSecrets"/>, sealed.</summary>
    public required byte[] SealedSecrets { get; set; }

    public EndpointStatus Status { get; private set; } = EndpointStatus.Active;

    /// <summary>Why we gave it up; null while we have not.</summary>
    public string? DisabledBecause { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Since when every try failed; null: the last one did not, or there was none. Written by conditional UPDATE.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>When the merchant was told that it fails; null: not since it last worked. Written by conditional UPDATE.</summary>
    public DateTimeOffset? WarnedAt { get; private set; }

    /// <summary>When something was last taken on for it: whoever was served longest ago is next. Written by conditional UPDATE.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; private set; }

    /// <summary>Whether what happens now is kept for it.</summary>
    public bool Keeps => Status is EndpointStatus.Active or EndpointStatus.Paused;

    /// <summary>What it wants; null: all.</summary>
    public IReadOnlyList<EventType>? Chosen => Types is null ? null : [.. EventTypes.ToChoose.Where(Wants)];

    public bool Wants(EventType type) => Types is null || Types.Split(',').Contains(type.Name());

    /// <param name="types">At least one; null: all.</param>
    public void Choose(IReadOnlyCollection<EventType>? types) =>
        Types = types is null ? null : string.Join(',', EventTypes.ToChoose.Where(types.Contains).Select(type => type.Name()));

    public void Pause() => Move(EndpointStatus.Paused);

    /// <summary>It gets another chance: what it failed at before counts for nothing.</summary>
    public void Resume()
    {
        Move(EndpointStatus.Active);
        (DisabledBecause, DisabledAt, FailingSince, WarnedAt) = (null, null, null, null);
    }

    public void Disable(string because, DateTimeOffset at)
    {
        Move(EndpointStatus.Disabled);
        (DisabledBecause, DisabledAt) = (because, at);
    }

    /// <summary>The secret goes at once.</summary>
    public void Remove()
    {
        Move(EndpointStatus.Removed);
        SealedSecrets = [];
    }

    private void Move(EndpointStatus to) => Status = EndpointTransitions.Table.Move(Status, to);
}
