using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Outbox;
using PayPage.Domain.Processors;
using PayPage.UseCases.Outbox;

namespace PayPage.UseCases.Accounts;

/// <summary>Tells the merchant's people where their money goes from now on, and when a processor no longer knows their key.</summary>
internal sealed class TellOfAccount(IdSource ids)
{
    public Task OfUseAsync(Unit unit, ProcessorAccount account, DateTimeOffset now, CancellationToken ct) =>
        TellAsync(unit, account, OutboxKind.AccountInUseMail, now, ct);

    public Task OfRefusalAsync(Unit unit, ProcessorAccount account, DateTimeOffset now, CancellationToken ct) =>
        TellAsync(unit, account, OutboxKind.KeyRefusedMail, now, ct);

    /// <summary>One for each who is to be told (<see cref="TellMerchant"/>); each time anew, so the key holds the time.</summary>
    private async Task TellAsync(Unit unit, ProcessorAccount account, OutboxKind kind, DateTimeOffset now, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.AsNoTracking().SingleAsync(m => m.Id == account.MerchantId, ct);

        unit.Db.Outbox.AddRange(TellMerchant.Keys(TellMerchant.SubjectOf(kind, account.Id, now), merchant).Select(key => new OutboxMessage
        {
            Id = OutboxMessageId.New(ids),
            Key = key,
            Kind = kind,
            MerchantId = merchant.Id,
            InvoiceId = null,
            AccountId = account.Id,
            CreatedAt = now,
            DueAt = now,
        }));
    }
}
