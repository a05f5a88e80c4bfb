namespace PayPage.Domain.Webhooks;

/// <summary>Names a place that a merchant wants told.</summary>
public readonly record struct WebhookEndpointId(Guid Value)
{
    private const string Prefix = "whe_";

    public static WebhookEndpointId New(IdSource ids) => new(ids.Next());

    /// <param name="text"><c>whe_</c> and 32 hexadecimal digits; nothing else.</param>
    public static bool TryParse(string? text, out WebhookEndpointId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new WebhookEndpointId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}

/// <summary>Names one event on its way to one endpoint.</summary>
public readonly record struct WebhookDeliveryId(Guid Value)
{
    private const string Prefix = "whd_";

    public static WebhookDeliveryId New(IdSource ids) => new(ids.Next());

    /// <param name="text"><c>whd_</c> and 32 hexadecimal digits; nothing else.</param>
    public static bool TryParse(string? text, out WebhookDeliveryId id)
    {
        var isOne = IdText.TryRead(text, Prefix, out var value);
        id = new WebhookDeliveryId(value);
        return isOne;
    }

    public override string ToString() => $"{Prefix}{Value:N}";
}
