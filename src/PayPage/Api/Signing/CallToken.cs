using System.Buffers.Text;
using System.Text.Json;
using PayPage.Domain.Merchants;

namespace PayPage.Api.Signing;

/// <summary>A JSON Web Token (RFC 7519) that was signed for one call with a shared secret (HS256). Read, not believed: the signature is checked by others.</summary>
/// <param name="Signed">What the signature is over.</param>
/// <param name="Claims">Texts and whole numbers, as they stand there; what is anything else is left out.</param>
internal sealed record CallToken(ApiKeyId KeyId, string Signed, byte[] Signature, IReadOnlyDictionary<string, string> Claims)
{
    private const int Deepest = 4;
    private const string Algorithm = "HS256";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <returns>Null where it is not three parts in Base64 (URL), two of them JSON objects, for HS256 and no other algorithm.</returns>
    public static CallToken? Read(string text)
    {
        if (text.Split('.') is not [var head, var body, var signature] || Members(head) is not { } header || Members(body) is not { } claims
            || Bytes(signature) is not { Length: SigningText.MacLength } mac)
        {
            return null;
        }

        // None, RS256 and all others: whoever may choose how he is checked is not checked. "crit" asks for what nobody here understands.
        return header.GetValueOrDefault("alg") == Algorithm && !header.ContainsKey("crit") && ApiKeyId.TryParseUuid(header.GetValueOrDefault("kid"), out var id)
            ? new CallToken(id, $"{head}.{body}", mac, claims)
            : null;
    }

    public string? Claim(string name) => Claims.GetValueOrDefault(name);

    private static Dictionary<string, string>? Members(string part)
    {
        try
        {
            if (Bytes(part) is not { } bytes)
            {
                return null;
            }

            using var json = JsonDocument.Parse(bytes, Strict);

            return json.RootElement.ValueKind != JsonValueKind.Object ? null : json.RootElement.EnumerateObject().ToDictionary(
                member => member.Name,
                member => member.Value.ValueKind switch
                {
                    JsonValueKind.String => member.Value.GetString()!,    // a text is never null
                    JsonValueKind.Number => member.Value.GetRawText(),
                    _ => "",
                },
                StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;    // the second: half a surrogate pair
        }
    }

    private static byte[]? Bytes(string part)
    {
        // Neither blanks nor padding, which the decoder would overlook: one token has one way to be written.
        return part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && Base64Url.IsValid(part) ? Base64Url.DecodeFromChars(part) : null;
    }
}
