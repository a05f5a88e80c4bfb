using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What is committed at one moment, in the order of the ids.</summary>
internal sealed record Snapshot
{
    public static readonly Snapshot Empty = new();

    public IReadOnlyList<Invoice> Invoices { get; private init; } = [];

    public IReadOnlyList<PaymentLink> Links { get; private init; } = [];

    public IReadOnlyList<Payment> Payments { get; private init; } = [];

    public IReadOnlyList<Refund> Refunds { get; private init; } = [];

    public IReadOnlyList<Dispute> Disputes { get; private init; } = [];

    public IReadOnlyList<LedgerEntry> Ledger { get; private init; } = [];

    public static async Task<Snapshot> TakeAsync(PayPageDbContext db) => new()
    {
        Invoices = await db.Invoices.AsNoTracking().OrderBy(i => i.Id).ToListAsync(),
        Links = await db.Links.AsNoTracking().OrderBy(l => l.Id).ToListAsync(),
        Payments = await db.Payments.AsNoTracking().OrderBy(p => p.Id).ToListAsync(),
        Refunds = await db.Refunds.AsNoTracking().OrderBy(r => r.Id).ToListAsync(),
        Disputes = await db.Disputes.AsNoTracking().OrderBy(d => d.Id).ToListAsync(),
        Ledger = await db.Ledger.AsNoTracking().OrderBy(e => e.Id).ToListAsync(),
    };

    public Invoice InvoiceOf(Payment payment) => Invoices.Single(i => i.Id == payment.InvoiceId);
}
