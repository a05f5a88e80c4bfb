using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Links;
using PayPage.SignIn.Passkeys;

namespace PayPage.Pages.Office.Account;

/// <summary>A person's passkeys.</summary>
internal sealed class PasskeysModel(OwnPasskeys passkeys, ISiteAddresses site) : SignedInPage
{
    private const string Here = "/merchant/account/passkeys";

    [BindProperty, FromForm]
    public string? Id { get; set; }

    [BindProperty, FromForm]
    public string? Name { get; set; }

    [BindProperty, FromForm]
    public string? Current { get; set; }

    /// <summary>What the browser made, as JSON.</summary>
    [BindProperty, FromForm]
    public string? Answer { get; set; }

    public IReadOnlyList<OwnPasskeys.Passkey> Passkeys { get; private set; } = [];

    public string Host => site.Host;

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    /// <summary>For the script: what the browser is to make.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct) => await passkeys.AskAsync(Me, Current, ct) switch
    {
        ({ } options, _) => Content(options, "application/json"),
        (_, var fault) => new JsonResult(new { fault }) { StatusCode = StatusCodes.Status422UnprocessableEntity },
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await passkeys.AddAsync(Me, Answer, Name, ct))
        {
            Say("The passkey is added. You can sign in with it from now on.");
            return SeeOther(Here);
        }

        await LookAsync(ct);
        return Again("", "The passkey was not added: the browser brought none that we asked for. Try again.");
    }

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken ct)
    {
        await passkeys.RenameAsync(Me, Id, Name, ct);
        Say("The passkey has its new name.");
        return SeeOther(Here);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await passkeys.RemoveAsync(Me, Id, Current, ct) is { } fault)
        {
            await LookAsync(ct);
            return Again("", $"The passkey was not removed. {fault}");
        }

        Say("The passkey is removed. All other browsers are signed out.");
        return SeeOther(Here);
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Title = "Passkeys";
        Passkeys = await passkeys.ListAsync(Me, ct);
    }
}
