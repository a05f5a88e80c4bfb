using Microsoft.EntityFrameworkCore;
using PayPage.Data;

namespace PayPage.UseCases.Events;

/// <summary>A merchant's events in the order in which they were committed, a page at a time. Reads only.</summary>
internal sealed class ReadFeed(PayPageDbContext db)
{
    public const int MostAtOnce = 100;

    /// <param name="after">The number of the last event that the reader has; null: from the oldest that is kept.</param>
    /// <param name="limit">1 to <see cref="MostAtOnce"/>.</param>
    public async Task<Outcome> HandleAsync(long? after, int limit, Caller caller, CancellationToken ct)
    {
        // The counter first: what it counts is committed and can be read.
        var counter = await db.EventCounters.AsNoTracking().SingleOrDefaultAsync(c => c.MerchantId == caller.MerchantId && c.Mode == caller.Mode, ct);
        var (last, removed) = (counter?.Last ?? 0, counter?.Removed ?? 0);
        var from = after ?? removed;

        if (from > last)
        {
            return new Outcome.NotYet();
        }

        if (from < removed)
        {
            return new Outcome.TooOld();
        }

        var page = await db.Events.AsNoTracking()
            .Where(e => e.MerchantId == caller.MerchantId && e.Mode == caller.Mode && e.Sequence > from)
            .OrderBy(e => e.Sequence)
            .Take(limit + 1)
            .Select(e => new { e.Sequence, e.Body })
            .ToListAsync(ct);

        // Numbers have no gap: where the next one is missing, it was removed for its age since the counter was read.
        if (after is not null && (page.Count > 0 ? page[0].Sequence != from + 1 : from < last))
        {
            return new Outcome.TooOld();
        }

        var shown = page.Take(limit).ToList();

        return new Outcome.Page([.. shown.Select(e => e.Body)], shown.Count > 0 ? shown[^1].Sequence : from, page.Count > limit);
    }

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Bodies">The oldest first.</param>
        /// <param name="Next">Where the next page begins, now or when something is new.</param>
        /// <param name="HasMore">Whether there is more at this moment.</param>
        internal sealed record Page(IReadOnlyList<string> Bodies, long Next, bool HasMore) : Outcome;

        /// <summary>Events after this one were removed for their age: the reader has missed some.</summary>
        internal sealed record TooOld : Outcome;

        /// <summary>There is no such event (yet).</summary>
        internal sealed record NotYet : Outcome;
    }
}
