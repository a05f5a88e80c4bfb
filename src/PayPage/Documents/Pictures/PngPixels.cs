using PayPage.Documents.Pdf;

namespace PayPage.Documents.Pictures;

/// <summary>Turns PNG samples into red, green, blue and opacity, eight bits each.</summary>
/// <param name="palette">PLTE: three bytes for each colour.</param>
/// <param name="transparent">tRNS: the opacity of palette colours, or the one colour that is clear; empty for none.</param>
internal sealed class PngPixels(PngHeader header, byte[] palette, byte[] transparent)
{
    private const byte Opaque = 255;

    private readonly byte[] _colors = new byte[header.Width * header.Height * 3];
    private readonly byte[] _opacity = new byte[header.Width * header.Height];
    private readonly int[] _samples = new int[header.Samples];

    /// <param name="row">Packed samples of this many pixels.</param>
    /// <param name="x">Where the first of them goes.</param>
    /// <param name="stepX">How far apart they lie.</param>
    public void Take(ReadOnlySpan<byte> row, int width, int x, int stepX, int y)
    {
        for (var i = 0; i < width; i++)
        {
            for (var sample = 0; sample < header.Samples; sample++)
            {
                _samples[sample] = Sample(row, (i * header.Samples) + sample);
            }

            var at = (y * header.Width) + x + (i * stepX);
            var (red, green, blue, opacity) = Color();
            (_colors[3 * at], _colors[(3 * at) + 1], _colors[(3 * at) + 2], _opacity[at]) = (red, green, blue, opacity);
        }
    }

    public PdfPicture ToPicture() =>
        new(header.Width, header.Height, _colors, Array.TrueForAll(_opacity, opacity => opacity == Opaque) ? null : _opacity);

    private int Sample(ReadOnlySpan<byte> row, int index) => header.Depth switch
    {
        16 => (row[2 * index] << 8) | row[(2 * index) + 1],
        8 => row[index],
        var depth => (row[index * depth / 8] >> (8 - depth - (index * depth % 8))) & ((1 << depth) - 1),
    };

    private (byte Red, byte Green, byte Blue, byte Opacity) Color() => header.Color switch
    {
        PngColor.Palette => (
            palette[3 * _samples[0]], palette[(3 * _samples[0]) + 1], palette[(3 * _samples[0]) + 2],
            _samples[0] < transparent.Length ? transparent[_samples[0]] : Opaque),
        PngColor.Grey or PngColor.GreyAlpha => (Byte(0), Byte(0), Byte(0), header.Samples == 2 ? Byte(1) : Clear()),
        _ => (Byte(0), Byte(1), Byte(2), header.Samples == 4 ? Byte(3) : Clear()),
    };

    private byte Byte(int sample) => (byte)(_samples[sample] * Opaque / ((1 << header.Depth) - 1));

    /// <summary>Whether this pixel is of the one colour that is clear.</summary>
    private byte Clear()
    {
        if (transparent.Length < 2 * header.Samples)
        {
            return Opaque;
        }

        for (var sample = 0; sample < header.Samples; sample++)
        {
            if (((transparent[2 * sample] << 8) | transparent[(2 * sample) + 1]) != _samples[sample])
            {
                return Opaque;
            }
        }

        return 0;
    }
}
