using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Fort;
using PayPage.Domain.Team;
using PayPage.UseCases.Fort;
using PayPage.UseCases.Merchants;
using PayPage.Wording;

namespace PayPage.Pages.Office.Settings;

/// <summary>The door for systems that speak PayFort's dialect: made here, shut here, and what it told.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class PayFortModel(ShowFortDoor show, ChangeFortDoor change) : OfficePage
{
    /// <summary>The door's version when the form was shown.</summary>
    [BindProperty, FromForm]
    public string? Seen { get; set; }

    [BindProperty, FromForm]
    public string? Digest { get; set; }

    [BindProperty, FromForm]
    public string? DirectUrl { get; set; }

    [BindProperty, FromForm]
    public string? NotificationUrl { get; set; }

    [BindProperty, FromForm]
    public bool FeedbackIsJson { get; set; }

    [BindProperty, FromForm]
    public bool IsOpen { get; set; }

    /// <summary>Never null when the page is rendered.</summary>
    public ShowFortDoor.View View { get; private set; } = null!;

    /// <summary>New ones, shown this once; null: none were made.</summary>
    public FortPhrases? Phrases { get; private set; }

    // What is no version was never one: somebody else's it is then.
    private long SeenVersion => long.TryParse(Seen, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private string Here => Path("settings/payfort");

    public async Task OnGetAsync(CancellationToken ct) => Fill(await LookAsync(ct));

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct) =>
        await ShownAsync(await change.MakeAsync(Caller, ct), "There is a door already. Nothing was made.", ct);

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct) =>
        await ShownAsync(await change.RenewAsync(SeenVersion, Caller, ct), "Nothing was renewed: the door was changed a moment ago. Look again first.", ct);

    public async Task<IActionResult> OnPostTurnAsync(CancellationToken ct) =>
        await change.TurnAsync(IsOpen, Caller, ct) ? Done(IsOpen ? "The door is open." : "The door is shut. Calls are refused from now on.") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await change.ChangeAsync(new FortDoorWords(Digest, DirectUrl, NotificationUrl, FeedbackIsJson), SeenVersion, Caller, ct);

        if (outcome is SettingsOutcome.Saved)
        {
            return Done("PayFort door: saved.");
        }

        var door = await LookAsync(ct);

        if (outcome is SettingsOutcome.Faulty faulty)
        {
            return Again(faulty.Messages);
        }

        Seen = VersionOf(door);    // saving again is a decision then, and no accident
        return Again("", "A colleague has changed this door meanwhile. Nothing of yours is saved yet; saving again puts it in place of theirs.");
    }

    public static string TitleOf(FortFeedback told) => $"{told.ResponseCode} {FortCode.Of(told.ResponseCode[2..]).English}";

    public string Moment(DateTimeOffset at) => Words.Moment(at, Merchant.Zone);

    private async Task<FortDoor?> LookAsync(CancellationToken ct)
    {
        (Title, View) = ("PayFort door", await show.HandleAsync(Caller, ct));
        return View.Door;
    }

    private void Fill(FortDoor? door)
    {
        Seen = VersionOf(door);

        if (door is not null)
        {
            (Digest, DirectUrl, NotificationUrl, FeedbackIsJson) = FortDoorWords.Of(door);
        }
    }

    /// <summary>No redirect: the phrases are in this answer and nowhere else.</summary>
    private async Task<IActionResult> ShownAsync(FortPhrases? phrases, string otherwise, CancellationToken ct)
    {
        if (phrases is null)
        {
            return Done(otherwise);
        }

        Fill(await LookAsync(ct));
        Phrases = phrases;
        Response.Headers.ContentEncoding = "identity";    // secrets are not compressed beside what others may choose
        return Page();
    }

    private StatusCodeResult Done(string sentence)
    {
        Say(sentence);
        return SeeOther(Here);
    }

    private static string VersionOf(FortDoor? door) => (door?.Version ?? 0).ToString(CultureInfo.InvariantCulture);
}
