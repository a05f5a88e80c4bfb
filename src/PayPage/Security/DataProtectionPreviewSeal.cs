using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using PayPage.Domain.Previews;

namespace PayPage.Security;

/// <summary>Packed, then encrypted: an invoice that is being written fits into an address. Nobody but us can make one, so unpacking is safe.</summary>
internal sealed class DataProtectionPreviewSeal(IDataProtectionProvider provider) : IPreviewSeal
{
    private const int Quality = 9;
    private const int Window = 18;    // 256 kB behind: more than there ever is

    // Letters of all scripts as they are, and no member that says nothing: the shorter the better.
    private static readonly JsonSerializerOptions Short = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly IDataProtector _protector = provider.CreateProtector("PayPage.Preview.v1");

    public string Seal<T>(T content) => Base64Url.EncodeToString(_protector.Protect(Packed(JsonSerializer.SerializeToUtf8Bytes(content, Short))));

    public T? Open<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Unpacked(_protector.Unprotect(Base64Url.DecodeFromChars(text))), Short);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or JsonException)
        {
            return null;    // cut, changed, of another version of ours, or never made
        }
    }

    private static byte[] Packed(byte[] bytes)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window) ? packed[..length] : throw new InvalidOperationException();
    }

    private static byte[] Unpacked(byte[] packed)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var decoder = new BrotliDecoder();
        var rest = packed.AsSpan();
        OperationStatus status;

        do
        {
            status = decoder.Decompress(rest, bytes.GetSpan(), out var read, out var written);
            rest = rest[read..];
            bytes.Advance(written);
        }
        while (status == OperationStatus.DestinationTooSmall);

        return bytes.WrittenSpan.ToArray();
    }
}
