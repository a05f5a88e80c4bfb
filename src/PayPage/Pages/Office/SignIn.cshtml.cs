using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office;

/// <summary>The front door.</summary>
internal sealed class SignInModel(PasswordDoor door, FirstPerson firstPerson) : OfficeBase
{
    private const string WrongWords = "This e-mail address and password do not go together. Check both. After several wrong tries an account is locked for a quarter of an hour.";

    /// <summary>Where the reader wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty]
    [FromForm]
    public string? Email { get; set; }

    [BindProperty]
    [FromForm]
    public string? Password { get; set; }

    [BindProperty]
    [FromForm]
    public bool Stay { get; set; }

    /// <summary>Why the door stayed closed; null: nobody tried.</summary>
    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Title = "Sign in";

        return Person is not null ? SeeOther(Inside(Next))
            : await firstPerson.IsWantedAsync(ct) ? SeeOther("/merchant/set-up")
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "Sign in";

        switch (await door.TryAsync((Email ?? "").Trim(), Password ?? "", Stay, ct))
        {
            case { IsOpen: true }:
                return SeeOther(Inside(Next));
            case { NeedsSecondFactor: true }:
                return SeeOther($"/merchant/sign-in/code?next={Uri.EscapeDataString(Inside(Next))}{(Stay ? "&stay=true" : "")}");
            default:
                Trouble = WrongWords;
                break;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Response.Headers.ContentEncoding = "identity";
        return Page();
    }
}
