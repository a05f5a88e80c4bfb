using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Links;

/// <summary>Writes down which links were looked at, and by whom. It touches no link: looking opens nothing.</summary>
internal sealed class CountVisits(VisitQueue queue, WriteSeam write)
{
    /// <summary>How many links are counted at a time: few enough that a payer who waits for the writer's turn does not notice.</summary>
    internal const int Batch = 200;

    /// <returns>How many links were taken from the queue; addresses that lead nowhere are forgotten.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var tallies = queue.Take(Batch);

        if (tallies.Count == 0)
        {
            return 0;
        }

        try
        {
            await write.RunAsync((unit, token) => CountAsync(unit, tallies, token), ct);
        }
        catch
        {
            tallies.ForEach(tally => queue.PutBack(tally));
            throw;
        }

        return tallies.Count;
    }

    private static async Task CountAsync(Unit unit, List<VisitTally> tallies, CancellationToken ct)
    {
        foreach (var look in tallies)
        {
            var links = look.IsShort
                ? unit.Db.Links.Where(l => l.ShortCodeHash == look.AddressHash)
                : unit.Db.Links.Where(l => l.SecretHash == look.AddressHash);

            if (await links.Select(l => new { l.Id, l.MerchantId }).SingleOrDefaultAsync(ct) is not { } link
                || await AddAsync(unit, link.Id, look, ct) == 1)
            {
                continue;
            }

            unit.Db.Visits.Add(new LinkVisits
            {
                LinkId = link.Id,
                MerchantId = link.MerchantId,
                MachineFetches = look.Machines,
                LastMachineFetchAt = look.LastMachine,
                PageViews = look.Pages,
                LastPageViewAt = look.LastPage,
            });
            await unit.Db.SaveChangesAsync(ct);    // the same link may come again, by its other address
        }
    }

    /// <summary>Nodes write in any order: an earlier instant never replaces a later one.</summary>
    private static Task<int> AddAsync(Unit unit, LinkId id, VisitTally look, CancellationToken ct) => unit.Db.Visits.Where(v => v.LinkId == id).ExecuteUpdateAsync(
        set => set
            .SetProperty(v => v.MachineFetches, v => v.MachineFetches + look.Machines)
            .SetProperty(v => v.LastMachineFetchAt, v => look.LastMachine == null || v.LastMachineFetchAt > look.LastMachine ? v.LastMachineFetchAt : look.LastMachine)
            .SetProperty(v => v.PageViews, v => v.PageViews + look.Pages)
            .SetProperty(v => v.LastPageViewAt, v => look.LastPage == null || v.LastPageViewAt > look.LastPage ? v.LastPageViewAt : look.LastPage),
        ct);
}
