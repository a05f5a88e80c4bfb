using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Webhooks;

/// <summary>Tells the merchant's people of an endpoint that only they can mend: the other channel, for this one is broken.</summary>
internal sealed class TellOfEndpoint(IdSource ids)
{
    public Task OfFailureAsync(Unit unit, WebhookEndpoint endpoint, DateTimeOffset now, CancellationToken ct) =>
        TellAsync(unit, endpoint, OutboxKind.WebhookFailingMail, now, ct);

    public Task OfEndAsync(Unit unit, WebhookEndpoint endpoint, DateTimeOffset now, CancellationToken ct) =>
        TellAsync(unit, endpoint, OutboxKind.WebhookDisabledMail, now, ct);

    /// <summary>One for each who is to be told (<see cref="TellMerchant"/>); each time anew, so the key holds the time.</summary>
    private async Task TellAsync(Unit unit, WebhookEndpoint endpoint, OutboxKind kind, DateTimeOffset now, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == endpoint.MerchantId, ct);

        unit.Db.Outbox.AddRange(TellMerchant.Keys(TellMerchant.SubjectOf(kind, endpoint.Id, now), merchant).Select(key => new OutboxMessage
        {
            Id = OutboxMessageId.New(ids),
            Key = key,
            Kind = kind,
            MerchantId = merchant.Id,
            InvoiceId = null,
            EndpointId = endpoint.Id,
            CreatedAt = now,
            DueAt = now,
        }));
    }
}
