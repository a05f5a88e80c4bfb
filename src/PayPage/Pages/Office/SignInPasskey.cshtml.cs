using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;
using PayPage.SignIn.Passkeys;

namespace PayPage.Pages.Office;

/// <summary>In with a passkey: what the browser is to ask for, and what it brings. The button is on the sign-in page.</summary>
internal sealed class SignInPasskeyModel(PasskeyDoor door) : OfficeBase
{
    private const string Json = "application/json";

    [BindProperty, FromForm]
    public string? Next { get; set; }

    [BindProperty, FromForm]
    public string? Answer { get; set; }

    public StatusCodeResult OnGet() => SeeOther($"{SignInRegistration.Root}/sign-in");

    public async Task<ContentResult> OnPostOptionsAsync() => Content(await door.AskAsync(), Json);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "Sign in with a passkey";

        if (await door.TryAsync(Answer, stay: false, ct))
        {
            return SeeOther(Inside(Next));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
