namespace PayPage.Domain.Merchants;

/// <summary>Names an API key in logs and in signed calls. The key itself is never kept.</summary>
public readonly record struct ApiKeyId(Guid Value)
{
    private const string Prefix = "key_";

    /// <summary>As signed calls name it, <c>keyid</c> and <c>kid</c>: a uuid.</summary>
    public string Uuid => Value.ToString("D");

    public static ApiKeyId New(IdSource ids) => new(ids.Next());

    public static bool TryParse(string? text, out ApiKeyId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new ApiKeyId(value);
        return isOne;
    }

    /// <param name="text">A uuid with hyphens, in any case.</param>
    public static bool TryParseUuid(string? text, out ApiKeyId id)
    {
        var isOne = Guid.TryParseExact(text, "D", out var value);
        id = new ApiKeyId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
