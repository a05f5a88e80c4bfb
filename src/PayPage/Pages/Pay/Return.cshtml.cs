using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.UseCases.Payments;

namespace PayPage.Pages.Pay;

/// <summary>The payer is back. The one GET that may write: it asks the processor, which may be repeated, and leads to the clean address.</summary>
internal sealed class ReturnModel(ComeBack comeBack) : PageModel
{
    [FromRoute]
    public required string Token { get; init; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await comeBack.HandleAsync(Token, ct)
        ? this.SeeOther($"/p/{Token}")
        : StatusCode(StatusCodes.Status404NotFound);
}
