using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;

namespace PayPage.Pages.Office.Settings;

/// <summary>What becomes of a colour that is being typed: a piece of the page of the look, for its script.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class LookShadesModel : OfficePage
{
    [FromQuery]
    public string? Color { get; init; }

    public void OnGet() => Title = "Shades";
}
