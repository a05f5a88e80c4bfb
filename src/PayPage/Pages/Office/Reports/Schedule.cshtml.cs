using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Reporting;

namespace PayPage.Pages.Office.Reports;

/// <summary>When a kept report goes out by itself, and to whom. For administrators: it sends figures out of the house.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class ScheduleModel(ShowSavedReports saved, ScheduleReport schedule) : SavedPage(saved)
{
    [BindProperty, FromForm]
    public TypedSchedule Input { get; set; } = new();

    /// <summary>What was shown (<see cref="SettingsStamp"/>).</summary>
    [BindProperty, FromForm]
    public string? Seen { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        (Input, Seen) = (TypedSchedule.Of(Report), TypedSchedule.StampOf(Report));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        switch (await schedule.HandleAsync(Report.Id, Input, Seen, Caller, ct))
        {
            case SettingsOutcome.Saved:
                Say(Input.Cadence == TypedSchedule.Never ? "It goes out no more by itself." : "It goes out by itself from now on.");
                return SeeOther(Here());
            case SettingsOutcome.Faulty faulty:
                return Again(faulty.Messages);
            case SettingsOutcome.Overtaken:
                Seen = TypedSchedule.StampOf(Report);
                return Again("", "A colleague has saved another schedule meanwhile. Saving again puts yours in its place.");
            default:
                throw new UnreachableException();
        }
    }
}
