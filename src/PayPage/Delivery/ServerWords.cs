using System.Text.RegularExpressions;

namespace PayPage.Delivery;

/// <summary>What a stranger's server said, made fit for our logs and tables.</summary>
/// <remarks>Servers like to repeat the address they refuse, and the link in the mail that they take for spam: a link is a key.</remarks>
internal static partial class ServerWords
{
    private const int Longest = 150;
    private const int MostRead = 1000;    // the search below takes the square of a word's length

    /// <returns>Printable ASCII, at most 150 characters, without addresses, links, or words as long as a token.</returns>
    public static string Safe(string words)
    {
        var read = words.Length <= MostRead ? words : words[..MostRead];
        var safe = Private().Replace(Unprintable().Replace(read, "?"), "(...)").Trim();
        return safe.Length <= Longest ? safe : safe[..Longest];
    }

    [GeneratedRegex("[^ -~]")]
    private static partial Regex Unprintable();

    // An address with or without room around its @; anything with the marks of a link or of percent encoding; 65 characters and more (queue ids have up to 60).
    [GeneratedRegex(@"\S* ?@ ?\S*|\S*[/%]\S*|\S{65,}|www\.\S*")]
    private static partial Regex Private();
}
