using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office;

/// <summary>Where the link in a mail leads. Looking at it spends nothing: that takes a new password.</summary>
internal sealed class ResetModel(ForgottenPassword forgotten) : OfficeBase
{
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty, FromForm]
    public string? Password { get; set; }

    public bool IsGone { get; private set; }

    public async Task OnGetAsync()
    {
        Title = "Set a new password";
        IsGone = !await forgotten.IsGoodAsync(Who, Token);
        Response.StatusCode = IsGone ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "Set a new password";

        switch (await forgotten.SetAsync(Who, Token, Password, ct))
        {
            case ForgottenPassword.Outcome.Done:
                Say("Your password is set. Sign in with it.");
                return SeeOther($"{SignInRegistration.Root}/sign-in");
            case ForgottenPassword.Outcome.Faulty faulty:
                return Again(nameof(Password), faulty.Password);
            default:
                IsGone = true;
                Response.StatusCode = StatusCodes.Status410Gone;
                return Page();
        }
    }
}
