using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain.Receipts;
using PayPage.Pages.Pay;
using PayPage.UseCases.Receipts;

namespace PayPage.Pages.Verify;

/// <summary>Anybody may bring a copy of a receipt and ask whether it is true. Nothing of it is kept.</summary>
[SameOriginOnly]
[IgnoreAntiforgeryToken]
internal sealed class IndexModel : PeoplePage
{
    public ReceiptVerdict? Verdict { get; private set; }

    [BindProperty]
    [FromForm]
    public string? Receipt { get; set; }

    public bool IsFaulty { get; private set; }

    public override bool HasFaults => IsFaulty;

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync([FromServices] VerifyReceipt verify, CancellationToken ct)
    {
        if (ReceiptCopy.Read(Receipt) is { } copy)
        {
            Verdict = await verify.HandleAsync(copy, ct);
            return Page();
        }

        IsFaulty = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
