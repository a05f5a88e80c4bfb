using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>What is inside the frame of a shared preview.</summary>
internal sealed class SharedFrameModel(FindPreview findPreview, FramedPreview framed, SealPreview seal) : PageModel
{
    [FromRoute]
    public required string Token { get; init; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        seal.OpenShared(Token) is SealPreview.Opened.Good good && await findPreview.HandleAsync(good.Wish, good.As, ct) is { } preview
            ? await framed.AnswerAsync(this, preview, ct)
            : NotFound();
}
