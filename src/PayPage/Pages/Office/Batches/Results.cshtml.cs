using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Batches;

namespace PayPage.Pages.Office.Batches;

/// <summary>What became of each row, as a file. It holds the links of invoices: who may send files may send invoices.</summary>
[Needs(Right.SendBatches)]
internal sealed class ResultsModel(ShowBatch showBatch, WriteResult result) : BatchPage(showBatch)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) is { } batch
        ? new StreamedFile($"{batch.Id}-results.csv", "text/csv; charset=utf-8", result.LinesAsync(batch, ct))
        : NotFound();
}
