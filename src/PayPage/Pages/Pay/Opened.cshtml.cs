using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.UseCases.Links;

namespace PayPage.Pages.Pay;

/// <summary>The page's script saw a person's gesture (a touch, a key): the 24 hours begin.</summary>
[SameOriginOnly]
[IgnoreAntiforgeryToken]
internal sealed class OpenedModel(OpenLink openLink) : PageModel
{
    [FromRoute]
    public required string Token { get; init; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await openLink.HandleAsync(Token, ct) ? StatusCode(StatusCodes.Status204NoContent) : StatusCode(StatusCodes.Status404NotFound);
}
