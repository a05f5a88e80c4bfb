using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Links;

/// <summary>The links of an invoice for the merchant's systems, without their addresses: these are keys (<see cref="RevealLink"/>). Reads only.</summary>
internal sealed class ShowLinks(PayPageDbContext db, IOptions<PaymentLinkOptions> options, TimeProvider clock)
{
    /// <returns>Null when this merchant has no such invoice in this mode.</returns>
    public async Task<View?> HandleAsync(string number, Caller caller, CancellationToken ct)
    {
        if (await db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct) is not { } invoice)
        {
            return null;
        }

        var links = await db.Links.AsNoTracking().Where(l => l.InvoiceId == invoice.Id).OrderByDescending(l => l.CreatedAt).ThenByDescending(l => l.Id).ToListAsync(ct);
        return new View(invoice, [.. links.Select(AsRow)]);
    }

    /// <returns>Null when this merchant has no such link in this mode.</returns>
    public async Task<Row?> OneAsync(LinkId id, Caller caller, CancellationToken ct)
    {
        var own = db.Invoices.Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode);
        return await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && own.Any(i => i.Id == l.InvoiceId), ct) is { } link ? AsRow(link) : null;
    }

    private Row AsRow(PaymentLink link) => new(link, link.WorksUntil(options.Value.OpenWindow), link.CanBePaidAt(clock.GetUtcNow(), options.Value.OpenWindow));

    /// <param name="Links">The newest first.</param>
    internal sealed record View(Invoice Invoice, IReadOnlyList<Row> Links);

    /// <param name="WorksUntil">See <see cref="PaymentLink.WorksUntil"/>.</param>
    /// <param name="Works">Whether it can be paid through at this moment.</param>
    internal sealed record Row(PaymentLink Link, DateTimeOffset WorksUntil, bool Works);
}
