using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Events;
using PayPage.Domain.Outbox;
using PayPage.Domain.Team;
using PayPage.UseCases.Events;

namespace PayPage.UseCases.Batches;

/// <summary>Promises the account administrators a mail at each step of a file, in the unit of work that takes the step.</summary>
internal sealed class TellOfBatch(Announce announce, IdSource ids, TimeProvider clock)
{
    private const int MostAdministrators = 20;

    public Task OfReceiptAsync(Unit unit, Batch batch, CancellationToken ct) => PromiseAsync(unit, batch, OutboxKind.BatchReceivedMail, "received", ct);

    /// <summary>It turned out that it cannot be read. For systems that is a validation by which nothing is good.</summary>
    public Task OfRefusalAsync(Unit unit, Batch batch, CancellationToken ct)
    {
        Announce(unit, batch, EventType.BatchValidated);
        return PromiseAsync(unit, batch, OutboxKind.BatchValidatedMail, "refused", ct);
    }

    public Task OfValidationAsync(Unit unit, Batch batch, CancellationToken ct)
    {
        Announce(unit, batch, EventType.BatchValidated);
        return PromiseAsync(unit, batch, OutboxKind.BatchValidatedMail, "validated", ct);
    }

    public Task OfProcessingAsync(Unit unit, Batch batch, CancellationToken ct)
    {
        Announce(unit, batch, EventType.BatchProcessed);
        return PromiseAsync(unit, batch, OutboxKind.BatchProcessedMail, "processed", ct);
    }

    private void Announce(Unit unit, Batch batch, EventType type) => announce.OfBatch(
        unit, batch.MerchantId, batch.Mode, batch.Id, type,
        new BatchCounts(batch.Reference, batch.Rows, batch.GoodRows + batch.CreatedRows + batch.RejectedRows, batch.BadRows, batch.CreatedInvoices, batch.RejectedRows));

    private async Task PromiseAsync(Unit unit, Batch batch, OutboxKind kind, string step, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var administrators = await unit.Db.Memberships.AsNoTracking()
            .Where(m => m.MerchantId == batch.MerchantId && m.Role == Role.Admin)
            .OrderBy(m => m.CreatedAt)
            .Select(m => m.UserId)
            .Take(MostAdministrators)
            .ToListAsync(ct);

        foreach (var user in administrators)
        {
            // A file that is read in another way is validated again: each time is told, and no time twice.
            var key = $"batch-{step}:{batch.Id}:{user}:{batch.Version}";
            unit.Db.Outbox.Add(new OutboxMessage
            {
                Id = OutboxMessageId.New(ids),
                Key = key,
                Kind = kind,
                MerchantId = batch.MerchantId,
                InvoiceId = null,
                UserId = user,
                BatchId = batch.Id,
                CreatedAt = now,
                DueAt = now,
            });
        }
    }
}
