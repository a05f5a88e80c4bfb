using System.Buffers.Binary;
using System.Text;
using PayPage.Domain.Merchants;
using PayPage.Unit.Documents;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain;

public sealed class LogoFileTests
{
    private const int FrameOfJpeg = 158;    // where the frame header of Pictures.Jpeg stands

    /// <summary>Each with a word that must stand in what is said of it.</summary>
    public static TheoryData<string, byte[], string> Disguised => new()
    {
        { "empty", [], "empty file" },
        { "svg", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "SVG" },
        { "html", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "web page" },
        { "gif without colours", [.. "GIF89a"u8, .. new byte[40]], "damaged" },
        { "webp", [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, .. new byte[40]], "WebP" },
        { "bmp", [.. "BM"u8, .. new byte[60]], "BMP" },
        { "tiff", [.. "II*\0"u8, .. new byte[60]], "TIFF" },
        { "heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[40]], "HEIC" },
        { "pdf", "%PDF-1.7 and so on"u8.ToArray(), "PDF" },
        { "zip", [.. "PK\u0003\u0004"u8, .. new byte[40]], "archive" },
        { "program", [0x4D, 0x5A, .. new byte[60]], "neither a PNG nor a JPEG" },
        { "png with a page behind it", [.. Pictures.Png(), .. "<script>alert(1)</script>"u8], "something else" },
        { "jpeg with an archive behind it", [.. Pictures.Jpeg(), .. "PK\u0003\u0004"u8], "something else" },
        { "gif that ends like a png", [.. "GIF89a"u8, .. Pictures.Png()], "damaged" },
        { "cut png", Pictures.Png()[..^1], "damaged" },
        { "cut jpeg", Pictures.Jpeg()[..^2], "damaged" },
        { "png whose pixels were changed", Changed(Pictures.Png(), -20), "damaged" },
        { "png with a header of its own kind", Pictures.PngWith("IHDR"u8, new byte[13]), "damaged" },
        { "png with something that must be understood", Pictures.PngWith("JUNK"u8, [1, 2, 3]), "damaged" },
        { "png without pixels", [.. Pictures.Png()[..33], .. Pictures.Png()[^12..]], "damaged" },
        { "png chunk of four billion bytes", [.. Pictures.Png()[..33], 0xFF, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, .. new byte[40]], "damaged" },
        { "jpeg segment that is longer than the file", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, .. new byte[40]], "damaged" },
        { "jpeg segment of no length", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]], "damaged" },
        { "jpeg that goes on and on", [0xFF, 0xD8, .. Enumerable.Repeat((byte)0xFF, 1000)], "damaged" },
        { "jpeg of arithmetic coding", Changed(Pictures.Jpeg(), FrameOfJpeg + 1, 0xC9), "ordinary JPEG" },
        { "lossless jpeg", Changed(Pictures.Jpeg(), FrameOfJpeg + 1, 0xC3), "ordinary JPEG" },
        { "jpeg of twelve bits", Changed(Pictures.Jpeg(), FrameOfJpeg + 4, 12), "ordinary JPEG" },
        { "jpeg without a height", Changed(Changed(Pictures.Jpeg(), FrameOfJpeg + 5, 0), FrameOfJpeg + 6, 0), "damaged" },
        { "too many bytes", new byte[LogoFile.MostBytes + 1], "200 kB" },
        { "too wide", PngOf(LogoFile.MostPixels + 1, 1), "2001 × 1 pixels" },
        { "a bomb of two thousand million pixels", PngOf(int.MaxValue, 1), "at most 2000 × 2000" },
        { "no pixel", PngOf(0, 4), "damaged" },
    };

    [Fact]
    public async Task A_png_is_known_by_its_bytes()
    {
        var logo = LogoFile.Read(await File.ReadAllBytesAsync(Path.Combine(Approved.Root(), "src/PayPage/Demo/logo.png"), TestContext.Current.CancellationToken));

        Assert.Equal(("image/png", 192, 192), (logo?.ContentType, logo?.Width, logo?.Height));
    }

    [Fact]
    public void A_jpeg_is_known_by_its_frame_header()
    {
        var logo = LogoFile.Read(Pictures.Jpeg());

        Assert.Equal(("image/jpeg", 16, 16), (logo?.ContentType, logo?.Width, logo?.Height));
        Assert.Equal(Pictures.Jpeg(), logo?.Bytes);
    }

    [Fact]
    public void What_tells_of_its_maker_is_left_behind_and_the_picture_stays()
    {
        Assert.Equal(Pictures.Png(), LogoFile.Read(Pictures.TalkativePng())?.Bytes);
        Assert.Equal(Pictures.Jpeg(), LogoFile.Read(Pictures.TalkativeJpeg())?.Bytes);
        Assert.Contains(Pictures.Secret, Encoding.Latin1.GetString(Pictures.TalkativePng()), StringComparison.Ordinal);
        Assert.Contains(Pictures.Secret, Encoding.Latin1.GetString(Pictures.TalkativeJpeg()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_clean_picture_is_kept_byte_for_byte()
    {
        var palette = PngMaker.Make(3, 1, 8, 3, false, (x, _, _) => x, palette: [1, 2, 3, 4, 5, 6, 7, 8, 9], transparent: [0, 128]);

        Assert.Equal(palette, LogoFile.Read(palette)?.Bytes);
    }

    [Theory]
    [MemberData(nameof(Disguised))]
    public void What_cannot_be_a_logo_is_refused_with_words_that_help(string what, byte[] file, string word)
    {
        var faulty = Assert.IsType<LogoReading.Faulty>(LogoFile.Judge(file));

        Assert.True(faulty.Message.Contains(word, StringComparison.Ordinal), $"{what}: {faulty.Message}");
        Assert.Contains("save", faulty.Message, StringComparison.OrdinalIgnoreCase);    // what to do now
    }

    [Fact]
    public void No_file_that_was_spoilt_anywhere_is_more_than_refused()
    {
        foreach (var sound in (byte[][])[Pictures.TalkativePng(), Pictures.TalkativeJpeg()])
        {
            for (var i = 0; i < sound.Length; i++)
            {
                if (LogoFile.Read(Changed(sound, i)) is { } logo)
                {
                    Assert.InRange(logo.Bytes.Length, 1, sound.Length);
                }

                _ = LogoFile.Read(sound[..i]);
            }
        }
    }

    private static byte[] PngOf(int width, int height)
    {
        var png = Pictures.Png();
        var header = png[16..29];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        return [.. png[..8], .. PngMaker.Chunk("IHDR"u8, header), .. png[33..]];
    }

    /// <param name="at">From the end where it is below 0.</param>
    private static byte[] Changed(byte[] file, int at, byte? to = null)
    {
        var other = file.ToArray();
        var place = at < 0 ? other.Length + at : at;
        other[place] = to ?? (byte)(other[place] ^ 0xFF);
        return other;
    }
}
