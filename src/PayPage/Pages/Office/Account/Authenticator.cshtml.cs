using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain.Documents;
using PayPage.Domain.Team;
using PayPage.SignIn;

namespace PayPage.Pages.Office.Account;

/// <summary>The authenticator app: set up, recovery codes, off. Reading it writes nothing: a key that is offered lies in the form alone.</summary>
internal sealed class AuthenticatorModel(IAccounts accounts, OwnAuthenticator authenticator, IQrRenderer qr) : SignedInPage
{
    /// <summary>The key on offer, sealed.</summary>
    [BindProperty, FromForm]
    public string? Kept { get; set; }

    [BindProperty, FromForm]
    public string? Code { get; set; }

    [BindProperty, FromForm]
    public string? Current { get; set; }

    /// <summary>Null when the app is set up already.</summary>
    public OwnAuthenticator.Offer? Offer { get; private set; }

    public string Picture => Offer is null ? "" : qr.Svg(Offer.Address);

    public int CodesLeft { get; private set; }

    /// <summary>New ones, shown this once; null: none were made.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public string CodesAsFile =>
        $"data:text/plain;charset=utf-8,{Uri.EscapeDataString($"Recovery codes for {Me.Email} at {Request.Host.Host}. Each works once.\n\n{string.Join('\n', Codes ?? [])}\n")}";

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await ShownAsync(await authenticator.ConfirmAsync(Me, Kept, Code, Current, ct), ct);

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct) => await ShownAsync(await authenticator.RenewCodesAsync(Me, Current, ct), ct);

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await authenticator.RemoveAsync(Me, Current, ct) is { } fault)
        {
            await LookAsync(ct);
            return Again(nameof(Current), fault);
        }

        Say("The authenticator app is off. All other browsers are signed out.");
        return SeeOther("/merchant/account");
    }

    /// <summary>No redirect: the codes are in this answer and nowhere else.</summary>
    private async Task<PageResult> ShownAsync(OwnAuthenticator.Outcome outcome, CancellationToken ct)
    {
        if (outcome is OwnAuthenticator.Outcome.Done done)
        {
            Title = "Recovery codes";
            Codes = done.Codes;
            Response.Headers.ContentEncoding = "identity";
            return Page();
        }

        await LookAsync(ct);
        var faulty = (OwnAuthenticator.Outcome.Faulty)outcome;
        return Again(faulty.Field, faulty.Fault);
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var factors = await accounts.SecondFactorsAsync(Me.Id, ct);
        var isOn = factors?.HasAuthenticator == true;
        Title = isOn ? "Authenticator app" : "Set up an authenticator app";
        CodesLeft = factors?.RecoveryCodes ?? 0;
        Offer = isOn ? null : authenticator.Propose(Me, Kept);
        Response.Headers.ContentEncoding = "identity";    // a key stands on it
    }
}
