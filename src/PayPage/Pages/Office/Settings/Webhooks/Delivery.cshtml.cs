using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Events;
using PayPage.Domain.Team;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Webhooks;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>One event at one endpoint: each try, and the very body.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class DeliveryModel(ShowEndpoints show, ReplayDeliveries replay) : WebhookPage
{
    [FromRoute(Name = "delivery")]
    public string DeliveryText { get; init; } = "";

    /// <summary>Never null when the page is rendered.</summary>
    public ShowEndpoints.One View { get; private set; } = null!;

    private WebhookDeliveryId Id => WebhookDeliveryId.TryParse(DeliveryText, out var id) ? id : default;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await show.DeliveryAsync(EndpointId, Id, Caller, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Title = string.Create(CultureInfo.InvariantCulture, $"{view.Event.Type.Name()}, event {view.Event.Sequence}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await replay.OneAsync(EndpointId, Id, Caller, ct))
        {
            case ReplayDeliveries.Outcome.Queued:
                Say("It is sent again. Reload this page to see how it went.");
                break;
            case ReplayDeliveries.Outcome.UnderWay:
                Say("It is under way at this moment: nothing was changed.");
                break;
            case ReplayDeliveries.Outcome.EndpointIsOff:
                Say("Turn the endpoint on first.");
                break;
            case ReplayDeliveries.Outcome.NoSuchDelivery:
                return NotFound();
            default:
                throw new UnreachableException();
        }

        return SeeOther(Here($"deliveries/{Id}"));
    }
}
