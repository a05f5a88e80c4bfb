using System.Security.Cryptography;
using System.Text;
using PayPage.Domain;

namespace PayPage.SignIn.Codes;

/// <summary>Ten codes on paper that stand in for a lost telephone, each once. What is kept of them is one text: a salt and the hashes of those that are left.</summary>
/// <remarks>A code has 50 random bits: too many to guess within the tries that lockout leaves, too few for a plain hash. So it is stretched as a password is (ASVS 5.0 6.5.2).</remarks>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const int Letters = 10;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int Rounds = 100_000;
    private const char Between = ';';

    // Crockford's: whoever reads O for 0, or I or L for 1, is understood.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <returns>The codes as people see them, <c>K7QW3-9MZXT</c>, this once; and what is kept.</returns>
    public static (IReadOnlyList<string> Shown, string Kept) New(RandomBytes random)
    {
        var salt = random(SaltBytes);
        var codes = Enumerable.Range(0, Count).Select(_ => NewCode(random)).ToList();
        return (codes, Written(salt, codes.Select(code => Hash(salt, code))));
    }

    /// <param name="kept">Null: there are none.</param>
    public static int Left(string? kept) => kept is null ? 0 : kept.Split(Between).Length - 1;

    /// <param name="kept">Null: there are none.</param>
    /// <param name="typed">Small letters, spaces and hyphens do not matter.</param>
    /// <returns>What is kept after this; null when the code was none of them.</returns>
    public static string? Spend(string? kept, string typed)
    {
        if (kept is null)
        {
            return null;
        }

        var parts = kept.Split(Between).Select(Convert.FromHexString).ToList();
        var hash = Hash(parts[0], typed);
        var left = parts.Skip(1).Where(other => !CryptographicOperations.FixedTimeEquals(other, hash)).ToList();

        return left.Count == parts.Count - 1 ? null : Written(parts[0], left);
    }

    private static string NewCode(RandomBytes random)
    {
        var letters = string.Concat(random(Letters).Select(b => Alphabet[b % Alphabet.Length]));
        return $"{letters[..(Letters / 2)]}-{letters[(Letters / 2)..]}";
    }

    private static byte[] Hash(byte[] salt, string code) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Plain(code)), salt, Rounds, HashAlgorithmName.SHA512, HashBytes);

    private static string Plain(string typed) =>
        string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');

    private static string Written(byte[] salt, IEnumerable<byte[]> hashes) =>
        string.Join(Between, hashes.Prepend(salt).Select(Convert.ToHexString));
}
