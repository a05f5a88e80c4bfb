using PayPage.Domain.Links;

namespace PayPage.Hosting;

/// <summary>Tells machines from browsers by what a request says of itself. Good enough to count by; nothing else may depend on it.</summary>
internal static class VisitKinds
{
    private static readonly string[] PrefetchHeaders = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];
    private static readonly string[] PrefetchWords = ["prefetch", "prerender", "preview"];

    // Chat and mail previewers, and search engines: they show strangers what they find. The name alone will not do where an app's own browser,
    // behind which a person sits, has it too (Facebook's FBAN, "Twitter for iPhone", "[Pinterest/iOS]", Teams and Slack on the desktop).
    private static readonly string[] Previewers =
    [
        "Slackbot", "Slack-ImgProxy", "facebookexternalhit", "Facebot", "facebookcatalog", "meta-external", "Twitterbot", "TelegramBot", "Discordbot",
        "LinkedInBot", "SkypeUriPreview", "MicrosoftPreview", "BingPreview", "Applebot", "Googlebot", "Google-InspectionTool", "Google-PageRenderer",
        "bingbot", "Iframely", "Embedly", "vkShare", "redditbot", "Pinterestbot", "pinterest.com/bot", "Snap URL Preview", "Cardyb", "(Mastodon/",
        "YandexBot", "DuckDuckBot", "Baiduspider", "Yahoo! Slurp",
    ];

    // These begin with their own name when they make a preview, and with Mozilla/ when a person reads in them. Signal calls itself WhatsApp.
    private static readonly string[] PreviewersByBeginning = ["WhatsApp/", "Viber/", "Signal/", "Mastodon/"];

    // Mail gateways and tools that say so. "bot" alone would catch a telephone (CUBOT); robots give the address of their maker, "+http…".
    private static readonly string[] Scanners =
    [
        "Barracuda", "Proofpoint", "Mimecast", "Microsoft Office", "ms-office", "GoogleImageProxy", "YahooMailProxy", "HeadlessChrome", "PhantomJS",
        "bot/", "bot;", "spider", "crawler", "+http", "curl/", "Wget/", "python-", "Go-http-client", "Java/", "okhttp/", "libwww-perl",
    ];

    public static VisitKind Of(string method, IHeaderDictionary headers)
    {
        var agent = headers.UserAgent.ToString();

        return HttpMethods.IsHead(method)
            || agent.Length == 0
            || PrefetchHeaders.Any(header => Holds(headers[header].ToString(), PrefetchWords))
            || IsPreviewer(agent)
            || Holds(agent, Scanners)
            || !string.Equals(headers["Sec-Fetch-Mode"], "navigate", StringComparison.OrdinalIgnoreCase)
            ? VisitKind.Machine
            : VisitKind.Page;
    }

    /// <summary>Would it show what it finds to others?</summary>
    /// <param name="agent">The User-Agent header; empty where there is none.</param>
    public static bool IsPreviewer(string agent) =>
        Holds(agent, Previewers) || PreviewersByBeginning.Any(name => agent.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static bool Holds(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
