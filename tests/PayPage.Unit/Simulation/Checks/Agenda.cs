using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What the site still has to do, and when.</summary>
internal sealed record Agenda(IReadOnlyList<DateTimeOffset> Messages, IReadOnlyList<DateTimeOffset> Deliveries, IReadOnlyList<DateTimeOffset> Questions, bool AllHeard)
{
    /// <summary>Null: nothing, ever.</summary>
    public DateTimeOffset? Next => Messages.Concat(Deliveries).Concat(Questions).Order().Cast<DateTimeOffset?>().FirstOrDefault();

    public bool IsEmpty => Next is null && AllHeard;

    public static async Task<Agenda> TakeAsync(PayPageDbContext db, World world)
    {
        var heard = await db.Inbox.Select(e => e.EventId).ToListAsync();

        return new Agenda(
            [.. (await db.Outbox.Where(m => m.SentAt == null && m.DeadAt == null).Select(m => new { m.DueAt, m.LeasedUntil }).ToListAsync()).Select(m => Later(m.DueAt, m.LeasedUntil))],
            [.. (await db.Deliveries.Where(d => d.DeliveredAt == null && d.DeadAt == null).Select(d => new { d.DueAt, d.LeasedUntil }).ToListAsync()).Select(d => Later(d.DueAt, d.LeasedUntil))],
            [.. (await db.Payments.Where(p => PaymentTransitions.Open.Contains(p.Status)).Select(p => p.NextCheckAt).ToListAsync()).OfType<DateTimeOffset>()],
            !world.Processor.Lists || world.Processor.Unheard.All(e => heard.Contains(e.Id)));
    }

    private static DateTimeOffset Later(DateTimeOffset due, DateTimeOffset? leased) => leased > due ? leased.Value : due;
}
