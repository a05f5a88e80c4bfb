using PayPage.Documents.Pdf;

namespace PayPage.Documents.Pictures;

/// <summary>Makes a picture as small as paper allows: more dots than a printer sets would only make the file heavy.</summary>
internal static class Shrink
{
    // A logo is at most 120 points wide: this is 300 dots to the inch and some more.
    private const int MostPixels = 540;

    /// <summary>Each pixel becomes the mean of a square of the old ones; the clearer one is, the less it counts.</summary>
    public static PdfPicture ToPrint(PdfPicture picture)
    {
        var step = (Math.Max(picture.Width, picture.Height) + MostPixels - 1) / MostPixels;

        if (step == 1)
        {
            return picture;
        }

        var (width, height) = (Math.Max(1, picture.Width / step), Math.Max(1, picture.Height / step));
        var (colors, opacity) = (new byte[width * height * 3], picture.Opacity is null ? null : new byte[width * height]);

        for (var at = 0; at < width * height; at++)
        {
            Mean(picture, at % width * step, at / width * step, step, colors.AsSpan(3 * at, 3), opacity, at);
        }

        return new PdfPicture(width, height, colors, opacity);
    }

    private static void Mean(PdfPicture from, int left, int top, int step, Span<byte> color, byte[]? opacity, int at)
    {
        var (red, green, blue, weight, count) = (0, 0, 0, 0, 0);

        for (var y = top; y < Math.Min(top + step, from.Height); y++)
        {
            for (var x = left; x < Math.Min(left + step, from.Width); x++)
            {
                var pixel = (y * from.Width) + x;
                var share = from.Opacity is null ? 1 : from.Opacity[pixel];
                red += from.Colors[3 * pixel] * share;
                green += from.Colors[(3 * pixel) + 1] * share;
                blue += from.Colors[(3 * pixel) + 2] * share;
                weight += share;
                count++;
            }
        }

        if (weight > 0)
        {
            (color[0], color[1], color[2]) = ((byte)(red / weight), (byte)(green / weight), (byte)(blue / weight));
        }

        if (opacity is not null)
        {
            opacity[at] = (byte)(weight / count);
        }
    }
}
