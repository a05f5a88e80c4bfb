using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office;

/// <summary>Asks for a new password. The answer is one and the same, whatever was typed.</summary>
internal sealed class ForgottenModel(ForgottenPassword forgotten) : OfficeBase
{
    [BindProperty, FromForm]
    public string? Email { get; set; }

    [FromQuery]
    public bool IsAsked { get; set; }

    public void OnGet() => Title = "Forgotten your password?";

    public async Task<StatusCodeResult> OnPostAsync(CancellationToken ct)
    {
        await forgotten.AskAsync(Email, ct);
        return SeeOther($"{SignInRegistration.Root}/sign-in/forgotten?isAsked=true");
    }
}
