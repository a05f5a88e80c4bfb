using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Links;
using PayPage.Domain.Team;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>Makes the address for a colleague. It holds all that is needed, so nothing is written down, and nothing can be taken back but by waiting.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class ShareModel(FindPreview findPreview, SealPreview seal, ISiteAddresses site) : OfficePage
{
    [FromRoute]
    public required string What { get; init; }

    public PreviewAddress Address { get; private set; } = null!;    // set by the handler

    /// <summary>The whole address; null when the form is too long for one.</summary>
    public string? Shared { get; private set; }

    public DateTimeOffset Until { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "Share this preview";
        Address = PreviewAddress.Read(What, Request.Query);

        if (!PreviewForm.TryOpen(seal, Address, Caller, out var wish) || await findPreview.HandleAsync(wish, Caller, ct) is null)
        {
            return NotFound();
        }

        if (seal.Share(wish, Caller) is var (token, until))
        {
            (Shared, Until) = ($"{site.Origin}/merchant/shared-preview/{token}", until);
        }

        return Page();
    }
}
