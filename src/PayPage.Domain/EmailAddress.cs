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

    /// <returns>False for none, several, or anything that needs guessing.</returns>
    public static bool TryParse(string? text, out string address)
    {
        address = text?.Trim() ?? "";
        var at = address.IndexOf('@', StringComparison.Ordinal);

        return at > 0 && address.Length <= MaxLength && IsLocal(address[..at]) && IsDomain(address[(at + 1)..]);
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

    private static bool IsDomain(string domain)
    {
        try
        {
            // International names are judged by their ASCII form, which also refuses what only looks like a letter.
            var labels = new IdnMapping().GetAscii(domain).Split('.');
            return labels.Length > 1 && labels.All(IsLabel);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LabelLength
        && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
