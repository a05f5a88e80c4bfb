using PayPage.Domain.Team;
using PayPage.UseCases.Webhooks;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>Which of the merchant's systems are told of events.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class IndexModel(ShowEndpoints show) : WebhookPage
{
    public IReadOnlyList<ShowEndpoints.Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "Webhooks";
        Rows = await show.HandleAsync(Caller, ct);
    }
}
