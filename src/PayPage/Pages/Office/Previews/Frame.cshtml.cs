using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>What is inside the frame of a merchant's own preview.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class FrameModel(FindPreview findPreview, FramedPreview framed, SealPreview seal) : OfficePage
{
    [FromRoute]
    public required string What { get; init; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        PreviewForm.TryOpen(seal, PreviewAddress.Read(What, Request.Query), Caller, out var wish)
        && await findPreview.HandleAsync(wish, Caller, ct) is { } preview
            ? await framed.AnswerAsync(this, preview, ct)
            : NotFound();
}
