using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.Unit.Simulation.Checks;

/// <summary>What is committed at one moment, in the order of the ids. Never changes; what hangs together is sorted out once, for it is looked at after every step.</summary>
internal sealed class Snapshot
{
    public static readonly Snapshot Empty = new();

    private readonly Lazy<Dictionary<InvoiceId, Invoice>> _invoices;
    private readonly Lazy<Dictionary<PaymentId, Payment>> _payments;
    private readonly Lazy<ILookup<InvoiceId, Payment>> _ofInvoice;
    private readonly Lazy<ILookup<LinkId, Payment>> _ofLink;
    private readonly Lazy<ILookup<LinkId, PaymentLink>> _successors;
    private readonly Lazy<ILookup<PaymentId, Refund>> _refunds;
    private readonly Lazy<ILookup<InvoiceId, LedgerEntry>> _ledgerOfInvoice;
    private readonly Lazy<ILookup<PaymentId, LedgerEntry>> _ledgerOfPayment;
    private readonly Lazy<ILookup<string, LedgerEntry>> _postings;
    private readonly Lazy<ILookup<string, LedgerEntry>> _ledgerOfThing;

    private Snapshot()
    {
        _invoices = new(() => Invoices.ToDictionary(i => i.Id), LazyThreadSafetyMode.None);
        _payments = new(() => Payments.ToDictionary(p => p.Id), LazyThreadSafetyMode.None);
        _ofInvoice = new(() => Payments.ToLookup(p => p.InvoiceId), LazyThreadSafetyMode.None);
        _ofLink = new(() => Payments.Where(p => p.LinkId is not null).ToLookup(p => p.LinkId!.Value), LazyThreadSafetyMode.None);
        _successors = new(() => Links.Where(l => l.PredecessorId is not null).ToLookup(l => l.PredecessorId!.Value), LazyThreadSafetyMode.None);
        _refunds = new(() => Refunds.ToLookup(r => r.PaymentId), LazyThreadSafetyMode.None);
        _ledgerOfInvoice = new(() => Ledger.ToLookup(e => e.InvoiceId), LazyThreadSafetyMode.None);
        _ledgerOfPayment = new(() => Ledger.ToLookup(e => e.PaymentId), LazyThreadSafetyMode.None);
        _postings = new(() => Ledger.ToLookup(e => e.Posting, StringComparer.Ordinal), LazyThreadSafetyMode.None);
        _ledgerOfThing = new(() => Ledger.ToLookup(e => e.Posting.Split(':')[0], StringComparer.Ordinal), LazyThreadSafetyMode.None);
    }

    public IReadOnlyList<Invoice> Invoices { get; private init; } = [];

    public IReadOnlyList<PaymentLink> Links { get; private init; } = [];

    public IReadOnlyList<Payment> Payments { get; private init; } = [];

    public IReadOnlyList<Refund> Refunds { get; private init; } = [];

    public IReadOnlyList<Dispute> Disputes { get; private init; } = [];

    public IReadOnlyList<LedgerEntry> Ledger { get; private init; } = [];

    /// <summary>All entries, by the name of what was posted together.</summary>
    public ILookup<string, LedgerEntry> Postings => _postings.Value;

    /// <param name="written">Tables that may have changed; of all others what was read before is true still.</param>
    public static async Task<Snapshot> TakeAsync(PayPageDbContext db, Snapshot before, IReadOnlyCollection<string> written)
    {
        return new Snapshot
        {
            Invoices = await ReadAsync(db.Invoices.OrderBy(i => i.Id), before.Invoices, "Invoices"),
            Links = await ReadAsync(db.Links.OrderBy(l => l.Id), before.Links, "Links"),
            Payments = await ReadAsync(db.Payments.OrderBy(p => p.Id), before.Payments, "Payments"),
            Refunds = await ReadAsync(db.Refunds.OrderBy(r => r.Id), before.Refunds, "Refunds"),
            Disputes = await ReadAsync(db.Disputes.OrderBy(d => d.Id), before.Disputes, "Disputes"),
            Ledger = await ReadAsync(db.Ledger.OrderBy(e => e.Id), before.Ledger, "Ledger"),
        };

        async Task<IReadOnlyList<T>> ReadAsync<T>(IQueryable<T> rows, IReadOnlyList<T> known, string table)
            where T : class => written.Contains(table) ? await rows.AsNoTracking().ToListAsync() : known;
    }

    public Invoice InvoiceOf(Payment payment) => _invoices.Value[payment.InvoiceId];

    public Invoice InvoiceOf(PaymentLink link) => _invoices.Value[link.InvoiceId];

    /// <returns>Null when there is none.</returns>
    public Payment? Payment(PaymentId id) => _payments.Value.GetValueOrDefault(id);

    public IEnumerable<Payment> PaymentsOf(Invoice invoice) => _ofInvoice.Value[invoice.Id];

    public IEnumerable<Payment> PaymentsThrough(LinkId link) => _ofLink.Value[link];

    /// <summary>Links through which payments were begun, each with these.</summary>
    public ILookup<LinkId, Payment> PaymentsByLink => _ofLink.Value;

    public IEnumerable<PaymentLink> SuccessorsOf(PaymentLink link) => _successors.Value[link.Id];

    public IEnumerable<Refund> RefundsOf(Payment payment) => _refunds.Value[payment.Id];

    public IEnumerable<LedgerEntry> LedgerOf(Invoice invoice) => _ledgerOfInvoice.Value[invoice.Id];

    public IEnumerable<LedgerEntry> LedgerOf(Payment payment) => _ledgerOfPayment.Value[payment.Id];

    /// <summary>Entries posted for a refund or a dispute: what moved more than once has numbers behind its id.</summary>
    public IEnumerable<LedgerEntry> PostedFor(string id) => _ledgerOfThing.Value[id];
}
