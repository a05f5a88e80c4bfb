using Microsoft.Playwright;

namespace PayPage.E2E.Support;

/// <summary>The language that a browser remembers for our pages, as the switch on the page leaves it.</summary>
internal static class Languages
{
    public const string English = "en";
    public const string German = "de";
    public const string Arabic = "ar";

    private const string Cookie = "paypage-language";

    public static Task SpeakAsync(this IPage page, Uri site, string language) =>
        page.Context.AddCookiesAsync([new Cookie { Name = Cookie, Value = language, Url = site.AbsoluteUri }]);
}
