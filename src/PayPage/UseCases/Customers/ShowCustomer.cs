using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Customers;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Customers;

/// <summary>One customer with what is owed and all invoices, the newest first, a page at a time. Reads only.</summary>
internal sealed class ShowCustomer(PayPageDbContext db, TimeProvider clock)
{
    public const int PageLength = 25;

    /// <param name="after">The number of the last invoice that was shown, to go on behind it; null: from the newest.</param>
    /// <returns>Null where this merchant has no such customer.</returns>
    public async Task<View?> HandleAsync(CustomerId id, string? after, Caller caller, CancellationToken ct)
    {
        if (await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.MerchantId == caller.MerchantId, ct) is not { } customer)
        {
            return null;
        }

        var page = await InvoicesAsync(id, after, caller, ct);
        var shown = page.Take(PageLength).ToList();
        var balance = (await OpenBalance.OfAsync(db, [id], caller, ct)).GetValueOrDefault(id, OpenBalance.None);

        return new View(customer, balance, await RowsAsync(shown, caller, ct), page.Count > PageLength ? shown[^1].Number : null);
    }

    private async Task<List<Invoice>> InvoicesAsync(CustomerId id, string? after, Caller caller, CancellationToken ct)
    {
        var own = db.Invoices.AsNoTracking().Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode && i.CustomerId == id);
        var from = after is null ? null : await own.Where(i => i.Number == after).Select(i => new { i.CreatedAt, i.Number }).FirstOrDefaultAsync(ct);
#pragma warning disable CA1309 // the database compares them, letter by letter
        var rest = from is null
            ? own
            : own.Where(i => i.CreatedAt < from.CreatedAt || (i.CreatedAt == from.CreatedAt && string.Compare(i.Number, from.Number) < 0));
#pragma warning restore CA1309

        return await rest.OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Number).Take(PageLength + 1).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(List<Invoice> invoices, Caller caller, CancellationToken ct)
    {
        var ids = invoices.Select(i => i.Id).ToList();
        var pending = await db.Payments.Where(p => ids.Contains(p.InvoiceId) && p.Status == PaymentStatus.Processing).Select(p => p.InvoiceId).ToListAsync(ct);
        var viewed = await db.Links.Where(l => ids.Contains(l.InvoiceId) && l.OpenedAt != null).Select(l => l.InvoiceId).ToListAsync(ct);
        var zone = await db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => m.TimeZone).SingleAsync(ct);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

        return [.. invoices.Select(i => new Row(
            i.Number, i.StatusFor(pending.Contains(i.Id)), viewed.Contains(i.Id), i.IsOverdueOn(today), i.DueDate, new Money(i.Total, i.Currency), i.Due))];
    }

    /// <param name="Older">Where the next page of invoices begins; null where this is the last.</param>
    internal sealed record View(Customer Customer, OpenBalance Open, IReadOnlyList<Row> Invoices, string? Older);

    /// <param name="IsViewed">Whether a person opened one of its links.</param>
    internal sealed record Row(
        string Number, InvoiceStatus Status, bool IsViewed, bool IsOverdue, DateOnly DueDate, Money Total, Money Due)
    {
        public bool IsOpen => Due.Minor > 0 && Status is not (InvoiceStatus.Draft or InvoiceStatus.Canceled);
    }
}
