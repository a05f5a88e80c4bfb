using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Events;
using PayPage.Domain.Inbox;
using PayPage.Domain.Outbox;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What came in and what went out, at the end of a run.</summary>
internal sealed record Post(IReadOnlyList<OutboxMessage> Outbox, IReadOnlyList<InboxEvent> Inbox, IReadOnlyList<MerchantEvent> Told)
{
    public bool IsAllDone => Outbox.All(m => m.SentAt is not null || m.DeadAt is not null);

    public static async Task<Post> TakeAsync(PayPageDbContext db) => new(
        await db.Outbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync(),
        await db.Inbox.AsNoTracking().OrderBy(e => e.EventId).ToListAsync(),
        await db.Events.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());
}
