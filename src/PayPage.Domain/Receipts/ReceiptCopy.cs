using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace PayPage.Domain.Receipts;

/// <summary>Somebody's copy of a receipt, to be judged: the JSON of its address, or its JWS alone.</summary>
/// <param name="Facts">What was signed, as text.</param>
/// <param name="KeyId">The key it names.</param>
/// <param name="IsWhole">Whether the readable half says the same as the signed half.</param>
public sealed record ReceiptCopy(string Facts, string KeyId, byte[] Signature, bool IsWhole)
{
    /// <summary>Several times what a receipt can be.</summary>
    public const int MostLength = 32 * 1024;

    private const int Parts = 3;

    /// <returns>Null when it is no receipt in shape.</returns>
    public static ReceiptCopy? Read(string? text)
    {
        var trimmed = text?.Trim() ?? "";

        if (trimmed.Length is 0 or > MostLength)
        {
            return null;
        }

        try
        {
            if (trimmed[0] != '{')
            {
                return OfSealed(trimmed, null);
            }

            using var json = JsonDocument.Parse(trimmed);
            var root = json.RootElement;

            return root.TryGetProperty("jws", out var jws) && jws.ValueKind == JsonValueKind.String && root.TryGetProperty("receipt", out var said)
                ? OfSealed(jws.GetString() ?? "", said)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <exception cref="JsonException">A part that should be JSON is none.</exception>
    private static ReceiptCopy? OfSealed(string jws, JsonElement? said)
    {
        var parts = jws.Split('.');

        if (parts.Length != Parts || parts.Any(part => !Base64Url.IsValid(part)))
        {
            return null;
        }

        var facts = Decoded(parts[1]);
        using var header = JsonDocument.Parse(Decoded(parts[0]));
        using var signed = JsonDocument.Parse(facts);

        return header.RootElement.ValueKind == JsonValueKind.Object
            && header.RootElement.TryGetProperty("kid", out var key) && key.ValueKind == JsonValueKind.String
            ? new ReceiptCopy(facts, key.GetString() ?? "", Base64Url.DecodeFromChars(parts[2]), said is not { } shown || JsonElement.DeepEquals(shown, signed.RootElement))
            : null;
    }

    private static string Decoded(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}
