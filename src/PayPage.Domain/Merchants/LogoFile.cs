using System.Globalization;

namespace PayPage.Domain.Merchants;

/// <summary>A picture that may stand on a merchant's pages: a PNG or JPEG, by its own bytes and not by anybody's word.</summary>
/// <remarks>
/// Nothing is unpacked here but a GIF, of which the first picture may be kept as a PNG. The file is taken apart and put together anew from what draws the picture: where it was taken, by whom and
/// with what is left behind. SVG is refused for good: it is a program. What is kept is served with a policy that lets nothing of it run.
/// </remarks>
public sealed record LogoFile
{
    /// <summary>200 kB: the page itself weighs a tenth of that.</summary>
    public const int MostBytes = 200 * 1024;

    /// <summary>Along each side, in pixels: a browser unpacks four bytes for each.</summary>
    public const int MostPixels = 2000;

    private LogoFile(string contentType, PictureParts parts) => (Bytes, ContentType, Width, Height) = (parts.Clean, contentType, parts.Width, parts.Height);

#pragma warning disable CA1819 // what is stored and sent
    /// <summary>Without anything that does not draw.</summary>
    public byte[] Bytes { get; }
#pragma warning restore CA1819

    public string ContentType { get; }

    public int Width { get; }

    public int Height { get; }

    /// <returns>Null when it is no such picture, is cut, or is too large.</returns>
    public static LogoFile? Read(byte[] bytes) => Judge(bytes) is LogoReading.Read { Logo: var logo } ? logo : null;

    /// <summary>The same, with words for whoever chose the file.</summary>
    /// <param name="most">Bytes.</param>
    public static LogoReading Judge(byte[] bytes, int most = MostBytes)
    {
        if (bytes.Length > most)
        {
            return new LogoReading.Faulty(string.Create(
                CultureInfo.InvariantCulture,
                $"This file has {bytes.Length / 1024} kB; at most {most / 1024} kB is possible. Save the picture smaller: 512 pixels wide is plenty."));
        }

        return PngParts.IsPng(bytes) ? Judge("image/png", PngParts.Read(bytes))
            : GifPicture.IsGif(bytes) ? Judge(GifPicture.Read(bytes, MostPixels))
            : JpegParts.IsJpeg(bytes) ? Judge("image/jpeg", JpegParts.Read(bytes))
            : new LogoReading.Faulty($"This is {PictureKinds.NameOf(bytes)}, whatever it is called. Save your logo as a PNG or JPEG picture and choose it again.");
    }

    private static LogoReading Judge(GifPicture? picture) => picture switch
    {
        null => Judge("image/gif", PictureParts.Faulty(PictureFault.Broken)),
        { Pixels.IsEmpty: true } large => Judge("image/gif", new PictureParts(null, large.Width, large.Height, [])),    // too large to be unpacked: that is what will be said
        _ => new LogoReading.Unpacked(picture),
    };

    private static LogoReading Judge(string contentType, PictureParts parts) => parts.Fault switch
    {
        PictureFault.Broken => new LogoReading.Faulty(
            "This picture is damaged or cut off. Open it in a picture program, save it again as PNG or JPEG, and choose it again."),
        PictureFault.SomethingBehind => new LogoReading.Faulty(
            "There is something else in this file behind the picture. Open it in a picture program, save it again as PNG or JPEG, and choose it again."),
        PictureFault.UnusualKind => new LogoReading.Faulty(
            "This kind of JPEG cannot be shown everywhere. Save the picture as PNG, or as an ordinary JPEG, and choose it again."),
        null when parts.Width > MostPixels || parts.Height > MostPixels => new LogoReading.Faulty(string.Create(
            CultureInfo.InvariantCulture,
            $"This picture is {parts.Width} × {parts.Height} pixels; at most {MostPixels} × {MostPixels} are possible. Save it smaller: 512 pixels wide is plenty.")),
        null => new LogoReading.Read(new LogoFile(contentType, parts)),
    };
}

/// <summary>What reading a file as a logo came to.</summary>
public abstract record LogoReading
{
    private LogoReading()
    {
    }

    public sealed record Read(LogoFile Logo) : LogoReading;

    /// <summary>A sound GIF: its first picture can be kept once it is written as a PNG.</summary>
    public sealed record Unpacked(GifPicture Picture) : LogoReading;

    /// <param name="Message">What is wrong and what to do, for the merchant.</param>
    public sealed record Faulty(string Message) : LogoReading;
}
