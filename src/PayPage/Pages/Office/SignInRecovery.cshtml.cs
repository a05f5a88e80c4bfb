using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office;

/// <summary>The second step for whoever has no telephone at hand.</summary>
internal sealed class SignInRecoveryModel(CodeDoor door) : SecondStepPage(door)
{
    public string OtherWay => PathTo("code");

    protected override string Heading => "Recovery code";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Answer(await Door.TryRecoveryAsync(Code, Stay, ct), "This is none of your recovery codes, or was used already.");
}
