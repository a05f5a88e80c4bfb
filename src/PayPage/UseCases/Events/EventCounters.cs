using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Events;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Events;

/// <summary>The row at which all units meet that announce for one merchant and mode. Who raised it holds it until the commit.</summary>
internal static class EventCounters
{
    /// <param name="by">0: only to hold it, for what two may not do at once.</param>
    /// <returns>The number of the newest event, with those of now.</returns>
    public static async Task<long> RaiseAsync(Unit unit, MerchantId merchant, Mode mode, int by, CancellationToken ct)
    {
        var counter = unit.Db.EventCounters.Where(c => c.MerchantId == merchant && c.Mode == mode);

        if (await counter.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + by), ct) == 0)
        {
            // The first of all. Two at once write the same key: the second runs again, and finds it.
            unit.Db.EventCounters.Add(new EventCounter { MerchantId = merchant, Mode = mode, Last = by });
            await unit.Db.SaveChangesAsync(ct);
            return by;
        }

        return await counter.Select(c => c.Last).SingleAsync(ct);
    }
}
