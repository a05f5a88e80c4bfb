using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Audit;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Fences;

/// <summary>The merchant knows the payer: his link takes payments again, on every node at once.</summary>
internal sealed class LiftHold(WriteSeam write, Note note, TimeProvider clock)
{
    /// <summary>May be repeated.</summary>
    /// <returns>False when the merchant has no such link, or nothing held it.</returns>
    public Task<bool> HandleAsync(LinkId linkId, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) =>
        {
            var link = await unit.Db.Links.SingleOrDefaultAsync(l => l.Id == linkId && l.MerchantId == caller.MerchantId, token);

            if (link is null || !link.IsHeldAt(clock.GetUtcNow()))
            {
                return false;
            }

            var invoice = await unit.Db.Invoices.AsNoTracking().SingleAsync(i => i.Id == link.InvoiceId, token);
            link.LiftHold();
            note.Of(unit, invoice, AuditKind.LinkLifted, caller.Actor, link.Id);
            return true;
        },
        ct);
}
