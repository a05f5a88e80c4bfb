using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PayPage.Sandbox.Webhooks;

/// <summary>Makes one try of one delivery that was leased to the caller, and writes down what came of it.</summary>
internal sealed partial class WebhookSender(
    IHttpClientFactory clients,
    Deliveries deliveries,
    IOptions<SandboxOptions> options,
    TimeProvider clock,
    ILogger<WebhookSender> logger)
{
    public const string ClientName = "PayPage.Sandbox.Webhooks";

    public async Task SendAsync(long id, CancellationToken ct)
    {
        var delivery = deliveries.Find(id);
        var status = await TryAsync(delivery, ct);

        // Written even while the program stops: what the receiver said is a fact.
        if (status is >= 200 and < 300)
        {
            await deliveries.EndAsync(delivery, CancellationToken.None);
        }
        else if (await deliveries.RetryAsync(delivery, CancellationToken.None))
        {
            LogRefused(delivery.EventId, status, delivery.Attempt);
        }
        else
        {
            LogGivenUp(delivery.EventId, delivery.Attempt);
        }
    }

    /// <returns>The status, or 0 when there was no answer in time.</returns>
    private async Task<int> TryAsync(Delivery delivery, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(options.Value.WebhookTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        using var request = Request(delivery);
        using var client = clients.CreateClient(ClientName);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return 0;
        }
    }

    private HttpRequestMessage Request(Delivery delivery)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");

        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url) { Content = content };
        request.Headers.Add("webhook-id", delivery.EventId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", SandboxWebhooks.Sign(delivery.Secret, delivery.EventId, timestamp, delivery.Body));
        return request;
    }

    [LoggerMessage(7000, LogLevel.Information, "The receiver of {EventId} answered {Status} at try {Attempt}; it will be tried again.")]
    private partial void LogRefused(string eventId, int status, int attempt);

    [LoggerMessage(7001, LogLevel.Warning, "{EventId} is given up after {Attempt} tries.")]
    private partial void LogGivenUp(string eventId, int attempt);
}
