using PayPage.Domain.Delivery;

namespace PayPage.Pages.Office.Previews;

/// <summary>A mail's HTML as a page: in one scheme, its picture within it, its links leading nowhere.</summary>
internal static class FramedMail
{
    private const string Head = "<head>";
    private const string HeadEnd = "</head>";

    public static string Of(EmailMessage mail, ColorScheme scheme)
    {
        var end = mail.Html.IndexOf(HeadEnd, StringComparison.Ordinal);    // our own composer's: each mail has one, and before it nothing of a merchant's in markup
        var head = scheme.Forced(mail.Html[..end]).Replace(Head, $"{Head}\n<base target=\"_blank\">", StringComparison.Ordinal);
        var body = mail.Html[end..];

        return head + (mail.Picture is { } picture
            ? body.Replace($"src=\"cid:{picture.ContentId}\"", $"src=\"data:{picture.ContentType};base64,{Convert.ToBase64String(picture.Content.Span)}\"", StringComparison.Ordinal)
            : body);
    }
}
