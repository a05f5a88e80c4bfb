namespace PayPage.Documents.Pictures;

/// <summary>PNG writes each byte as its difference from one that was before it (ISO/IEC 15948, 9.2).</summary>
internal static class PngFilter
{
    private const int None = 0;
    private const int Sub = 1;
    private const int Up = 2;
    private const int Average = 3;
    private const int Paeth = 4;

    /// <param name="row">Changed.</param>
    /// <param name="above">The row above, undone already; zeros for the first.</param>
    /// <param name="step">Bytes of a pixel, at least 1.</param>
    /// <exception cref="InvalidDataException">There is no such filter.</exception>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        if (filter is < None or > Paeth)
        {
            throw new InvalidDataException("A row of the PNG has an unknown filter.");
        }

        for (var i = 0; i < row.Length && filter != None; i++)
        {
            var left = i >= step ? row[i - step] : 0;
            var corner = i >= step ? above[i - step] : 0;
            var guess = filter switch
            {
                Sub => left,
                Up => above[i],
                Average => (left + above[i]) / 2,
                _ => Nearest(left, above[i], corner),
            };
            row[i] = (byte)((row[i] + guess) & 0xFF);
        }
    }

    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
