using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office;

/// <summary>The demo administrator's door. Looking at it spends nothing: that takes a button.</summary>
internal sealed class SignInOnceModel(OneTimeDoor door) : OfficeBase
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public bool IsSpent { get; private set; }

    public void OnGet() => Title = "Sign in";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = "Sign in";

        if (await door.TryAsync(Key, ct))
        {
            return SeeOther(SignInRegistration.Root);
        }

        IsSpent = true;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
