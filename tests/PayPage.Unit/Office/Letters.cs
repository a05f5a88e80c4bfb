using System.Text.RegularExpressions;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

/// <summary>What lies in a site's mail folder, read as the people would whom it is for.</summary>
internal static partial class Letters
{
    /// <summary>Waits until a mail to this address holds an address of the back office.</summary>
    /// <param name="path">How that begins, e.g. <c>/merchant/invitation/</c>.</param>
    /// <returns>Its path and query.</returns>
    public static async Task<string> LinkAsync(RunningSite site, string to, string path, CancellationToken ct)
    {
        for (var i = 0; i < 200; i++)
        {
            if (To(site, to).SelectMany(mail => Addresses().Matches(mail)).Select(m => new Uri(m.Value).PathAndQuery)
                .FirstOrDefault(found => found.StartsWith(path, StringComparison.Ordinal)) is { } link)
            {
                return link;
            }

            await Task.Delay(100, ct);
        }

        throw new TimeoutException($"No mail to {to} led to {path}.");
    }

    /// <summary>How many there are, when the outbox has had time to send them.</summary>
    public static async Task<int> CountAsync(RunningSite site, string to, string subject, int expected, CancellationToken ct)
    {
        for (var i = 0; i < 100 && Found() < expected; i++)
        {
            await Task.Delay(100, ct);
        }

        return Found();

        int Found() => To(site, to).Count(mail => mail.Contains($"<title>{subject}</title>", StringComparison.Ordinal));
    }

    private static IEnumerable<string> To(RunningSite site, string to) => Directory.Exists(site.MailFolder)
        ? Directory.EnumerateFiles(site.MailFolder, "*.eml").Select(File.ReadAllText).Where(mail => mail.Contains($"\nTo: <{to}>", StringComparison.Ordinal))
        : [];

    [GeneratedRegex(@"http\S+/merchant/[^\s""<]+")]
    private static partial Regex Addresses();
}
