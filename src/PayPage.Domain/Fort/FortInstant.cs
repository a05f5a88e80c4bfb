using System.Globalization;

namespace PayPage.Domain.Fort;

/// <summary>Points in time as the dialect writes them.</summary>
public static class FortInstant
{
    private static readonly string[] Forms = ["yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ"];

    /// <param name="text">With its zone, e.g. <c>2027-12-20T15:36:55+03:00</c>.</param>
    public static bool TryRead(string text, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at) && at.Year is > 1900 and < 3000;

    /// <returns>E.g. <c>2027-12-20T12:36:55Z</c>.</returns>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
