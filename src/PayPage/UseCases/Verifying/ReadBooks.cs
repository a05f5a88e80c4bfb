using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Events;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Verifying;

/// <summary>Reads the books of invoices, a page at a time, whatever there is of them. Reads only, and stands in nobody's way.</summary>
internal sealed class ReadBooks(PayPageDbContext db)
{
    private const int PageLength = 100;

    private static readonly OutboxKind[] ToldKinds = [OutboxKind.ConfirmationMail, OutboxKind.ReceiptMail, OutboxKind.ReceiptText];
    private static readonly EventType[] MoneyEvents = [EventType.InvoicePaid, EventType.InvoicePartiallyPaid];

    /// <returns>Empty behind the last.</returns>
    public async Task<IReadOnlyList<InvoiceBooks>> PageAsync(InvoiceId? after, CancellationToken ct)
    {
        var all = db.Invoices.AsNoTracking();
        var ids = await (after is { } last ? all.Where(i => i.Id > last) : all).OrderBy(i => i.Id).Take(PageLength).Select(i => i.Id).ToListAsync(ct);
        return ids.Count == 0 ? [] : [.. (await OneMoment.ReadAsync(db, locks: false, token => ReadAsync(ids, token), ct)).OrderBy(b => ids.IndexOf(b.Invoice.Id))];
    }

    /// <summary>One invoice as it stands, and nobody writes to it meanwhile.</summary>
    public async Task<InvoiceBooks> OneAsync(InvoiceId id, CancellationToken ct) => (await OneMoment.ReadAsync(db, locks: true, token => ReadAsync([id], token), ct)).Single();

    /// <summary>The global sum of each posting account is nothing one invoice can tell: a row that lost its invoice would be missed.</summary>
    /// <returns>For each currency and mode what the whole ledger sums up to, and how many entries it has.</returns>
    public async Task<IReadOnlyList<(string Of, long Sum, int Count)>> LedgerAsync(CancellationToken ct) =>
    [
        .. (await db.Ledger.GroupBy(e => new { e.Mode, e.Amount.Currency }).Select(g => new { g.Key.Mode, g.Key.Currency, Sum = g.Sum(e => e.Amount.Minor), Count = g.Count() }).ToListAsync(ct))
            .OrderBy(g => g.Mode).ThenBy(g => g.Currency.Code, StringComparer.Ordinal)
            .Select(g => ($"{g.Mode} {g.Currency.Code}", g.Sum, g.Count)),
    ];

    private async Task<List<InvoiceBooks>> ReadAsync(List<InvoiceId> ids, CancellationToken ct)
    {
        var invoices = await db.Invoices.AsNoTracking().Where(i => ids.Contains(i.Id)).ToListAsync(ct);
        var payments = await db.Payments.AsNoTracking().Where(p => ids.Contains(p.InvoiceId)).ToListAsync(ct);
        var refunds = await db.Refunds.AsNoTracking().Join(db.Payments.Where(p => ids.Contains(p.InvoiceId)), r => r.PaymentId, p => p.Id, (r, _) => r).ToListAsync(ct);
        var disputes = await db.Disputes.AsNoTracking().Where(d => d.InvoiceId != null && ids.Contains(d.InvoiceId!.Value)).ToListAsync(ct);
        var ledger = await db.Ledger.AsNoTracking().Where(e => ids.Contains(e.InvoiceId)).ToListAsync(ct);
        var links = await db.Links.AsNoTracking().Where(l => ids.Contains(l.InvoiceId)).ToListAsync(ct);
        var history = await db.Audit.AsNoTracking().Where(e => ids.Contains(e.InvoiceId)).ToListAsync(ct);
        var receipts = await db.Receipts.Where(r => ids.Contains(r.InvoiceId)).Select(r => r.PaymentId).ToListAsync(ct);
        var mails = await db.Outbox
            .Where(m => m.InvoiceId != null && ids.Contains(m.InvoiceId!.Value) && m.PaymentId != null && ToldKinds.Contains(m.Kind))
            .Select(m => new { m.Key, m.Kind, m.PaymentId })
            .ToListAsync(ct);
        var told = await db.Events
            .Where(e => e.InvoiceId != null && ids.Contains(e.InvoiceId!.Value) && e.PaymentId != null && MoneyEvents.Contains(e.Type))
            .Select(e => e.PaymentId)
            .ToListAsync(ct);
        var of = payments.ToDictionary(p => p.Id, p => p.InvoiceId);

        return [.. invoices.Select(invoice => new InvoiceBooks(invoice)
        {
            Links = [.. links.Where(l => l.InvoiceId == invoice.Id)],
            Payments = [.. payments.Where(p => p.InvoiceId == invoice.Id)],
            Refunds = [.. refunds.Where(r => of[r.PaymentId] == invoice.Id)],
            Disputes = [.. disputes.Where(d => d.InvoiceId == invoice.Id)],
            Ledger = [.. ledger.Where(e => e.InvoiceId == invoice.Id)],
            History = [.. history.Where(e => e.InvoiceId == invoice.Id)],
            Receipts = [.. receipts.Where(id => of.GetValueOrDefault(id) == invoice.Id)],
            Mails = [.. mails.Select(m => new ToldMail(m.Key, m.Kind, m.PaymentId!.Value)).Where(m => of.GetValueOrDefault(m.Payment) == invoice.Id)],    // not null: asked for
            Told = [.. told.OfType<PaymentId>().Where(id => of.GetValueOrDefault(id) == invoice.Id)],
        })];
    }
}
