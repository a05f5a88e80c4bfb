using PayPage.Domain.Batches;
using PayPage.UseCases.Batches;

namespace PayPage.Pages.Office.Batches;

/// <summary>A page about one file, named in its address.</summary>
internal abstract class BatchPage(ShowBatch showBatch) : OfficePage
{
    /// <summary><c>bat_…</c>; anything else is no file of anybody's.</summary>
    [Microsoft.AspNetCore.Mvc.FromRoute(Name = "batch")]
    public string BatchText { get; init; } = "";

    protected ShowBatch ShowBatch => showBatch;

    /// <returns>Null where the merchant has no such file.</returns>
    protected async Task<Batch?> FindAsync(CancellationToken ct) => BatchId.TryParse(BatchText, out var id) ? await showBatch.FindAsync(id, Caller, ct) : null;
}
