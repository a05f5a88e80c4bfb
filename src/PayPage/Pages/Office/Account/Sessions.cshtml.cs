using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.SignIn;

namespace PayPage.Pages.Office.Account;

/// <summary>The browsers in which a person is signed in.</summary>
internal sealed class SessionsModel(OwnSessions own, LeaveDoor door, TimeProvider clock) : SignedInPage
{
    private const string Here = "/merchant/account/sessions";

    /// <summary><c>ses_…</c>.</summary>
    [BindProperty, FromForm]
    public string? Session { get; set; }

    public IReadOnlyList<OfficeSession> Sessions { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Title = "Where you are signed in";
        Sessions = await own.ListAsync(Me, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!SessionId.TryParse(Session, out var id))
        {
            return NotFound();
        }

        if (id == Me.Session)
        {
            await door.LeaveAsync();
            return SeeOther($"{SignInRegistration.Root}/sign-in");
        }

        await own.EndAsync(Me, id, ct);
        Say("That browser is signed out.");
        return SeeOther(Here);
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        await own.EndOthersAsync(Me, ct);
        Say("All other browsers are signed out.");
        return SeeOther(Here);
    }
}
