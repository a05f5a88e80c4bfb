using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Documents;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants;

/// <summary>A merchant changes how his pages look. All of it or nothing; may be repeated.</summary>
internal sealed class ChangeLook(WriteSeam write, IDocumentRenderer papers)
{
    private const int AddressLength = 400;
    private const int HashBytes = 16;

    /// <param name="look">Blank members take a thing away.</param>
    /// <param name="seen">The stamp of what was shown (<see cref="SettingsStamp"/>); null: nothing was.</param>
    public Task<SettingsOutcome> HandleAsync(MerchantId id, Look look, string? seen, CancellationToken ct)
    {
        var typed = new TypedFields();
        var wanted = new Wanted(
            ColorOf(look, typed),
            LogoOf(look, typed),
            look.RemovesLogo,
            typed.Https(nameof(Look.Terms), look.Terms, AddressLength),
            typed.Https(nameof(Look.Privacy), look.Privacy, AddressLength));

        return typed.AreSound
            ? write.RunAsync((unit, token) => SaveAsync(unit, id, wanted, seen, token), ct)
            : Task.FromResult<SettingsOutcome>(new SettingsOutcome.Faulty(typed.Faults));
    }

    private static BrandColor? ColorOf(Look look, TypedFields typed)
    {
        if (string.IsNullOrWhiteSpace(look.Color))
        {
            return null;
        }

        if (BrandColor.TryParse(look.Color.Trim(), out var color))
        {
            return color;
        }

        typed.Refuse(nameof(Look.Color), "Write the colour as # and six digits 0 to 9 or letters A to F, for example #0f766e.");
        return null;
    }

    private LogoFile? LogoOf(Look look, TypedFields typed) => look.Logo is { } file ? LogoOf(file, LogoFile.MostBytes, papers, nameof(Look.Logo), typed) : null;

    /// <param name="most">Bytes.</param>
    /// <param name="field">Under which name a fault is noted.</param>
    internal static LogoFile? LogoOf(byte[] file, int most, IDocumentRenderer papers, string field, TypedFields typed)
    {
        switch (LogoFile.Judge(file, most))
        {
            case LogoReading.Faulty faulty:
                typed.Refuse(field, faulty.Message);
                return null;
            case LogoReading.Unpacked gif:
                return LogoOf(papers.Png(gif.Picture), most, papers, field, typed);
            case LogoReading.Read { Logo: var logo } when !papers.CanDraw(logo):
                typed.Refuse(field, "The pixels of this picture cannot be read. Open it in a picture program, save it again as PNG or JPEG, and choose it again.");
                return null;
            case LogoReading.Read read:
                return read.Logo;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<SettingsOutcome> SaveAsync(Unit unit, MerchantId id, Wanted wanted, string? seen, CancellationToken ct)
    {
        var merchant = await unit.Db.Merchants.SingleAsync(m => m.Id == id, ct);

        if (!SettingsStamp.Fits(seen, Look.StampOf(merchant)))
        {
            return new SettingsOutcome.Overtaken();
        }

        merchant.Color = wanted.Color;
        merchant.Terms = wanted.Terms;
        merchant.Privacy = wanted.Privacy;
        merchant.Logo = wanted.Logo is { } logo ? await KeepAsync(unit, id, logo, ct) : wanted.RemovesLogo ? null : merchant.Logo;
        return new SettingsOutcome.Saved();
    }

    /// <returns>Its address. Pictures are never taken away: mails that went out do not need them, but open pages may.</returns>
    internal static async Task<string> KeepAsync(Unit unit, MerchantId id, LogoFile logo, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(logo.Bytes).AsSpan(0, HashBytes));

        if (!await unit.Db.Logos.AnyAsync(l => l.MerchantId == id && l.Hash == hash, ct))
        {
            unit.Db.Logos.Add(new MerchantLogo { MerchantId = id, Hash = hash, ContentType = logo.ContentType, Bytes = logo.Bytes });
        }

        return hash;
    }

    private sealed record Wanted(BrandColor? Color, LogoFile? Logo, bool RemovesLogo, Uri? Terms, Uri? Privacy);
}
