using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace PayPage.Domain.Receipts;

/// <summary>Somebody's copy of a receipt, to be judged: the JSON of its address, or its JWS alone.</summary>
/// <param name="Facts">What was signed, as text.</param>
/// <param name="KeyId">The key it names.</param>
/// <param name="IsWhole">Whether it is, in every part, what we would have written: its header, its encoding, and its readable half.</param>
public sealed record ReceiptCopy(string Facts, string KeyId, byte[] Signature, bool IsWhole)
{
    /// <summary>Several times what a receipt can be.</summary>
    public const int MostLength = 32 * 1024;

    private const int Parts = 3;

    // Of two members of one name each reader takes another one.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <returns>Null when it is no receipt in shape.</returns>
    public static ReceiptCopy? Read(string? text)
    {
        var trimmed = text?.Trim().TrimStart('\uFEFF') ?? "";    // some editors begin a file with a mark

        if (trimmed.Length is 0 or > MostLength)
        {
            return null;
        }

        try
        {
            return trimmed[0] == '{' ? OfJson(trimmed) : OfSealed(trimmed, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            return null;    // no JSON, half a character in a text, or a number that no number can be
        }
    }

    private static ReceiptCopy? OfJson(string text)
    {
        using var json = JsonDocument.Parse(text, Strict);
        var root = json.RootElement;

        return root.TryGetProperty("jws", out var jws) && jws.ValueKind == JsonValueKind.String && root.TryGetProperty("receipt", out var said)
            ? OfSealed(jws.GetString() ?? "", said)
            : null;
    }

    private static ReceiptCopy? OfSealed(string jws, JsonElement? said)
    {
        var parts = jws.Split('.');

        if (parts.Length != Parts || parts.Any(part => !Base64Url.IsValid(part)))
        {
            return null;
        }

        var facts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        var signature = Base64Url.DecodeFromChars(parts[2]);
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
        using var signed = JsonDocument.Parse(facts, Strict);

        if (header.RootElement.ValueKind != JsonValueKind.Object || !header.RootElement.TryGetProperty("kid", out var kid) || kid.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var key = kid.GetString() ?? "";
        var isOurs = jws == ReceiptSeal.Compact(key, facts, signature);
        return new ReceiptCopy(facts, key, signature, isOurs && (said is not { } shown || JsonElement.DeepEquals(shown, signed.RootElement)));
    }
}
