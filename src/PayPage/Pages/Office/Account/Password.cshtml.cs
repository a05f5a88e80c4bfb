using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office.Account;

/// <summary>Another password.</summary>
internal sealed class PasswordModel(ChangePassword change) : SignedInPage
{
    [BindProperty, FromForm]
    public string? Current { get; set; }

    [BindProperty, FromForm]
    public string? Password { get; set; }

    public bool HasOne { get; private set; }

    public async Task OnGetAsync() => await LookAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LookAsync();
        var faults = await change.HandleAsync(Me, Current, Password, ct);

        if (faults.Count > 0)
        {
            return Again(faults);
        }

        Say("Your password is changed. All other browsers are signed out.");
        return SeeOther("/merchant/account");
    }

    private async Task LookAsync()
    {
        HasOne = await change.HasOneAsync(Me);
        Title = HasOne ? "Change your password" : "Set a password";
    }
}
