using System.Buffers.Binary;
using System.Text;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain;

public sealed class LogoFileTests
{
    [Fact]
    public async Task A_png_is_known_by_its_bytes()
    {
        var logo = LogoFile.Read(await DemoLogoAsync());

        Assert.Equal(("image/png", 192, 192), (logo?.ContentType, logo?.Width, logo?.Height));
    }

    [Fact]
    public void A_jpeg_is_known_by_its_frame_header()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x04, 0x4A, 0x46, 0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x30, 0x00, 0x60, 0x01, 0x11, 0x00, 0x00, 0xFF, 0xD9];
        var logo = LogoFile.Read(jpeg);

        Assert.Equal(("image/jpeg", 96, 48), (logo?.ContentType, logo?.Width, logo?.Height));
    }

    [Fact]
    public async Task What_is_cut_too_large_or_something_else_is_refused()
    {
        var png = await DemoLogoAsync();
        var wide = png.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(wide.AsSpan(16), LogoFile.MostPixels + 1);

        Assert.Null(LogoFile.Read(png[..^1]));
        Assert.Null(LogoFile.Read(wide));
        Assert.Null(LogoFile.Read([]));
        Assert.Null(LogoFile.Read(new byte[LogoFile.MostBytes + 1]));
        Assert.Null(LogoFile.Read(Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>                ")));
        Assert.Null(LogoFile.Read([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xD9]));
    }

    private static Task<byte[]> DemoLogoAsync() =>
        File.ReadAllBytesAsync(Path.Combine(Approved.Root(), "src/PayPage/Demo/logo.png"), TestContext.Current.CancellationToken);
}
