using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office;

/// <summary>Ends this browser's session.</summary>
internal sealed class SignOutModel(LeaveDoor door) : OfficeBase
{
    public void OnGet() => Title = "Sign out";

    public async Task<IActionResult> OnPostAsync()
    {
        await door.LeaveAsync();
        Say("You are signed out.");
        return SeeOther("/merchant/sign-in");
    }
}
