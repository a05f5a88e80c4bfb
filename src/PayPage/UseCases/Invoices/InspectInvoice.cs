using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.UseCases.Links;
using PayPage.UseCases.Team;

namespace PayPage.UseCases.Invoices;

/// <summary>All that colleagues may know of one invoice. Reads only, and no link's address: that is a key (<see cref="RevealLink"/>).</summary>
internal sealed class InspectInvoice(PayPageDbContext db, NameActors nameActors, IOptions<PaymentLinkOptions> options, TimeProvider clock)
{
    /// <returns>Null when this merchant has no such invoice in this mode.</returns>
    public async Task<View?> HandleAsync(string number, Caller caller, CancellationToken ct)
    {
        if (await db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct) is not { } invoice)
        {
            return null;
        }

        var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Id == caller.MerchantId, ct);
        var payments = await db.Payments.AsNoTracking().Where(p => p.InvoiceId == invoice.Id).OrderByDescending(p => p.PreparedAt).ToListAsync(ct);
        var history = await db.Audit.AsNoTracking().Where(e => e.InvoiceId == invoice.Id).ToListAsync(ct);
        var notes = await db.InvoiceNotes.AsNoTracking().Where(n => n.InvoiceId == invoice.Id).OrderByDescending(n => n.At).ToListAsync(ct);
        var links = await LinksAsync(invoice, payments, ct);
        var ids = payments.ConvertAll(p => p.Id);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), merchant.Zone).DateTime);

        return new View
        {
            Invoice = invoice,
            Status = invoice.StatusFor(payments.Exists(p => p.Status == PaymentStatus.Processing)),
            IsViewed = links.Any(l => l.Link.OpenedAt is not null),
            IsOverdue = invoice.IsOverdueOn(today),
            Links = links,
            Payments = payments,
            Disputes = await db.Disputes.AsNoTracking().Where(d => d.InvoiceId == invoice.Id).OrderByDescending(d => d.OpenedAt).ToListAsync(ct),
            Refunds = await db.Refunds.AsNoTracking().Where(r => ids.Contains(r.PaymentId)).OrderByDescending(r => r.RequestedAt).ThenByDescending(r => r.Id).ToListAsync(ct),
            OwedBack = await OwedBackAsync(invoice, ct),
            History = [.. history.OrderBy(e => e.At).ThenBy(e => e.Kind)],
            Notes = notes,
            Waiting = await db.Outbox.CountAsync(m => m.InvoiceId == invoice.Id && m.SentAt == null && m.DeadAt == null && m.Kind != OutboxKind.RefundRequest, ct),
            Bounced = await BouncedAsync(invoice, ct),
            Actors = await nameActors.HandleAsync([.. history.Select(e => e.Actor), .. notes.Select(n => n.Actor)], caller, ct),
            Now = clock.GetUtcNow(),
        };
    }

    private async Task<IReadOnlyList<LinkRow>> LinksAsync(Invoice invoice, List<Payment> payments, CancellationToken ct)
    {
        var links = await db.Links.AsNoTracking().Where(l => l.InvoiceId == invoice.Id).OrderByDescending(l => l.CreatedAt).ToListAsync(ct);
        var ids = links.ConvertAll(l => l.Id);
        var visits = await db.Visits.AsNoTracking().Where(v => ids.Contains(v.LinkId)).ToDictionaryAsync(v => v.LinkId, ct);
        var window = options.Value.OpenWindow;

        return [.. links.Select(link => new LinkRow(
            link, visits.GetValueOrDefault(link.Id), link.WorksUntil(window), link.CanBePaidAt(clock.GetUtcNow(), window),
            links.TrueForAll(other => other.PredecessorId != link.Id), payments.Exists(p => p.LinkId == link.Id && p.IsOpen),
            link.IsHeldAt(clock.GetUtcNow()) && link.CanBePaidAt(clock.GetUtcNow(), window)))];
    }

    /// <summary>Money that the invoice had no room for, by payment, less what of it is on its way back.</summary>
    private async Task<IReadOnlyDictionary<PaymentId, long>> OwedBackAsync(Invoice invoice, CancellationToken ct)
    {
        var owed = await db.Ledger.Where(e => e.InvoiceId == invoice.Id && e.Account == LedgerAccount.OverpaymentOwed)
            .GroupBy(e => e.PaymentId).Select(g => new { g.Key, Owed = -g.Sum(e => e.Amount.Minor) }).ToListAsync(ct);
        var goesBack = await db.Refunds
            .Where(r => (r.Status == RefundStatus.Requested || r.Status == RefundStatus.Pending) && db.Payments.Any(p => p.Id == r.PaymentId && p.InvoiceId == invoice.Id))
            .ToListAsync(ct);

        return owed.ToDictionary(o => o.Key, o => o.Owed - goesBack.Where(r => r.PaymentId == o.Key).Sum(r => r.OfOverpayment));
    }

    /// <returns>Why the newest invoice mail or text came back; null when it did not.</returns>
    private async Task<OutboxMessage?> BouncedAsync(Invoice invoice, CancellationToken ct)
    {
        var newest = await db.Outbox.AsNoTracking()
            .Where(m => m.InvoiceId == invoice.Id && (m.Kind == OutboxKind.InvoiceMail || m.Kind == OutboxKind.InvoiceText))
            .OrderByDescending(m => m.CreatedAt)
            .FirstOrDefaultAsync(ct);

        return newest is { DeadAt: not null } && await db.Outbox.AnyAsync(m => m.AboutId == newest.Id && m.Kind == OutboxKind.BounceMail, ct) ? newest : null;
    }

    internal sealed record View
    {
        public required Invoice Invoice { get; init; }

        public required InvoiceStatus Status { get; init; }

        /// <summary>A person opened one of its links.</summary>
        public required bool IsViewed { get; init; }

        public required bool IsOverdue { get; init; }

        /// <summary>The newest first.</summary>
        public required IReadOnlyList<LinkRow> Links { get; init; }

        /// <summary>The newest first.</summary>
        public required IReadOnlyList<Payment> Payments { get; init; }

        /// <summary>Of its payments, the newest first.</summary>
        public required IReadOnlyList<Dispute> Disputes { get; init; }
        /// <summary>The newest first.</summary>
        public required IReadOnlyList<Refund> Refunds { get; init; }

        /// <summary>What each payment brought that the invoice had no room for and that is neither given back nor on its way; minor units.</summary>
        public required IReadOnlyDictionary<PaymentId, long> OwedBack { get; init; }

        /// <summary>The oldest first.</summary>
        public required IReadOnlyList<AuditEvent> History { get; init; }

        /// <summary>The newest first.</summary>
        public required IReadOnlyList<InvoiceNote> Notes { get; init; }

        /// <summary>Mails and texts that have not left yet.</summary>
        public required int Waiting { get; init; }

        /// <summary>The newest mail or text with the invoice, where it came back.</summary>
        public required OutboxMessage? Bounced { get; init; }

        /// <summary>Who is meant by the actors of history and notes.</summary>
        public required IReadOnlyDictionary<string, ActorName> Actors { get; init; }

        public required DateTimeOffset Now { get; init; }

        /// <summary>Whether money may still come: then it can be sent, and links may be made.</summary>
        public bool IsOwed => Invoice.IsPayable && Invoice.Due.Minor > 0;
    }

    /// <param name="Visits">Null while nobody came.</param>
    /// <param name="WorksUntil">See <see cref="PaymentLink.WorksUntil"/>.</param>
    /// <param name="Works">Whether it can be paid through at this moment.</param>
    /// <param name="IsNewest">Whether no other link follows it.</param>
    /// <param name="IsInUse">Whether a payment through it is open.</param>
    /// <param name="IsHeld">Whether only its declined tries keep it from being paid through.</param>
    internal sealed record LinkRow(PaymentLink Link, LinkVisits? Visits, DateTimeOffset WorksUntil, bool Works, bool IsNewest, bool IsInUse, bool IsHeld);
}
