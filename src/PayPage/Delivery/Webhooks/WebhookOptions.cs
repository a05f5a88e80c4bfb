namespace PayPage.Delivery.Webhooks;

/// <summary>Section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>
    /// Whether merchants' endpoints may be inside private networks, on any port, and without TLS: for trials on one machine, and for sites whose merchants
    /// are the operator himself. Default: in Development only.
    /// </summary>
    public bool? AllowPrivate { get; init; }
}
