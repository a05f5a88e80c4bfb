using PayPage.Domain.Webhooks;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>How an endpoint or a delivery stands, in a word and a colour.</summary>
internal static class WebhookBadge
{
    public static (string Word, string Look) Of(WebhookEndpoint endpoint) => endpoint switch
    {
        { Status: EndpointStatus.Paused } => ("Paused", "warn"),
        { Status: EndpointStatus.Disabled } => ("Turned off", "bad"),
        { FailingSince: not null } => ("Failing", "bad"),
        _ => ("On", "good"),
    };

    public static (string Word, string Look) Of(WebhookDelivery delivery) => delivery switch
    {
        { DeliveredAt: not null } => ("Delivered", "good"),
        { DeadAt: not null } => ("Given up", "bad"),
        { Attempts: 0 } => ("Waiting", ""),
        _ => ("Will be tried again", "warn"),
    };
}
