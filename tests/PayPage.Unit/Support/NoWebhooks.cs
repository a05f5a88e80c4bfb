using PayPage.Domain.Webhooks;

namespace PayPage.Unit.Support;

/// <summary>For tests in which no merchant has an endpoint.</summary>
internal sealed class NoWebhooks : IWebhookSender
{
    public string? Objection(Uri address) => null;

    public Task<bool> LeadsInsideAsync(Uri address, CancellationToken ct) => Task.FromResult(false);

    public Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken ct) => throw new NotSupportedException();
}
