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
        var due = new List<Due>();

        foreach (var window in await WindowsAsync(ct))
        {
            var ids = await Overdue(db, now, window).OrderBy(l => l.CreatedAt).Take(Batch - due.Count).Select(l => l.Id).ToListAsync(ct);
            due.AddRange(ids.Select(id => new Due(id, window)));
        }

        return due.Count == 0 ? 0 : await write.RunAsync((unit, token) => ExpireAsync(unit, due, now, token), ct);
    }

    /// <summary>The site's own, as null, and those hours for which opened links were promised to work.</summary>
    private async Task<List<int?>> WindowsAsync(CancellationToken ct) =>
        [null, .. await db.Links.Where(l => l.Status == LinkStatus.Opened && l.WindowHours != null).Select(l => l.WindowHours).Distinct().ToListAsync(ct)];

    private async Task<int> ExpireAsync(Unit unit, List<Due> due, DateTimeOffset now, CancellationToken ct)
    {
        var expired = 0;

        foreach (var (id, window) in due)
        {
            var rows = await Overdue(unit.Db, now, window).Where(l => l.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(l => l.Status, LinkStatus.Expired).SetProperty(l => l.Version, l => l.Version + 1), ct);

            if (rows == 1)
            {
                // Two steps along keys: "of which there is this link" would read all invoices.
                var invoiceId = await unit.Db.Links.Where(l => l.Id == id).Select(l => l.InvoiceId).SingleAsync(ct);
                var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == invoiceId, ct);
                note.Of(unit, invoice, AuditKind.LinkExpired, Actor.System, id);
                expired++;
            }
        }

        return expired;
    }

    /// <param name="window">Hours; null: those of which nothing is said, and any whose whole life is over.</param>
    private IQueryable<PaymentLink> Overdue(PayPageDbContext from, DateTimeOffset now, int? window)
    {
        var openedBefore = now - (window is { } hours ? TimeSpan.FromHours(hours) : options.Value.OpenWindow);

        return from.Links.Where(l => LinkTransitions.Live.Contains(l.Status)
            && ((window == null && l.LivesUntil <= now) || (l.WindowHours == window && l.OpenedAt <= openedBefore))
            && !from.Payments.Any(p => p.LinkId == l.Id && PaymentTransitions.Open.Contains(p.Status)));
    }

    private readonly record struct Due(LinkId Id, int? Window);
}
