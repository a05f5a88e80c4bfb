using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using PayPage.Domain.Merchants;

namespace PayPage.Api.Signing;

/// <summary>What stands in a call's <c>Signature</c>: with which key it was signed, and over what.</summary>
/// <param name="Names">Of the signed lines, in lower case and in their order.</param>
/// <param name="Value">The signature itself.</param>
internal sealed partial record SignatureHeader(ApiKeyId KeyId, IReadOnlyList<string> Names, byte[] Value)
{
    public const string Name = "Signature";

    private const int Longest = 2000;
    private const int MostNames = 20;
    private const string Algorithm = "HmacSHA256";

    private static readonly string[] Wanted = ["algorithm", "headers", "keyid", "signature"];

    /// <returns>Null where it is not what the dialect sends: four members, each once, in any order and with any case in their names.</returns>
    public static SignatureHeader? Read(StringValues headers)
    {
        if (headers is not [{ Length: <= Longest } text] || !Whole().IsMatch(text))
        {
            return null;
        }

        var members = Member().Matches(text).Select(m => (Name: m.Groups[1].Value.ToLowerInvariant(), Value: m.Groups[2].Value)).ToList();

        if (!members.Select(m => m.Name).Order(StringComparer.Ordinal).SequenceEqual(Wanted, StringComparer.Ordinal))
        {
            return null;
        }

        var given = members.ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);
        var names = given["headers"].ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var value = new byte[SigningText.MacLength];

        return given["algorithm"].Equals(Algorithm, StringComparison.OrdinalIgnoreCase)
            && names.Length <= MostNames && names.Distinct(StringComparer.Ordinal).Count() == names.Length
            && ApiKeyId.TryParseUuid(given["keyid"], out var id)
            && Convert.TryFromBase64String(given["signature"], value, out var length) && length == value.Length
                ? new SignatureHeader(id, names, value)
                : null;
    }

    // name="value" with commas between them; spaces around commas, and nowhere else.
    [GeneratedRegex("^\\s*[A-Za-z]+=\"[^\"]*\"(\\s*,\\s*[A-Za-z]+=\"[^\"]*\")*\\s*\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex("([A-Za-z]+)=\"([^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Member();
}
