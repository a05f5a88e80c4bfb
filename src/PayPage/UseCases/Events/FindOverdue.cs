using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;

namespace PayPage.UseCases.Events;

/// <summary>Looks at each invoice once after its due date has passed at the merchant's place, and tells of those that are not paid. Pages know it without.</summary>
internal sealed class FindOverdue(PayPageDbContext db, WriteSeam write, Announce announce, TimeProvider clock)
{
    private const int Batch = 100;

    /// <returns>How many were looked at.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        // No place is later than UTC+14: who is not due there is due nowhere.
        var latest = DateOnly.FromDateTime(now.UtcDateTime.AddHours(14));

        if (!await Unjudged(db, latest).AnyAsync(ct))
        {
            return 0;
        }

        var judged = 0;

        foreach (var zone in await db.Merchants.Select(m => m.TimeZone).Distinct().ToListAsync(ct))
        {
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
            var ids = await Unjudged(db, today).Where(i => db.Merchants.Any(m => m.Id == i.MerchantId && m.TimeZone == zone))
                .OrderBy(i => i.DueDate).Take(Batch).Select(i => i.Id).ToListAsync(ct);

            if (ids.Count > 0)
            {
                await write.RunAsync((unit, token) => JudgeAsync(unit, ids, today, now, token), ct);
                judged += ids.Count;
            }
        }

        return judged;
    }

    private async Task JudgeAsync(Unit unit, IReadOnlyList<InvoiceId> ids, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var id in ids)
        {
            // The version too: whoever changes the date at this moment has not seen that it was looked at, and must look again.
            var won = await Unjudged(unit.Db, today).Where(i => i.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.DueJudgedAt, now).SetProperty(i => i.Version, i => i.Version + 1), ct);

            if (won == 1 && await unit.Db.Invoices.Where(i => i.Id == id && i.Stage != InvoiceStage.Canceled && i.Total > i.Paid)
                .Select(i => new { i.MerchantId, i.Mode }).SingleOrDefaultAsync(ct) is { } late)
            {
                announce.OfOverdue(unit, late.MerchantId, late.Mode, id);
            }
        }
    }

    /// <summary>Not drafts: they are looked at once they are published.</summary>
    private static IQueryable<Invoice> Unjudged(PayPageDbContext from, DateOnly today) =>
        from.Invoices.Where(i => i.DueJudgedAt == null && i.DueDate < today && i.Stage != InvoiceStage.Draft);
}
