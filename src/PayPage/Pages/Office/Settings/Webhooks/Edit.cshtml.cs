using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Webhooks;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>Another address, name or choice of events.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class EditModel(ShowEndpoints show, WriteEndpoint write) : WebhookPage
{
    [BindProperty, FromForm]
    public EndpointForm Form { get; set; } = new();

    /// <summary>Whether a colleague was faster: then saving again replaces what he wrote.</summary>
    public bool IsOvertaken => Stored is not null;

    /// <summary>What the colleague wrote.</summary>
    public EndpointWords? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Title = "Change the endpoint";

        if (await show.OneAsync(EndpointId, null, false, Caller, ct) is not { } view)
        {
            return NotFound();
        }

        (Form, Seen) = (EndpointForm.Of(EndpointWords.Of(view.Endpoint)), Written(view.Endpoint.Version));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "Change the endpoint";

        if (await show.OneAsync(EndpointId, null, false, Caller, ct) is null)
        {
            return NotFound();
        }

        switch (await write.ChangeAsync(EndpointId, SeenVersion, Form.Words, Caller, ct))
        {
            case WriteEndpoint.Outcome.Saved:
                Say("The endpoint was changed.");
                return SeeOther(Here());
            case WriteEndpoint.Outcome.Faulty faulty:
                return Again(faulty.Messages);
            case WriteEndpoint.Outcome.Overtaken other:
                (Stored, Seen) = (other.Now, Written(other.Version));
                return Again("Url", $"A colleague has saved this meanwhile: {other.Now.Url}");
            case WriteEndpoint.Outcome.NoSuchEndpoint:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }
}
