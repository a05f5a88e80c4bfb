using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;

namespace PayPage.UseCases.Batches;

/// <summary>The files that a merchant sent, the newest first. Reads only.</summary>
internal sealed class ListBatches(PayPageDbContext db)
{
    public const int PerPage = 20;

    /// <param name="before">The last of the page before; null or unknown: the first page.</param>
    public async Task<View> HandleAsync(BatchId? before, Caller caller, CancellationToken ct)
    {
        var mine = db.Batches.AsNoTracking().Where(b => b.MerchantId == caller.MerchantId && b.Mode == caller.Mode && b.Stage != BatchStage.Uploading);
        var last = before is { } id ? await mine.Where(b => b.Id == id).Select(b => new { b.CreatedAt, b.Id }).SingleOrDefaultAsync(ct) : null;
        var rest = last is null
            ? mine
            : mine.Where(b => b.CreatedAt < last.CreatedAt || (b.CreatedAt == last.CreatedAt && b.Id < last.Id));
        var batches = await rest.OrderByDescending(b => b.CreatedAt).ThenByDescending(b => b.Id).Take(PerPage + 1).ToListAsync(ct);

        return new View([.. batches.Take(PerPage)], batches.Count > PerPage ? batches[PerPage - 1].Id : null);
    }

    /// <param name="Older">Where the next page begins; null on the last.</param>
    internal sealed record View(IReadOnlyList<Batch> Batches, BatchId? Older);
}
