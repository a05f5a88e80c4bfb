using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Receipts;

namespace PayPage.Pages.Verify;

/// <summary>Where the QR code of a receipt leads.</summary>
internal sealed class CodeModel(VerifyReceipt verify) : PeoplePage
{
    [FromRoute]
    public required string Code { get; init; }

    public ReceiptVerdict Verdict { get; private set; } = ReceiptVerdict.Unknown;

    public override Merchant? Merchant => Verdict.Merchant;

    public override Domain.Mode? Mode => Verdict.Facts?.Mode;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Verdict = await verify.HandleAsync(Code, ct);

        if (Verdict.Truth == ReceiptTruth.Unknown)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
