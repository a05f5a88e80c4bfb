using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>Who of the merchant's people hears of payments and of mails that came back.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class PeopleToldModel(ShowSettings showSettings, ChangeTold changeTold) : SettingsPage(showSettings)
{
    public override string Part => "people-told";

    [BindProperty]
    [FromForm]
    public string? ConfirmationEmails { get; set; }

    protected override string Heading => "Notifications";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AfterAsync(await changeTold.HandleAsync(Caller.MerchantId, new Told(ConfirmationEmails), Seen, ct), ct);

    protected override void Fill(Merchant merchant) => ConfirmationEmails = merchant.ConfirmationEmails;

    protected override void Remember(Merchant merchant) => Seen = Told.StampOf(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant) =>
        [(nameof(ConfirmationEmails), ConfirmationEmails, merchant.ConfirmationEmails)];
}
