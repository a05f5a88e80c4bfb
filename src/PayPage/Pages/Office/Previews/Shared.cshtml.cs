using Microsoft.AspNetCore.Mvc;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>A preview for somebody without an account, who was given its address. He sees this one and nothing else, and can do nothing.</summary>
internal sealed class SharedModel(FindPreview findPreview, DrawPreview draw, SealPreview seal) : OfficeBase
{
    [FromRoute]
    public required string Token { get; init; }

    /// <summary>Null when its time is over.</summary>
    public Stage? Stage { get; private set; }

    public DateTimeOffset Until { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Title = "A preview";

        switch (seal.OpenShared(Token))
        {
            case SealPreview.Opened.Over:
                Title = "This preview is over";
                Response.StatusCode = StatusCodes.Status410Gone;
                return Page();
            case SealPreview.Opened.Good good when await findPreview.HandleAsync(good.Wish, good.As, ct) is { } preview:
                HttpContext.Features.Set(new Framing(FramingKind.Holder));
                Until = good.Until;
                Stage = Stage.Of(preview, draw, $"/merchant/shared-preview/{Uri.EscapeDataString(Token)}/frame");
                return Page();
            default:
                return NotFound();
        }
    }
}
