using Microsoft.AspNetCore.Mvc;
using PayPage.UseCases.Team;

namespace PayPage.Pages.Office;

/// <summary>Where does this person work? One place: straight there.</summary>
internal sealed class IndexModel(FindMember findMember) : SignedInPage
{
    private const int Most = 200;

    public IReadOnlyList<Workplace> Workplaces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] string? choose, CancellationToken ct)
    {
        Title = "Your businesses";
        Workplaces = await findMember.WorkplacesAsync(Me, Most, ct);

        return Workplaces.Count == 1 && choose is null ? SeeOther(OfficePage.PathOf(Workplaces[0].Id)) : Page();
    }
}
