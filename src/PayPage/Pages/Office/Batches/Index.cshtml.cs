using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Batches;
using PayPage.Domain.Team;
using PayPage.UseCases.Batches;

namespace PayPage.Pages.Office.Batches;

/// <summary>Where a file of invoices is uploaded, and what became of those before.</summary>
[Needs(Right.SendBatches)]
[RequestSizeLimit(Batch.MostBytes + Beside)]
internal sealed class IndexModel(ListBatches listBatches, TakeBatch takeBatch) : OfficePage
{
    private const long Beside = 1024 * 1024;    // the form around the file

    [FromQuery]
    public string? Before { get; init; }

    [BindProperty]
    [FromForm]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    [FromForm]
    public string? Reference { get; set; }

    public ListBatches.View View { get; private set; } = null!;    // set before the page is shown

    /// <summary>The same file came before: where it is.</summary>
    public BatchReceipt.SameFile? Same { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);

        if (Upload is null)
        {
            return Again(nameof(Upload), "Choose the file first.");
        }

        if (!BatchNames.TryReadReference(Reference, out var reference))
        {
            return Again(nameof(Reference), BatchNames.ReferenceAdvice);
        }

        await using var content = Upload.OpenReadStream();
        var upload = new BatchUpload(reference, BatchNames.FileName(Upload.FileName), BatchDoor.Office, Me.Id, new FileFormat());

        switch (await takeBatch.HandleAsync(upload, Pieces.OfAsync(content, ct), Caller, ct))
        {
            case BatchReceipt.Taken taken:
                return SeeOther(Path($"batches/{taken.Id}"));
            case BatchReceipt.Refused refused:
                return SeeOther(Path($"batches/{refused.Id}"));
            case BatchReceipt.ReferenceTaken:
                return Again(nameof(Reference), "Another file has this name already. Choose another, or leave it empty.");
            case BatchReceipt.SameFile same:
                Same = same;
                return Again(nameof(Upload), "This very file was uploaded before, so nothing was done with it now. No invoice is made twice.");
            default:
                throw new UnreachableException();
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Title = "Batches";
        View = await listBatches.HandleAsync(BatchId.TryParse(Before, out var before) ? before : null, Caller, ct);
    }
}
