namespace PayPage.Sandbox.TestCards;

internal static class Luhn
{
    private const int Shortest = 12;
    private const int Longest = 19;

    /// <summary>Could be a card number: 12 to 19 digits whose check digit is right (ISO/IEC 7812-1, annex B).</summary>
    public static bool Accepts(string digits)
    {
        if (digits.Length is < Shortest or > Longest || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }
}
