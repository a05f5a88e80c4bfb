using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;

namespace PayPage.UseCases.Links;

/// <summary>Writes down that the time of links is over. Pages know it without: they look at the clock.</summary>
internal sealed class ExpireLinks(PayPageDbContext db, WriteSeam write, Note note, IOptions<PaymentLinkOptions> options, TimeProvider clock)
{
    private const int Batch = 200;

    /// <returns>How many expired. Not one through which a payment is open: a payment begun in time may finish.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await Overdue(db, now).OrderBy(l => l.CreatedAt).Take(Batch).Select(l => l.Id).ToListAsync(ct);

        return due.Count == 0 ? 0 : await write.RunAsync((unit, token) => ExpireAsync(unit, due, now, token), ct);
    }

    private async Task<int> ExpireAsync(Unit unit, List<LinkId> due, DateTimeOffset now, CancellationToken ct)
    {
        var expired = 0;

        foreach (var id in due)
        {
            var rows = await Overdue(unit.Db, now).Where(l => l.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(l => l.Status, LinkStatus.Expired).SetProperty(l => l.Version, l => l.Version + 1), ct);

            if (rows == 1)
            {
                var invoice = await unit.Db.Invoices.AsNoTracking()
                    .SingleAsync(i => unit.Db.Links.Any(l => l.Id == id && l.InvoiceId == i.Id), ct);
                note.Of(unit, invoice, AuditKind.LinkExpired, Actor.System, id);
                expired++;
            }
        }

        return expired;
    }

    private IQueryable<PaymentLink> Overdue(PayPageDbContext from, DateTimeOffset now)
    {
        var openedBefore = now - options.Value.OpenWindow;

        return from.Links.Where(l => LinkTransitions.Live.Contains(l.Status)
            && (l.LivesUntil <= now || l.OpenedAt <= openedBefore)
            && !from.Payments.Any(p => p.LinkId == l.Id && PaymentTransitions.Open.Contains(p.Status)));
    }
}
