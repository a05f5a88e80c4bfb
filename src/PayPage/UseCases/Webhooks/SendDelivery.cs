using System.Text;
using PayPage.Data;
using PayPage.Domain.Webhooks;

namespace PayPage.UseCases.Webhooks;

/// <summary>Tries once to tell an endpoint of an event, and writes down how it went. At least once: the id of the event makes twice harmless.</summary>
internal sealed partial class SendDelivery(
    ClaimDelivery claim, IWebhookSender sender, IWebhookVault vault, RecordAttempt record, WriteSeam write, TimeProvider clock, ILogger<SendDelivery> log)
{
    private const string Json = "application/json; charset=utf-8";

    /// <returns>Null when the lease was lost before anything left.</returns>
    public async Task<WebhookAnswer?> HandleAsync(ClaimDelivery.Lease lease, CancellationToken ct)
    {
        WebhookAnswer answer;
        var at = clock.GetUtcNow();

        try
        {
            if (!await claim.IsStillMineAsync(lease, ct))
            {
                return null;
            }

            answer = await sender.SendAsync(RequestFor(lease, at), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The site stops. It must not lie until the lease runs out; and it was no try of the endpoint's making.
            await write.RunAsync((unit, token) => RecordAttempt.GiveBackAsync(unit, lease, clock.GetUtcNow(), token), CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            LogThrew(e, lease.Delivery.Id);
            answer = new WebhookAnswer.None("Something went wrong on our side; the operator's log says what.", TimeSpan.Zero);
        }

        // Not ct: that it left is a fact, whoever stops us now.
        await write.RunAsync((unit, token) => record.HandleAsync(unit, lease, at, answer, token), CancellationToken.None);
        return answer;
    }

    private WebhookRequest RequestFor(ClaimDelivery.Lease lease, DateTimeOffset at)
    {
        var id = $"{lease.Delivery.EventId}";
        var secrets = vault.Unseal(lease.Endpoint.SealedSecrets).ValidAt(at);

        return new WebhookRequest(lease.Endpoint.Url, Encoding.UTF8.GetBytes(lease.Body), Json,
        [
            ("webhook-id", id),
            ("webhook-timestamp", WebhookSignature.Seconds(at)),
            ("webhook-signature", WebhookSignature.Of(secrets, id, at, lease.Body)),
        ]);
    }

    [LoggerMessage(2701, LogLevel.Warning, "{DeliveryId} could not be sent this time.")]
    private partial void LogThrew(Exception e, WebhookDeliveryId deliveryId);
}
