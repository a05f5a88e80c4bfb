using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Keys;

/// <summary>An API key that was proven at the door: for whom it speaks and what it may do.</summary>
internal sealed record KnownKey(ApiKeyId Id, Caller Caller, ApiScopes Scopes)
{
    public static KnownKey Of(ApiKey key) => new(key.Id, new Caller(key.MerchantId, key.Mode, $"{key.Id}"), key.Scopes);
}
