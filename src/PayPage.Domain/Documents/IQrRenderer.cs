namespace PayPage.Domain.Documents;

/// <summary>Draws an address as a QR code (ISO/IEC 18004), black on white, with the quiet zone of four modules that readers need.</summary>
/// <remarks>The same address gives the same bytes. Whoever has the picture has the address: it belongs where the address does.</remarks>
public interface IQrRenderer
{
    /// <returns>An SVG document without a size of its own: it fills what it is put into.</returns>
    string Svg(Uri address);

    /// <returns>A PNG file of black and white, about 1000 pixels wide: sharp on paper up to 8 cm at 300 dpi.</returns>
    byte[] Png(Uri address);
}
