using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>So many invoices from the so-manieth on, the newest first: the dialect's way to leaf. Reads only.</summary>
/// <remarks>
/// People get places instead (<see cref="ListInvoices"/>): with an offset the database counts off what is passed over, and what comes in between shifts
/// all that follows. It counts along one index, so it costs some milliseconds for 100,000 (decision 40).
/// </remarks>
internal sealed class PageInvoices(PayPageDbContext db, FilterInvoices filterInvoices)
{
    public const int Most = 1_000;

    /// <param name="status">Null: all.</param>
    /// <param name="offset">How many are passed over; 0 or more.</param>
    /// <param name="limit">1 to <see cref="Most"/>.</param>
    public async Task<Page> HandleAsync(InvoiceStatus? status, int offset, int limit, Caller caller, CancellationToken ct)
    {
        var filter = new InvoiceFilter { Statuses = status is { } one ? [one] : [] };
        var passing = filterInvoices.Handle(filter, caller, [], DateOnly.MinValue, TimeZoneInfo.Utc);    // of days and sums nothing is asked
        var total = await passing.CountAsync(ct);

        if (offset >= total)
        {
            return new Page([], total);
        }

        var ids = await Ids(passing, offset, limit).ToListAsync(ct);

        // Found a moment ago as the caller's own. Bound to him once more, SQLite would walk along all of his instead of looking up these few.
        var found = await db.Invoices.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new ListedInvoice
        {
            Id = i.Id,
            Number = i.Number,
            BillTo = i.BillTo,
            Stage = i.Stage,
            Currency = i.Currency,
            Total = i.Total,
            Paid = i.Paid,
            Reserved = i.Reserved,
            IsPending = i.Reserved > 0 && db.Payments.Any(p => p.InvoiceId == i.Id && p.Status == PaymentStatus.Processing),
            DueDate = i.DueDate,
            ExpirationDate = i.ExpirationDate,
            CreatedAt = i.CreatedAt,
        }).ToDictionaryAsync(i => i.Id, ct);

        return new Page([.. ids.Where(found.ContainsKey).Select(id => found[id])], total);
    }

    /// <summary>First the ids alone: what is passed over is counted off in the index, and no invoice of it is fetched.</summary>
    internal static IQueryable<InvoiceId> Ids(IQueryable<Invoice> passing, int offset, int limit) =>
        passing.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Select(i => i.Id).Skip(offset).Take(limit);

    /// <param name="Total">How many there are of that status, whatever the page shows.</param>
    internal sealed record Page(IReadOnlyList<ListedInvoice> Invoices, int Total);
}
