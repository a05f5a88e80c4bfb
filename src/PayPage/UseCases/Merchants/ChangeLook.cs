using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes how his pages look. All of it or nothing; may be repeated.</summary>
internal sealed class ChangeLook(WriteSeam write)
{
    private const int HashBytes = 16;

    /// <param name="look">Null members take a thing away; the logo stays where <see cref="Look.Logo"/> is null.</param>
    /// <returns>The names of the members that are wrong; none when it was done.</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(MerchantId id, Look look, CancellationToken ct)
    {
        var logo = look.Logo is { } bytes ? LogoFile.Read(bytes) : null;
        var faults = Faults(look, logo).ToList();

        if (faults.Count == 0)
        {
            await write.RunAsync((unit, token) => ChangeAsync(unit, id, look, logo, token), ct);
        }

        return faults;
    }

    private static IEnumerable<string> Faults(Look look, LogoFile? logo)
    {
        if (look.Color is { } color && !BrandColor.TryParse(color, out _))
        {
            yield return nameof(Look.Color);
        }

        if (look.Logo is not null && logo is null)
        {
            yield return nameof(Look.Logo);
        }

        if (!IsFit(look.Terms))
        {
            yield return nameof(Look.Terms);
        }

        if (!IsFit(look.Privacy))
        {
            yield return nameof(Look.Privacy);
        }
    }

    private static bool IsFit(Uri? address) => address is null || (address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps);

    private static async Task ChangeAsync(Unit unit, MerchantId id, Look look, LogoFile? logo, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);
        merchant.Color = BrandColor.TryParse(look.Color, out var color) ? color : null;
        merchant.Terms = look.Terms;
        merchant.Privacy = look.Privacy;

        if (logo is null)
        {
            return;
        }

        merchant.Logo = Convert.ToHexStringLower(SHA256.HashData(logo.Bytes).AsSpan(0, HashBytes));

        if (!await unit.Db.Logos.AnyAsync(l => l.MerchantId == id && l.Hash == merchant.Logo, ct))
        {
            unit.Db.Logos.Add(new MerchantLogo { MerchantId = id, Hash = merchant.Logo, ContentType = logo.ContentType, Bytes = logo.Bytes });
        }
    }
}

/// <param name="Color"><c>#rrggbb</c>.</param>
/// <param name="Logo">A PNG or JPEG file (<see cref="LogoFile"/>).</param>
internal sealed record Look(string? Color, byte[]? Logo, Uri? Terms, Uri? Privacy);
