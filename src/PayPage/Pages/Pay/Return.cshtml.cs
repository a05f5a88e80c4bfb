using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.UseCases.Payments;

namespace PayPage.Pages.Pay;

/// <summary>The payer is back. The one GET that may write: it asks the processor, which may be repeated, and leads to the clean address.</summary>
internal sealed class ReturnModel(ComeBack comeBack) : PageModel
{
    [FromRoute]
    public required string Token { get; init; }

    // What the processor wrote into the query goes no further: secrets of the payment are among it.
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await comeBack.HandleAsync(Token, ct) switch
    {
        ComeBack.Outcome.Seen => this.SeeOther($"/p/{Token}"),
        ComeBack.Outcome.TriesAgainHere => this.SeeOther($"/p/{Token}/go"),
        ComeBack.Outcome.NoSuchLink => StatusCode(StatusCodes.Status404NotFound),
    };
}
