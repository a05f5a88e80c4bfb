using PayPage.Wording;

namespace PayPage.Pages;

/// <summary>Which language a reader gets: the one he switched to, the invoice's, his browser's, the merchant's, English.</summary>
internal static class ReaderLanguage
{
    public const string Cookie = "paypage-language";

    /// <summary>The switch: an address with it leads to the same one without, and the choice is remembered.</summary>
    public const string Query = "lang";

    private const int MostWishes = 10;

    public static Words Of(HttpRequest request, string? invoice, string? merchant) => Languages.FirstOf(
        [request.Cookies[Cookie], invoice, .. Browser(request), merchant]);

    private static IEnumerable<string?> Browser(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1).Take(MostWishes).Where(wish => wish.Quality is not 0).Select(wish => wish.Value.Value);
}
