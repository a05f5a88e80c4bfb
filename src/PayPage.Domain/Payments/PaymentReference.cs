namespace PayPage.Domain.Payments;

/// <summary>What people quote on the telephone: ten characters of Crockford's base 32, the last one a check character.</summary>
/// <remarks>The alphabet has no I, L, O, U. The check is Luhn's for base 32: it finds any one wrong character and most swaps.</remarks>
public static class PaymentReference
{
    public const int Length = 10;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(RandomBytes random)
    {
        var body = string.Concat(random(Length - 1).Select(b => Alphabet[b % Alphabet.Length]));
        return body + CheckCharacter(body);
    }

    public static bool IsValid(string text) =>
        text.Length == Length
        && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal))
        && CheckCharacter(text[..^1]) == text[^1];

    private static char CheckCharacter(string body)
    {
        var sum = 0;

        for (var i = 0; i < body.Length; i++)
        {
            // Counted from the right, where the check character will stand, every other one is doubled.
            var weighted = Alphabet.IndexOf(body[^(i + 1)], StringComparison.Ordinal) * (i % 2 == 0 ? 2 : 1);
            sum += (weighted / Alphabet.Length) + (weighted % Alphabet.Length);
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
