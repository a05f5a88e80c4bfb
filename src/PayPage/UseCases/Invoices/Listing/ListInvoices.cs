using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>One page of a merchant's invoices: those that a filter lets through, in one of five orders, from a place on. Reads only.</summary>
/// <remarks>
/// What it costs does not grow with the number of invoices, but for one case: a filter that few pass must look at all of them, in one index that
/// holds what it asks for (docs/benchmarks.md). So it first counts what passes, up to a bound. Where that is little, it is all there is to put
/// in order; where it is much, a walk along the order meets enough of it soon.
/// </remarks>
internal sealed class ListInvoices(PayPageDbContext db, FilterInvoices filterInvoices, FindCurrencies findCurrencies, TimeProvider clock)
{
    public const int PageLength = 25;

    /// <summary>Nobody reads further: what is more is not counted.</summary>
    public const int MostCounted = 1_000;

    private const int Few = 200;

    /// <param name="place">Null: the first page.</param>
    public async Task<InvoicePage> HandleAsync(InvoiceFilter filter, InvoiceOrder order, ListCursor? place, Caller caller, CancellationToken ct)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => m.TimeZone).SingleAsync(ct));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var currencies = await findCurrencies.HandleAsync(caller, ct);
        var passing = filterInvoices.Handle(filter, caller, currencies, today, zone);
        var counted = await passing.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Select(i => i.Id).Take(MostCounted + 1).ToListAsync(ct);

        // Found a moment ago as the caller's own. Bound to him once more, SQLite would walk along all of his instead of looking up these few.
        var listed = counted.Count <= Few ? db.Invoices.AsNoTracking().Where(i => counted.Contains(i.Id)) : passing;
        var walked = await WalkAsync(listed, order, place, currencies, ct);

        // A place behind the end is of another list; and who leafs back to the beginning gets a whole page, from wherever he came.
        if (place is not null && (walked.Count == 0 || (place.Back && walked.Count <= PageLength)))
        {
            place = null;
            walked = await WalkAsync(listed, order, null, currencies, ct);
        }

        var isMore = walked.Count > PageLength;
        List<InvoiceRow> rows = [.. walked.Take(PageLength)];

        if (place is { Back: true })
        {
            rows.Reverse();
        }

        return new InvoicePage(
            rows,
            counted.Count,
            place is null ? null : rows[0].Beside(order.Sort, back: true),
            place is { Back: true } || isMore ? rows[^1].Beside(order.Sort, back: false) : null,
            currencies,
            today);
    }

    /// <returns>In the direction of the walk; one more than a page has where there is more.</returns>
    private async Task<List<InvoiceRow>> WalkAsync(
        IQueryable<Invoice> listed, InvoiceOrder order, ListCursor? place, IReadOnlyList<Currency> currencies, CancellationToken ct)
    {
        var up = order.Descending == (place is { Back: true });
        var rows = new List<InvoiceRow>();

        foreach (var stretch in ListStretches.Of(listed, order.Sort, up, place, currencies))
        {
            rows.AddRange(await AsRows(stretch.Take(PageLength + 1 - rows.Count)).ToListAsync(ct));

            if (rows.Count > PageLength)
            {
                break;
            }
        }

        return rows;
    }

    private IQueryable<InvoiceRow> AsRows(IQueryable<Invoice> invoices) => invoices.Select(i => new InvoiceRow
    {
        Id = i.Id,
        Number = i.Number,
        BillTo = i.BillTo,
        SortName = i.SortName,
        Stage = i.Stage,
        Currency = i.Currency,
        TotalMinor = i.Total,
        PaidMinor = i.Paid,
        IsPending = i.Reserved > 0 && db.Payments.Any(p => p.InvoiceId == i.Id && p.Status == PaymentStatus.Processing),
        IsDisputed = db.Disputes.Any(d => d.InvoiceId == i.Id && DisputeTransitions.Open.Contains(d.State)),
        IsViewed = db.Links.Any(l => l.InvoiceId == i.Id && l.OpenedAt != null),
        DueDate = i.DueDate,
        CreatedAt = i.CreatedAt,
    });
}
