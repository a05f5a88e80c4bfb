using PayPage.Domain.Links;

namespace PayPage.Pages.Pay;

/// <summary>How a browser proves that it began a payment: it may continue it, start again, and see the link for the rest.</summary>
/// <remarks>One cookie per link. Lax, for the payer comes back from another origin; it opens no account and no other payer's page.</remarks>
internal static class ReturnCookie
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);    // bank money takes days

    public static Func<LinkId, string?> Reader(HttpRequest request) => link => request.Cookies[Name(link)];

    public static void Set(HttpContext context, LinkId link, string returnSecret) => OwnCookie.Set(context, Name(link), returnSecret, "/p", Life);

    // The end of the id is its random part; the name needs no more than to differ.
    private static string Name(LinkId link) => $"paypage-{link.Value.ToString("N")[^12..]}";
}
