using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Webhooks;
using PayPage.Wording;

namespace PayPage.Pages.Office.Settings.Webhooks;

/// <summary>One endpoint: how it fares, what it was told, and all that can be done with it.</summary>
[Needs(Right.ManageWebhooks)]
internal sealed class ShowModel(ShowEndpoints show, SwitchEndpoint turn, ReplayDeliveries replay) : WebhookPage
{
    private const int FirstYear = 2000;
    private const int LastYear = 2999;
    private const string DateForm = "yyyy-MM-dd";
    private const int UsualDays = 7;

    /// <summary>The number of the last event on the page before.</summary>
    [FromQuery]
    public long? Before { get; init; }

    /// <summary><c>failed</c>, or all.</summary>
    [FromQuery(Name = "show")]
    public string? Which { get; init; }

    /// <summary>A date at the merchant's place.</summary>
    [BindProperty, FromForm]
    public string? Since { get; set; }

    public bool OnlyFailed => Which == "failed";

    /// <summary>Never null when the page is rendered.</summary>
    public ShowEndpoints.View View { get; private set; } = null!;

    /// <summary>A new one, shown this once; null: none was made.</summary>
    public string? Secret { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTestAsync(CancellationToken ct) => !await LookAsync(ct) ? NotFound()
        : Done(await turn.TestAsync(EndpointId, Caller, ct) ? "A test event is on its way. Reload this page to see how it went." : "Turn the endpoint on first.");

    public async Task<IActionResult> OnPostPauseAsync(CancellationToken ct) =>
        await turn.PauseAsync(EndpointId, Caller, ct) ? Done("Paused. What happens now waits.") : NotFound();

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct) =>
        await turn.ResumeAsync(EndpointId, Caller, ct) ? Done("The endpoint is on.") : NotFound();

    public async Task<IActionResult> OnPostRotateAsync(CancellationToken ct)
    {
        var seen = SeenVersion;

        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        if (await turn.RotateAsync(EndpointId, seen, Caller, ct) is not { } secret)
        {
            return Done("Nothing was changed: the endpoint was changed a moment ago. Look again first.");
        }

        await LookAsync(ct);
        (Secret, Title) = (secret, "The new secret");
        Response.Headers.ContentEncoding = "identity";
        return Page();    // no redirect: the secret is in this answer and nowhere else
    }

    public async Task<IActionResult> OnPostReplayAsync(CancellationToken ct)
    {
        var typed = Since;    // the page itself fills in a usual one

        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        if (!DateOnly.TryParseExact(typed, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < FirstYear or > LastYear)
        {
            return Again(nameof(Since), "Write a date, for example 2026-11-22.");
        }

        var since = LocalTime.InstantOf(day, TimeOnly.MinValue, Merchant.Zone);

        return Done(await replay.FailedAsync(EndpointId, since, Caller, ct) switch
        {
            null => "Turn the endpoint on first.",
            0 => "Nothing was given up since then.",
            1 => "One event is sent again.",
            { } count => $"{Words.Count(count)} events are sent again.",
        });
    }

    private async Task<bool> LookAsync(CancellationToken ct)
    {
        if (await show.OneAsync(EndpointId, Before, OnlyFailed, Caller, ct) is not { } view)
        {
            return false;
        }

        (View, Title, Seen) = (view, NameOf(view.Endpoint), Written(view.Endpoint.Version));
        Since ??= TimeZoneInfo.ConvertTime(view.Now.AddDays(-UsualDays), Merchant.Zone).ToString(DateForm, CultureInfo.InvariantCulture);
        return true;
    }

    private StatusCodeResult Done(string sentence)
    {
        Say(sentence);
        return SeeOther(Here());
    }
}
