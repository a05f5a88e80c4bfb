using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Merchants;
using PayPage.Domain.Team;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office.Settings;

/// <summary>Logo, colour and the addresses at the foot. A photo from a telephone is far too large, and must be told so in words.</summary>
[Needs(Right.ChangeSettings)]
[RequestSizeLimit(MostBytes)]
internal sealed class LookModel(ShowSettings showSettings, ChangeLook changeLook) : SettingsPage(showSettings)
{
    private const long MostBytes = 24 * 1024 * 1024;

    public override string Part => "look";

    [BindProperty]
    [FromForm]
    public string? Color { get; set; }

    [BindProperty]
    [FromForm]
    public string? Terms { get; set; }

    [BindProperty]
    [FromForm]
    public string? Privacy { get; set; }

    [BindProperty]
    [FromForm]
    public bool RemovesLogo { get; set; }

    /// <summary>Its name and type are somebody's word and are not looked at.</summary>
    [BindProperty]
    [FromForm]
    public IFormFile? Logo { get; set; }

    protected override string Heading => "Branding";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AfterAsync(
        await changeLook.HandleAsync(
            Caller.MerchantId, new Look(Color, Logo is null ? null : await BytesAsync(Logo, ct), Terms, Privacy) { RemovesLogo = RemovesLogo }, Seen, ct),
        ct);

    protected override void Fill(Merchant merchant)
    {
        var look = Look.Of(merchant);
        (Color, Terms, Privacy) = (look.Color, look.Terms, look.Privacy);
    }

    protected override void Remember(Merchant merchant) => Seen = Look.StampOf(merchant);

    protected override IEnumerable<(string Field, string? Typed, string? Stored)> Beside(Merchant merchant)
    {
        var now = Look.Of(merchant);
        return [(nameof(Color), Color, now.Color), (nameof(Terms), Terms, now.Terms), (nameof(Privacy), Privacy, now.Privacy)];
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        var bytes = new byte[file.Length];    // no more than the request may have
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
