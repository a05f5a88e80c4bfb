using System.Text;

namespace PayPage.Delivery.Email.Smtp;

/// <summary>A mail in its envelope.</summary>
/// <param name="from">A mailbox that <see cref="Domain.EmailAddress"/> has passed, so that no command can hide in it.</param>
/// <param name="to">The same.</param>
/// <param name="content">The mail as <see cref="MimeText"/> wrote it.</param>
internal sealed class SmtpLetter(string from, string to, string content)
{
    private const string LineEnd = "\r\n";

    public string From { get; } = from;

    public string To { get; } = to;

    /// <summary>In bytes, as RFC 1870 6.3 counts: before dots are doubled.</summary>
    public int Size { get; } = Encoding.UTF8.GetByteCount(content);

    public bool NeedsEightBits { get; } = !Ascii.IsValid(content);

    /// <summary>RFC 5321 2.3.8: no line ends but CR LF. A lone one is how a second mail is smuggled past servers that read it differently.</summary>
    public bool IsWhole => content.Replace(LineEnd, "", StringComparison.Ordinal).AsSpan().IndexOfAny('\r', '\n') < 0;

    /// <summary>With the dot that ends it; a dot that begins a line of the mail is doubled (RFC 5321 4.5.2).</summary>
    public byte[] OnTheWire() => Encoding.UTF8.GetBytes(
        (LineEnd + content).Replace($"{LineEnd}.", $"{LineEnd}..", StringComparison.Ordinal)[LineEnd.Length..]
        + (content.EndsWith(LineEnd, StringComparison.Ordinal) ? "" : LineEnd)
        + $".{LineEnd}");
}
