using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office;

/// <summary>The second step: a code of the authenticator app.</summary>
internal sealed class SignInCodeModel(CodeDoor door) : SecondStepPage(door)
{
    public string OtherWay => PathTo("recovery");

    protected override string Heading => "One more step";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        Answer(await Door.TryCodeAsync(Code, Stay, ct), "This code is wrong or was used already. Wait for the next one, and check that the telephone's clock is right.");
}
