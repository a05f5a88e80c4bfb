using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Events;
using PayPage.Domain.Inbox;
using PayPage.Domain.Outbox;
using PayPage.Domain.Receipts;
using PayPage.Domain.Webhooks;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What came in, what went out and what was written down beside the money, at the end of a run.</summary>
internal sealed record Post(
    IReadOnlyList<OutboxMessage> Outbox, IReadOnlyList<InboxEvent> Inbox, IReadOnlyList<MerchantEvent> Told, IReadOnlyList<WebhookDelivery> Deliveries,
    IReadOnlyList<WebhookEndpoint> Endpoints, IReadOnlyList<Receipt> Receipts, IReadOnlyList<AuditEvent> Audit)
{
    public static async Task<Post> TakeAsync(PayPageDbContext db) => new(
        await db.Outbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync(),
        await db.Inbox.AsNoTracking().OrderBy(e => e.EventId).ToListAsync(),
        await db.Events.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(),
        await db.Deliveries.AsNoTracking().OrderBy(d => d.Sequence).ToListAsync(),
        await db.Endpoints.AsNoTracking().OrderBy(e => e.Id).ToListAsync(),
        await db.Receipts.AsNoTracking().OrderBy(r => r.PaymentId).ToListAsync(),
        await db.Audit.FromSqlRaw("SELECT * FROM Audit ORDER BY rowid").AsNoTracking().ToListAsync());    // as they were written: clocks jump
}
