using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Merchants.Dialect;

/// <summary>What a payer sees before he reads: the picture and the colours.</summary>
internal sealed partial class ReadInvoiceSettings
{
    /// <summary>1 MB, as the dialect has it; what is chosen in the back office may have less.</summary>
    public const int MostLogoBytes = 1024 * 1024;

    private const string DataAddress = "data:";

    /// <summary>The new picture; null: the one that is there stays, or goes.</summary>
    public LogoFile? Logo { get; private set; }

    private void ReadLogo(string field, string text)
    {
        var encoded = text.StartsWith(DataAddress, StringComparison.OrdinalIgnoreCase) ? text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..] : text;
        var file = new byte[(encoded.Length * 3L / 4) + 3];

        if (encoded.Length == 0)
        {
            _puts.Add(merchant => merchant.Logo = null);
        }
        else if (Convert.TryFromBase64String(encoded, file, out var length))
        {
            Logo = ChangeLook.LogoOf(file[..length], MostLogoBytes, papers, field, typed);
        }
        else
        {
            typed.Refuse(field, "This is no picture in base64. Send the whole file of a PNG or JPEG picture, encoded in base64.");
        }
    }

    private void ReadFont(string field, string text) => Put(Colour(field, text) is null ? null : text, (m, font) => m.Dialect = m.Dialect with { FontColor = font });

    private void ReadBackground(string field, string text) => Put(
        Colour(field, text), (m, color) => (m.Color, m.Dialect) = (color, m.Dialect with { BackgroundColor = color is null ? null : text }));

    private BrandColor? Colour(string field, string text)
    {
        var color = HeaderColor.Read(text);

        if (color is null && text.Length > 0)
        {
            typed.Refuse(field, "Write the colour as # and three or six digits 0 to 9 or letters A to F, for example #0f766e.");
        }

        return color;
    }
}
