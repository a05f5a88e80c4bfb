using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Events;

/// <summary>The events of one invoice in their own order, a page at a time: as <see cref="ReadFeed"/>, by the invoice's own count. Reads only.</summary>
internal sealed class ReadInvoiceEvents(PayPageDbContext db)
{
    /// <param name="after">The number of the invoice's last event that the reader has; null: from the oldest that is kept.</param>
    /// <param name="limit">1 to <see cref="ReadFeed.MostAtOnce"/>.</param>
    /// <returns>Null when this merchant has no such invoice in this mode.</returns>
    public async Task<ReadFeed.Outcome?> HandleAsync(string number, long? after, int limit, Caller caller, CancellationToken ct)
    {
        // The count first: what it counts is committed and can be read.
        if (await db.Invoices.Numbered(number, caller).Select(i => new { i.Id, i.EventCount }).SingleOrDefaultAsync(ct) is not { } invoice)
        {
            return null;
        }

        if (after > invoice.EventCount)
        {
            return new ReadFeed.Outcome.NotYet();
        }

        var from = after ?? 0;
        var page = await db.Events.AsNoTracking()
            .Where(e => e.InvoiceId == invoice.Id && e.InvoiceSequence > from)
            .OrderBy(e => e.InvoiceSequence)
            .Take(limit + 1)
            .Select(e => new { Number = e.InvoiceSequence, e.Body })
            .ToListAsync(ct);

        // Numbers have no gap: where the next one is missing, it was removed for its age.
        if (after is not null && (page.Count > 0 ? page[0].Number != from + 1 : from < invoice.EventCount))
        {
            return new ReadFeed.Outcome.TooOld();
        }

        var shown = page.Take(limit).ToList();
        return new ReadFeed.Outcome.Page([.. shown.Select(e => e.Body)], shown.Count > 0 ? shown[^1].Number ?? from : Math.Max(from, invoice.EventCount), page.Count > limit);
    }
}
