using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>What the forms of the settings share: what was shown, what came of saving it, and what a colleague saved meanwhile.</summary>
internal abstract class SettingsPage(ShowSettings showSettings) : OfficePage
{
    /// <summary>The last part of the address.</summary>
    public abstract string Part { get; }

    /// <summary>What the settings were when the form was shown (<see cref="SettingsStamp"/>).</summary>
    [BindProperty]
    [FromForm]
    public string? Seen { get; set; }

    /// <summary>As it is stored, whatever was typed.</summary>
    public ShowSettings.View Now { get; private set; } = null!;    // set before a page is shown

    /// <summary>Whether a colleague was faster: then saving again replaces what he wrote.</summary>
    public bool IsOvertaken { get; private set; }

    protected abstract string Heading { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        Fill(Now.Merchant);
        Remember(Now.Merchant);
        return Page();
    }

    /// <summary>Puts what is stored into the form.</summary>
    protected abstract void Fill(Merchant merchant);

    /// <summary>Notes in the form what was seen, so that it comes back with it.</summary>
    protected abstract void Remember(Merchant merchant);

    /// <summary>What was typed beside what is stored, by field; both as they would be shown.</summary>
    protected abstract IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant);

    protected async Task<IActionResult> AfterAsync(SettingsOutcome outcome, CancellationToken ct)
    {
        if (outcome is SettingsOutcome.Saved)
        {
            Say($"{Heading}: saved.");
            return SeeOther(Path($"settings/{Part}"));
        }

        await LookAsync(ct);
        return outcome switch
        {
            SettingsOutcome.Faulty faulty => Again(faulty.Messages),
            SettingsOutcome.Overtaken => Again(Meanwhile()),
            _ => throw new UnreachableException(),
        };
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Title = Heading;
        HttpContext.Features.Set(new Framing(FramingKind.Holder));    // of the preview beside the form
        Now = await showSettings.HandleAsync(Caller, ct);
    }

    /// <summary>Field by field what a colleague saved; the form now knows of it, so that saving again is a decision and not an accident.</summary>
    private Dictionary<string, string> Meanwhile()
    {
        IsOvertaken = true;
        Remember(Now.Merchant);
        var other = Beside(Now.Merchant).Where(field => Plain(field.Typed) != Plain(field.Stored)).ToDictionary(
            field => field.Field,
            field => string.IsNullOrWhiteSpace(field.Stored) ? "A colleague has emptied this meanwhile." : $"A colleague has saved this meanwhile: {field.Stored}");

        return other.Count > 0 ? other : new Dictionary<string, string> { [""] = "A colleague has saved these settings meanwhile." };
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
