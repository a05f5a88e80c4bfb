using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Pages.Pay;
using PayPage.UseCases.Links;

namespace PayPage.Pages;

/// <summary>The short form of a link, from a text message, a QR code or a letter: on to the signed one.</summary>
internal sealed class ShortModel(FollowShortCode followShortCode) : PageModel
{
    [FromRoute]
    public required string Code { get; init; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await followShortCode.HandleAsync(Code, ct) is { } token
        ? this.SeeOther($"/p/{token}")
        : StatusCode(StatusCodes.Status404NotFound);
}
