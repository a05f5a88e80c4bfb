namespace PayPage.Domain.Merchants;

/// <summary>What taking a picture's file apart came to.</summary>
/// <param name="Fault">Null when it is sound.</param>
/// <param name="Clean">The file put together anew from what draws the picture; empty when there is a fault.</param>
internal sealed record PictureParts(PictureFault? Fault, int Width, int Height, byte[] Clean)
{
    public static PictureParts Faulty(PictureFault fault) => new(fault, 0, 0, []);
}

internal enum PictureFault
{
    /// <summary>Cut, damaged, or not what the standard allows.</summary>
    Broken,

    /// <summary>A file that goes on after the picture's end is a second file for somebody.</summary>
    SomethingBehind,

    /// <summary>Sound, but of a kind that browsers or readers of PDF do not show.</summary>
    UnusualKind,
}
