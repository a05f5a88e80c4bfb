using PayPage.Sandbox.TestCards;

namespace PayPage.Sandbox.Webhooks;

/// <summary>Something a receiver should hear of.</summary>
/// <param name="Type">For example <c>payment.succeeded</c>.</param>
/// <param name="Url">Where it goes: absolute, checked when the payment was made.</param>
internal sealed record Event(string Type, string Account, string Url, DateTimeOffset At)
{
    public WebhookFault Fault { get; init; }

    public TimeSpan Delay { get; init; }
}

/// <summary>The body of a webhook.</summary>
internal sealed record Envelope<T>(string Id, string Type, DateTime CreatedAt, T Data);
