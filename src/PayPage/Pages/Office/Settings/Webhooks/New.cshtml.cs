using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Team;
using PayPage.Domain.Webhooks;
using PayPage.UseCases.Webhooks;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>One more place that is told of events.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class NewModel(WriteEndpoint write, IdSource ids) : WebhookPage
{
    /// <summary>Of the endpoint that it makes: the same form sent twice makes one.</summary>
    [BindProperty, FromForm]
    public string? Id { get; set; }

    [BindProperty, FromForm]
    public EndpointForm Form { get; set; } = new();

    /// <summary>Shown this once; null before it is made.</summary>
    public string? Secret { get; private set; }

    public WebhookEndpointId Made { get; private set; }

    public void OnGet()
    {
        Title = "Add an endpoint";
        Id = $"{WebhookEndpointId.New(ids)}";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "Add an endpoint";
        Id = WebhookEndpointId.TryParse(Id, out var id) ? Id : $"{id = WebhookEndpointId.New(ids)}";

        switch (await write.AddAsync(id, Form.Words, Caller, ct))
        {
            case WriteEndpoint.Outcome.Added added:
                (Title, Secret, Made) = ("The endpoint was added", added.Secret, added.Id);
                Response.Headers.ContentEncoding = "identity";
                return Page();    // no redirect: the secret is in this answer and nowhere else
            case WriteEndpoint.Outcome.Saved saved:
                Say("The endpoint was added before. Its secret was shown then; you can make a new one.");
                return SeeOther(EndpointPath(saved.Id));
            case WriteEndpoint.Outcome.Faulty faulty:
                return Again(faulty.Messages);
            case WriteEndpoint.Outcome.NoSuchEndpoint:
                return NotFound();
            default:
                throw new UnreachableException();
        }
    }
}
