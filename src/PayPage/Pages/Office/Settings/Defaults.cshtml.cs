using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>What new invoices start with.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class DefaultsModel(ShowSettings showSettings, ChangeDefaults changeDefaults) : SettingsPage(showSettings)
{
    public override string Part => "defaults";

    [BindProperty]
    [FromForm]
    public Defaults Input { get; set; } = new(null, null, false, null, false, null);

    /// <summary>What counts where the merchant says nothing: <c>24 hours</c>, <c>90 minutes</c>.</summary>
    public string SiteWindow => Now.SiteWindow.TotalHours is var hours && hours == Math.Floor(hours)
        ? hours == 1 ? "1 hour" : string.Create(CultureInfo.InvariantCulture, $"{hours:0} hours")
        : string.Create(CultureInfo.InvariantCulture, $"{Now.SiteWindow.TotalMinutes:0.##} minutes");

    protected override string Heading => "Defaults";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AfterAsync(await changeDefaults.HandleAsync(Caller.MerchantId, Input, Seen, ct), ct);

    protected override void Fill(Merchant merchant) => Input = Defaults.Of(merchant);

    protected override void Remember(Merchant merchant) => Seen = Defaults.StampOf(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant)
    {
        var now = Defaults.Of(merchant);
        return
        [
            (nameof(Input.Currency), Input.Currency, now.Currency), (nameof(Input.DueDays), Input.DueDays, now.DueDays),
            (nameof(Input.AllowsParts), YesNo(Input.AllowsParts), YesNo(now.AllowsParts)), (nameof(Input.MinimumPart), Input.MinimumPart, now.MinimumPart),
            (nameof(Input.AlwaysLink), YesNo(Input.AlwaysLink), YesNo(now.AlwaysLink)), (nameof(Input.LinkHours), Input.LinkHours, now.LinkHours),
        ];
    }

    private static string YesNo(bool value) => value ? "yes" : "no";
}
