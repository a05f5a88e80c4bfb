using System.Buffers.Text;

namespace PayPage.Domain.Links;

/// <summary>The short form of a link for text messages and QR codes: 22 base64url characters, 128 random bits.</summary>
public static class ShortCode
{
    public const int Length = 22;
    private const int RandomLength = 16;

    public static string New(RandomBytes random) => Base64Url.EncodeToString(random(RandomLength));

    public static bool IsOne(string? text) =>
        text?.Length == Length && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
