using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Disputes;

namespace PayPage.Pages.Office.Disputes;

/// <summary>What PayPage can hand over, as one file: for the merchant to upload at the processor.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class EvidenceModel(PackEvidence pack) : DisputePage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Named is not { } id || await pack.HandleAsync(id, Merchant, Caller, ct) is not { } file)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.Content.ToArray(), file.ContentType, file.Name);
    }
}
