using PayPage.Documents.Pictures;

namespace PayPage.Unit.Documents;

public sealed class PngTests
{
    private const int Width = 13;
    private const int Height = 11;

    public static TheoryData<int, int, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<int, int, bool>();

            foreach (var (color, depths) in new (int, int[])[] { (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) })
            {
                foreach (var depth in depths)
                {
                    kinds.Add(color, depth, false);
                    kinds.Add(color, depth, true);
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_PNG_is_unpacked(int color, int depth, bool interlaced)
    {
        var most = (1 << depth) - 1;
        var palette = Enumerable.Range(0, 3 * (Math.Min(most, 255) + 1)).Select(i => (byte)(i * 37 & 0xFF)).ToArray();
        int Sample(int x, int y, int channel) => ((x * 7) + (y * 13) + (channel * 29)) * (depth == 16 ? 257 : 1) & most;

        var picture = PngFile.Read(PngMaker.Make(Width, Height, depth, color, interlaced, Sample, color == 3 ? palette : null))!;    // it is sound
        byte Byte(int x, int y, int channel) => (byte)(Sample(x, y, channel) * 255 / most);

        byte[] Rgb(int x, int y) => color switch
        {
            3 => palette[(3 * Sample(x, y, 0))..][..3],
            0 or 4 => [Byte(x, y, 0), Byte(x, y, 0), Byte(x, y, 0)],
            _ => [Byte(x, y, 0), Byte(x, y, 1), Byte(x, y, 2)],
        };

        Assert.Equal((Width, Height), (picture.Width, picture.Height));

        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var at = (y * Width) + x;
                Assert.Equal(Rgb(x, y), picture.Colors[(3 * at)..][..3]);
                Assert.Equal(color switch { 4 => Byte(x, y, 1), 6 => Byte(x, y, 3), _ => 255 }, picture.Opacity?[at] ?? 255);
            }
        }
    }

    [Fact]
    public void A_colour_that_is_declared_clear_is_clear()
    {
        var picture = PngFile.Read(PngMaker.Make(2, 1, 8, 2, false, (x, _, channel) => (x * 100) + channel, transparent: [0, 100, 0, 101, 0, 102]))!;    // it is sound

        Assert.Equal([255, 0], picture.Opacity!);
    }

    [Fact]
    public void Colours_of_a_palette_may_be_clear_in_part()
    {
        var picture = PngFile.Read(PngMaker.Make(3, 1, 8, 3, false, (x, _, _) => x, palette: [1, 2, 3, 4, 5, 6, 7, 8, 9], transparent: [0, 128]))!;    // it is sound

        Assert.Equal([0, 128, 255], picture.Opacity!);
    }

    [Fact]
    public void A_large_logo_is_made_smaller_for_paper()
    {
        var large = PngMaker.Make(1600, 800, 8, 6, false, (x, _, channel) => channel == 3 ? (x < 800 ? 0 : 255) : 200);
        var picture = LogoPicture.Read(large)!;    // it is sound

        Assert.Equal((533, 266), (picture.Width, picture.Height));
        Assert.Equal((0, 255), (picture.Opacity![0], picture.Opacity[^1]));
        Assert.Equal(200, picture.Colors[^1]);
    }

    [Fact]
    public void A_PNG_that_was_cut_or_lies_is_no_picture()
    {
        var whole = PngMaker.Make(Width, Height, 8, 6, false, (_, _, _) => 1);

        Assert.All(Enumerable.Range(0, whole.Length - 16), length => Assert.Null(PngFile.Read(whole[..length])));
        Assert.Null(PngFile.Read(PngMaker.Make(2001, 1, 8, 0, false, (_, _, _) => 0)));
        Assert.Null(PngFile.Read(PngMaker.Make(3, 1, 8, 3, false, (x, _, _) => x, palette: [1, 2, 3])));    // colours that the palette lacks
    }

    [Fact]
    public void A_JPEG_is_taken_as_it_is_and_others_are_not()
    {
        byte[] Jpeg(byte frame, byte bits, byte inks) => [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, frame, 0, 11, bits, 0, 20, 0, 30, inks, 1, 0x11, 0, 0xFF, 0xD9];

        Assert.Equal((30, 20, 3), JpegFile.Read(Jpeg(0xC2, 8, 3)) is { } picture ? (picture.Width, picture.Height, picture.Jpeg ?? 0) : default);
        Assert.Null(JpegFile.Read(Jpeg(0xC9, 8, 3)));    // arithmetic coding
        Assert.Null(JpegFile.Read(Jpeg(0xC0, 12, 3)));
        Assert.Null(JpegFile.Read(Jpeg(0xC0, 8, 2)));
        Assert.Null(JpegFile.Read([0xFF, 0xD8, 0xFF]));
    }
}
