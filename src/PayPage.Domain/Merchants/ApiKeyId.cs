namespace PayPage.Domain.Merchants;

/// <summary>Names an API key in logs. The key itself is never kept.</summary>
public readonly record struct ApiKeyId(Guid Value)
{
    public static ApiKeyId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"key_{Value:N}";
}
