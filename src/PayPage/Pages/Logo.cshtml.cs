using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages;

/// <summary>A merchant's picture. It never changes under its address, so it is kept for ever.</summary>
internal sealed class LogoModel(ShowLogo showLogo) : PageModel
{
    [FromRoute]
    public required string Hash { get; init; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await showLogo.HandleAsync(Hash, ct) is { } logo
        ? File(logo.Bytes, logo.ContentType)
        : StatusCode(StatusCodes.Status404NotFound);
}
