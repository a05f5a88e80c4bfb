using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.UseCases.Payments;

namespace PayPage.Pages.Pay;

/// <summary>"Start again": the payer's open payment is canceled at the processor first.</summary>
[SameOriginOnly]
[IgnoreAntiforgeryToken]
internal sealed class AgainModel(StartAgain startAgain) : PageModel
{
    [FromRoute]
    public required string Token { get; init; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await startAgain.HandleAsync(Token, ReturnCookie.Reader(Request), ct)
        ? this.SeeOther($"/p/{Token}")
        : StatusCode(StatusCodes.Status404NotFound);
}
