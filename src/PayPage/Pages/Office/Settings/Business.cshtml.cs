using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>Who the merchant is, and where.</summary>
[Needs(Right.ChangeSettings)]
internal sealed class BusinessModel(ShowSettings showSettings, ChangeBusiness changeBusiness) : SettingsPage(showSettings)
{
    public override string Part => "business";

    [BindProperty]
    [FromForm]
    public Business Input { get; set; } = new(null, null, null, null, null, null, null);

    /// <summary>By area. The merchant's own is there also where the machine's list has dropped it.</summary>
    public ILookup<string, string> Zones => MerchantZones.All.Append(Now.Merchant.TimeZone).Distinct(StringComparer.Ordinal)
        .ToLookup(zone => zone.Contains('/', StringComparison.Ordinal) ? zone[..zone.IndexOf('/', StringComparison.Ordinal)] : "All the world");

    protected override string Heading => "Business";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AfterAsync(await changeBusiness.HandleAsync(Caller.MerchantId, Input, Seen, ct), ct);

    protected override void Fill(Merchant merchant) => Input = Business.Of(merchant);

    protected override void Remember(Merchant merchant) => Seen = Business.StampOf(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant)
    {
        var now = Business.Of(merchant);
        return
        [
            (nameof(Input.Name), Input.Name, now.Name), (nameof(Input.LegalName), Input.LegalName, now.LegalName),
            (nameof(Input.Address), Input.Address, now.Address), (nameof(Input.Email), Input.Email, now.Email),
            (nameof(Input.Phone), Input.Phone, now.Phone), (nameof(Input.TimeZone), Input.TimeZone, now.TimeZone),
            (nameof(Input.Language), Input.Language, now.Language),
        ];
    }
}
