using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Previews;

namespace PayPage.Pages.Office.Previews;

/// <summary>What people will get, before they get it. A POST brings what stands in a form (docs/preview.md says under which names) and writes nothing either.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class ShowModel(FindPreview findPreview, DrawPreview draw, SealPreview seal) : OfficePage
{
    [FromRoute]
    public required string What { get; init; }

    public PreviewAddress Address { get; private set; } = null!;    // set by each handler

    /// <summary>Null when what stands in the form is too long to be shown.</summary>
    public Stage? Stage { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Title = "Preview";
        Address = PreviewAddress.Read(What, Request.Query);
        return await SetUpAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var form = seal.Form(PreviewForm.Read(Request.Form), Caller);
        Address = PreviewAddress.Read(What, Request.Query) with { Form = form };
        Title = "Preview";
        return form is null || await SetUpAsync(ct) ? Page() : NotFound();
    }

    /// <returns>False when there is no such invoice, or when what was sealed is not there any more.</returns>
    private async Task<bool> SetUpAsync(CancellationToken ct)
    {
        if (!PreviewForm.TryOpen(seal, Address, Caller, out var wish) || await findPreview.HandleAsync(wish, Caller, ct) is not { } preview)
        {
            return false;
        }

        HttpContext.Features.Set(new Framing(FramingKind.Holder));
        Stage = Stage.Of(preview, draw, Path($"previews/frame/{Address.Written}"));
        return true;
    }
}
