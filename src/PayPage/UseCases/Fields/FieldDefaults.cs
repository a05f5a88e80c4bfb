using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices.Fields;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Fields;

/// <summary>What stands in a merchant's own fields of a new invoice of which nobody said anything, through whatever door it came.</summary>
internal static class FieldDefaults
{
    public static async Task<IReadOnlyList<FieldValue>> OfAsync(PayPageDbContext db, MerchantId merchant, CancellationToken ct)
    {
        var definitions = await db.FieldDefinitions.AsNoTracking()
            .Where(f => f.MerchantId == merchant && f.Default != null).OrderBy(f => f.Position).ThenBy(f => f.Number).ToListAsync(ct);

        return [.. definitions.Select((definition, place) => FieldValue.Of(place + 1, definition, definition.Default!))];    // not null: asked for
    }
}
