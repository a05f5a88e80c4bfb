using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Team;
using PayPage.SignIn;

namespace PayPage.Pages.Office.Operator;

/// <summary>Everybody who can sign in here, and what an operator can do for them.</summary>
internal sealed class PeopleModel(LookAfterPeople people) : OperatorPage
{
    [FromQuery]
    public string? Search { get; set; }

    /// <summary><c>usr_…</c>.</summary>
    [BindProperty, FromForm]
    public string? Who { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty, FromForm]
    public string? What { get; set; }

    public IReadOnlyList<LookAfterPeople.Somebody> People { get; private set; } = [];

    public static string Ways(LookAfterPeople.Somebody somebody)
    {
        string?[] ways =
        [
            somebody.HasPassword ? "password" : null,
            somebody.HasAuthenticator ? "app" : null,
            somebody.Passkeys switch { 0 => null, 1 => "a passkey", var n => $"{n} passkeys" },
        ];
        return string.Join(", ", ways.OfType<string>()) is { Length: > 0 } all ? all : "nothing";
    }

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!UserId.TryParse(Who, out var id))
        {
            return NotFound();
        }

        switch (What)
        {
            case "Unlock":
                await people.UnlockAsync(id, ct);
                return Done("The account is unlocked.");
            case "SignOut":
                await people.SignOutAsync(id, ct);
                return Done("All browsers of this person are signed out.");
            case "RemoveAuthenticator":
                await people.RemoveAuthenticatorAsync(id, ct);
                return Done("The authenticator app is off, and a mail says so to the person.");
            case "Appoint" when await people.SetOperatorAsync(id, true, ct):
                return Done("This person is an operator now.");
            case "Dismiss" when await people.SetOperatorAsync(id, false, ct):
                return Done("This person is no longer an operator.", "/merchant");
            case "Dismiss":
                await LookAsync(ct);
                return Again("", "Nobody else looks after this installation. Make somebody else an operator first.");
            default:
                return NotFound();
        }
    }

    /// <param name="own">Where it leads whoever did this to himself and may not come back here.</param>
    private StatusCodeResult Done(string words, string? own = null)
    {
        Say(words);
        return SeeOther(own is not null && Who == $"{Me.Id}" ? own : "/merchant/operator/people");
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Title = "People";
        People = await people.ListAsync(Search, ct);
    }
}
