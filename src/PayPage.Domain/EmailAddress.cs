using System.Globalization;

namespace PayPage.Domain;

/// <summary>One mailbox, and surely only one: what is refused here can never become a second recipient or a header.</summary>
/// <remarks>Stricter than RFC 5321 on purpose: no quoted local part, no comment, no address literal, a domain with a dot.</remarks>
public static class EmailAddress
{
    /// <summary>RFC 5321 4.5.3.1: 64 before the @, 254 in all.</summary>
    public const int MaxLength = 254;

    private const int LocalLength = 64;
    private const int LabelLength = 63;
    private const string LocalMarks = "!#$%&'*+-/=?^_`{|}~.";

    /// <param name="address">Without spaces around it; an international domain in its ASCII form.</param>
    /// <returns>False for none, several, or anything that needs guessing.</returns>
    public static bool TryParse(string? text, out string address)
    {
        address = text?.Trim() ?? "";
        var at = address.IndexOf('@', StringComparison.Ordinal);

        if (at <= 0 || address.Length > MaxLength || !IsLocal(address[..at]) || Domain(address[(at + 1)..]) is not { } domain)
        {
            return false;
        }

        address = $"{address[..at]}@{domain}";
        return address.Length <= MaxLength;
    }

    /// <summary>Enough to recognise one's own address, too little to learn another's: <c>t•••@m•••.world</c>.</summary>
    public static string Mask(string address)
    {
        var at = address.LastIndexOf('@');
        var dot = address.LastIndexOf('.');
        return at < 1 || dot < at + 2 ? "•••" : $"{address[0]}•••@{address[at + 1]}•••{address[dot..]}";
    }

    private static bool IsLocal(string local) =>
        local.Length <= LocalLength
        && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.All(c => char.IsAsciiLetterOrDigit(c) || LocalMarks.Contains(c, StringComparison.Ordinal));

    /// <returns>In ASCII: international names are judged, kept and used in that form, so nothing invisible can hide in them. Null for none.</returns>
    private static string? Domain(string domain)
    {
        try
        {
            var ascii = domain.All(char.IsAscii) ? domain : new IdnMapping().GetAscii(domain);
            var labels = ascii.Split('.');
            return labels.Length > 1 && labels.All(IsLabel) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LabelLength
        && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
