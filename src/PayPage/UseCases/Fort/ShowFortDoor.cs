using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Fort;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Fort;

/// <summary>A merchant's PayFort door and what was told through it, for whoever sets it up. Reads only; never shows a phrase.</summary>
internal sealed class ShowFortDoor(PayPageDbContext db, ISiteAddresses addresses)
{
    public const int MostLines = 50;

    public async Task<View> HandleAsync(Caller caller, CancellationToken ct)
    {
        var door = await db.FortDoors.AsNoTracking().SingleOrDefaultAsync(d => d.MerchantId == caller.MerchantId && d.Mode == caller.Mode, ct);
        var told = await db.FortFeedback.AsNoTracking()
            .Where(f => f.MerchantId == caller.MerchantId && f.Mode == caller.Mode)
            .OrderByDescending(f => f.CreatedAt).ThenByDescending(f => f.Id)
            .Take(MostLines)
            .Join(db.Invoices, f => f.InvoiceId, i => i.Id, (feedback, invoice) => new { feedback, invoice.Number, invoice.Currency })
            .ToListAsync(ct);

        return new View(
            door,
            addresses.Origin,
            [.. told.OrderByDescending(t => t.feedback.CreatedAt).ThenByDescending(t => t.feedback.Id.Value).Select(t => new Told(t.feedback, t.Number, t.Currency))]);
    }

    /// <param name="Door">Null: none was made yet.</param>
    /// <param name="Origin">Of the addresses that the merchant's system calls.</param>
    /// <param name="Told">The newest first.</param>
    internal sealed record View(FortDoor? Door, string Origin, IReadOnlyList<Told> Told);

    internal sealed record Told(FortFeedback Feedback, string InvoiceNumber, Domain.Currency Currency);
}
