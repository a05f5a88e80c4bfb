using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Links;

/// <summary>The address of an invoice was wrong: whoever got its links loses them. Inside a unit of work that somebody else commits.</summary>
/// <remarks>Links that were made for other payers went to addresses of their own and stay.</remarks>
internal sealed class RevokeLinks(Note note, TimeProvider clock)
{
    /// <returns>How many worked until now.</returns>
    public async Task<int> HandleAsync(Unit unit, Invoice invoice, string actor, CancellationToken ct)
    {
        var links = await unit.Db.Links
            .Where(l => l.InvoiceId == invoice.Id && l.PayerName == null && l.PayerEmail == null && LinkTransitions.Live.Contains(l.Status))
            .ToListAsync(ct);

        foreach (var link in links)
        {
            link.Revoke(clock.GetUtcNow());
            note.Of(unit, invoice, AuditKind.LinkRevoked, actor, link.Id);
        }

        return links.Count;
    }
}
