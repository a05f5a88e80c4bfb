using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Webhooks;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>Asks twice before an endpoint is removed.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class RemoveModel(ShowEndpoints show, SwitchEndpoint turn) : WebhookPage
{
    /// <summary>Never null when the page is rendered.</summary>
    public ShowEndpoints.View View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await show.OneAsync(EndpointId, null, false, Caller, ct) is not { } view)
        {
            return NotFound();
        }

        (View, Title) = (view, "Remove this endpoint?");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await turn.RemoveAsync(EndpointId, Caller, ct))
        {
            return NotFound();
        }

        Say("The endpoint was removed.");
        return SeeOther(Path("settings/webhooks"));
    }
}
