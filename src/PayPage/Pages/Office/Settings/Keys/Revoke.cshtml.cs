using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Keys;

namespace PayPage.Pages.Office.Settings.Keys;

/// <summary>Asks twice before a key is taken out of use.</summary>
[Needs(Right.ManageKeys)]
internal sealed class RevokeModel(ListKeys list, RevokeKey revoke) : KeyPage
{
    /// <summary>Never null when the page is rendered.</summary>
    public ApiKey Key { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await list.OneAsync(KeyId, Caller, ct) is not { } key)
        {
            return NotFound();
        }

        (Key, Title) = (key, "Revoke this key?");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await revoke.HandleAsync(KeyId, Caller, ct))
        {
            return NotFound();
        }

        Say("The key was revoked. Calls with it are refused from now on.");
        return SeeOther(Path("settings/keys"));
    }
}
