using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Batches;

namespace PayPage.Pages.Office.Batches;

/// <summary>The rows of which nothing was made, each with the reason: to be mended and uploaded again.</summary>
[Needs(Right.SendBatches)]
internal sealed class RejectsModel(ShowBatch showBatch, WriteResult result) : BatchPage(showBatch)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) is { } batch
        ? new StreamedFile($"{batch.Id}-rejects.csv", "text/csv; charset=utf-8", result.RejectsAsync(batch, ct))
        : NotFound();
}
