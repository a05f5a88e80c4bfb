using System.Security.Cryptography;
using System.Text;

namespace PayPage.Domain.Fort;

/// <summary>PayFort's way to sign parameters: a phrase, all names and values in order of their names with nothing between, and the phrase again, hashed.</summary>
/// <remarks>A plain keyed hash over an ambiguous text: for this one door only. Whatever we sign on our own account is signed otherwise.</remarks>
public static class FortSignature
{
    /// <summary>The parameter that holds it, and is left out of it.</summary>
    public const string Name = "signature";

    /// <param name="parameters">Those without a value (null or blank) count as not sent; values are trimmed.</param>
    /// <returns>Lower-case hexadecimal: 64 digits, or 128 with SHA-512.</returns>
    public static string Of(IEnumerable<KeyValuePair<string, string?>> parameters, string phrase, FortDigest digest)
    {
        var signed = parameters
            .Where(parameter => parameter.Key != Name && !string.IsNullOrWhiteSpace(parameter.Value))
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={parameter.Value!.Trim()}");    // not null: just asked
        var text = Encoding.UTF8.GetBytes($"{phrase}{string.Concat(signed)}{phrase}");

        return Convert.ToHexStringLower(digest switch
        {
            FortDigest.Sha256 => SHA256.HashData(text),
            FortDigest.Sha512 => SHA512.HashData(text),
        });
    }

    /// <summary>Whether the parameters bear the signature that belongs to them. Takes the same time whatever differs.</summary>
    /// <param name="given">Capitals are as good as small letters.</param>
    public static bool Fits(string? given, IEnumerable<KeyValuePair<string, string?>> parameters, string phrase, FortDigest digest) =>
        Secret.Matches((given ?? "").Trim().ToLowerInvariant(), Secret.Hash(Of(parameters, phrase, digest)));
}

public enum FortDigest
{
    Sha256,
    Sha512,
}
