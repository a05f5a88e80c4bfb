using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Batches;
using PayPage.Domain.Team;
using PayPage.UseCases.Batches;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Batches;

/// <summary>Leads to the preview of what a row would become: its page, its mails, its papers.</summary>
[Needs(Right.SendBatches)]
internal sealed class RowPreviewModel(ShowRow showRow, SealPreview seal) : OfficePage
{
    [FromRoute(Name = "batch")]
    public string BatchText { get; init; } = "";

    [FromRoute]
    public int Line { get; init; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        BatchId.TryParse(BatchText, out var id)
        && await showRow.HandleAsync(id, Line, Caller, ct) is { } proposal
        && seal.Form(InvoiceFields.Write(proposal), Caller) is { } form
            ? Redirect(Path($"previews/page?form={Uri.EscapeDataString(form)}"))
            : NotFound();
}
