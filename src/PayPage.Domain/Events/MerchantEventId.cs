namespace PayPage.Domain.Events;

/// <summary>Names one event to the merchant's systems: the same in the feed, at each endpoint and at each try.</summary>
public readonly record struct MerchantEventId(Guid Value)
{
    public static MerchantEventId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"evn_{Value:N}";
}
