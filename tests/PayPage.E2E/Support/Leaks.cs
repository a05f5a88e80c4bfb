using System.Text.RegularExpressions;

namespace PayPage.E2E.Support;

/// <summary>What must never be read in a log: keys to pay pages, card numbers, API keys. The demo's banner on the console is meant to show its own,
/// and a new site the address at which its first administrator is made.</summary>
internal static partial class Leaks
{
    private static readonly string[] Banner = ["Pay link:", "Demo API key:", "Test card:"];

    public static IEnumerable<string> In(IEnumerable<string> lines) => lines.Where(IsLeak);

    private static bool IsLeak(string line) =>
        !Banner.Any(line.TrimStart().StartsWith)
        && !SetUpNotice().IsMatch(line)
        && (line.Contains("CfDJ8", StringComparison.Ordinal)
            || line.Contains(RunningSite.ApiKey, StringComparison.Ordinal)
            || line.Contains("sk_sandbox_", StringComparison.Ordinal)
            || line.Contains("sk_test_", StringComparison.Ordinal)
            || line.Contains("whsec_", StringComparison.Ordinal)
            || line.Contains("_secret_", StringComparison.Ordinal)
            || CardNumbers().Matches(line).Any(m => PassesLuhn(m.Value)));

    [GeneratedRegex(@"(?<!\w)\d{4}[ -]?\d{4,6}[ -]?\d{4,5}([ -]?\d{3,4})?(?!\w)")]
    private static partial Regex CardNumbers();

    [GeneratedRegex(@"^\s*http\S+/merchant/set-up\?code=\S+\s*$")]
    private static partial Regex SetUpNotice();

    private static bool PassesLuhn(string text) => text.Where(char.IsAsciiDigit).Reverse()
        .Select((digit, i) => (digit - '0') * (i % 2 + 1)).Sum(n => n > 9 ? n - 9 : n) % 10 == 0;
}
