using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Disputes;
using PayPage.Domain.Team;
using PayPage.UseCases.Disputes;

namespace PayPage.Pages.Office.Disputes;

/// <summary>Payments that payers dispute at their banks.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class IndexModel(ListDisputes list) : OfficePage
{
    /// <summary>The last dispute on the page before.</summary>
    [FromQuery]
    public string? After { get; init; }

    public IReadOnlyList<ListDisputes.Row> Rows { get; private set; } = [];

    /// <summary>Null on the last page.</summary>
    public string? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "Disputes";
        var found = await list.HandleAsync(PrefixedId.Read("dsp_", After) is { } id ? new DisputeId(id) : null, Caller, ct);
        Rows = [.. found.Take(ListDisputes.PageLength)];
        Older = found.Count > Rows.Count ? $"{Rows[^1].Dispute.Id}" : null;
    }
}
