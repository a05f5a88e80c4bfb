using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using PayPage.Documents;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain;

/// <summary>Pictures that netpbm wrote, and what its own reader says their pixels are.</summary>
public sealed class GifLogoTests
{
    private const string Small = "d8620851ce13f26e6f577c7c79f2b0e786d875742236b5f5c2c67081399bd667";
    private const string Noise = "f2006af96dae923ec21c27f610a0f7d9a6c1c9f51579b83cafc1d4f5208e4db4";

    [Theory]
    [InlineData("plain", Small)]
    [InlineData("lace", Small)]    // rows in four passes
    [InlineData("clear", Small)]
    [InlineData("noise", Noise)]    // so many words that they run out
    public void Of_a_gif_the_picture_stays_pixel_by_pixel_as_a_png(string name, string pixels)
    {
        var unpacked = Assert.IsType<LogoReading.Unpacked>(LogoFile.Judge(Gif(name)));
        var logo = LogoFile.Read(PalettePng.Write(unpacked.Picture));

        Assert.Equal("image/png", logo?.ContentType);
        Assert.Equal(pixels, Convert.ToHexStringLower(SHA256.HashData(Pixmap(logo!))));
        Assert.Equal(name == "clear", Chunks(logo!.Bytes).Any(chunk => chunk.Type == "tRNS"));
    }

    [Fact]
    public void A_gif_that_is_cut_anywhere_is_damaged_and_nothing_else()
    {
        var whole = Gif("lace");

        // Its end mark and the empty block before it are no part of the picture.
        for (var length = 6; length < whole.Length - 2; length++)
        {
            Assert.Contains("damaged", Assert.IsType<LogoReading.Faulty>(LogoFile.Judge(whole[..length])).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_gif_with_any_byte_changed_is_a_picture_or_damaged_and_never_an_exception()
    {
        var whole = Gif("plain");

        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x5A;
            LogoFile.Judge(changed);
        }
    }

    [Fact]
    public void A_gif_that_says_it_is_huge_is_not_unpacked()
    {
        var huge = Gif("plain");
        var at = huge.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x2C, 0, 0, 0, 0, 37, 0, 23, 0]);
        BinaryPrimitives.WriteUInt16LittleEndian(huge.AsSpan(at + 5), ushort.MaxValue);

        Assert.Contains("65535 × 23 pixels", Assert.IsType<LogoReading.Faulty>(LogoFile.Judge(huge)).Message, StringComparison.Ordinal);
    }

    private static byte[] Gif(string name) => File.ReadAllBytes(Path.Combine(Approved.Root(), "tests/PayPage.Unit/Domain/Gifs", $"{name}.gif"));

    /// <summary>As netpbm writes a picture down: a line of figures, then red, green and blue of each pixel.</summary>
    private static byte[] Pixmap(LogoFile logo)
    {
        var chunks = Chunks(logo.Bytes);
        var palette = chunks.Single(chunk => chunk.Type == "PLTE").Content;
        using var unpacked = new MemoryStream();
        using (var zip = new ZLibStream(new MemoryStream(chunks.Single(chunk => chunk.Type == "IDAT").Content), CompressionMode.Decompress))
        {
            zip.CopyTo(unpacked);
        }

        var rows = unpacked.ToArray().Chunk(logo.Width + 1).Select(row => row[1..]);
        return [.. Encoding.ASCII.GetBytes($"P6\n{logo.Width} {logo.Height}\n255\n"), .. rows.SelectMany(row => row.SelectMany(color => palette[(color * 3)..((color * 3) + 3)]))];
    }

    private static List<(string Type, byte[] Content)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[])>();

        for (var at = 8; at < png.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            chunks.Add((Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }
}
