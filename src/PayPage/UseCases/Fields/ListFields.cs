using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices.Fields;

namespace PayPage.UseCases.Fields;

/// <summary>The fields that a merchant adds to his invoices, in their order. Reads only.</summary>
internal sealed class ListFields(PayPageDbContext db)
{
    public async Task<IReadOnlyList<FieldDefinition>> HandleAsync(Caller caller, CancellationToken ct) =>
        await db.FieldDefinitions.AsNoTracking().Where(f => f.MerchantId == caller.MerchantId).OrderBy(f => f.Position).ThenBy(f => f.Number).ToListAsync(ct);
}
