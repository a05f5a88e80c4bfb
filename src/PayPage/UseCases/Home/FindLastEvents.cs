using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.UseCases.Team;

namespace PayPage.UseCases.Home;

/// <summary>What happened last, to any of a merchant's invoices. Reads only.</summary>
internal sealed class FindLastEvents(PayPageDbContext db, NameActors nameActors)
{
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<RecentEvent>> HandleAsync(int most, Caller caller, CancellationToken ct)
    {
        var events = await db.Audit.AsNoTracking()
            .Where(e => e.MerchantId == caller.MerchantId && e.Mode == caller.Mode)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Take(most)
            .Join(db.Invoices, e => e.InvoiceId, i => i.Id, (e, i) => new { Event = e, i.Number, i.Currency })
            .ToListAsync(ct);
        var names = await nameActors.HandleAsync(events.Select(e => e.Event.Actor), caller, ct);

        // What one commit wrote has one time: then it goes by the course of an invoice's life.
        return [.. events.OrderByDescending(e => e.Event.At).ThenByDescending(e => e.Event.Kind).Select(e => new RecentEvent(e.Event, e.Number, e.Currency, names[e.Event.Actor]))];
    }
}

internal sealed record RecentEvent(AuditEvent Event, string Number, Currency Currency, ActorName Who);
