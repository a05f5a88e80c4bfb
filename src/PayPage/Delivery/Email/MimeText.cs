using System.Globalization;
using System.Text;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Email;

/// <summary>Writes a mail as RFC 5322 text with a plain and an HTML part (RFC 2046 multipart/alternative).</summary>
internal static class MimeText
{
    private const int LineLength = 76;
    private const int LongestPlainLine = 998;
    private const int EncodedWordBytes = 45;    // 60 base64 characters: with its frame still within RFC 2047's 75

    public static string Of(EmailMessage mail, string from)
    {
        // Made from the Message-ID, which no text of the mail can contain: the same mail is the same bytes.
        var boundary = $"=_{mail.MessageId.Split('@')[0]}";
        var text = new StringBuilder();

        Header(text, "Date", mail.Date.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header(text, "Message-ID", $"<{mail.MessageId}>");
        Header(text, "From", $"{Word(mail.FromName)} <{from}>");
        Header(text, "Reply-To", $"<{mail.ReplyTo}>");
        Header(text, "To", $"<{mail.To}>");
        Header(text, "Subject", Word(mail.Subject));
        Header(text, "Content-Language", mail.Language);
        Header(text, "Auto-Submitted", "auto-generated");
        Header(text, "MIME-Version", "1.0");
        Header(text, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        text.Append("\r\n");
        Part(text, boundary, "text/plain", mail.Text);
        Part(text, boundary, "text/html", mail.Html);
        text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");

        return text.ToString();
    }

    private static void Header(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");

    /// <summary>As it is wherever lines are short enough (RFC 5322 2.1.1), so that a person can read the file; else in base64.</summary>
    private static void Part(StringBuilder text, string boundary, string type, string content)
    {
        var lines = content.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var plain = lines.All(line => Encoding.UTF8.GetByteCount(line) <= LongestPlainLine);

        text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
        Header(text, "Content-Type", $"{type}; charset=utf-8");
        Header(text, "Content-Transfer-Encoding", plain ? "8bit" : "base64");
        text.Append("\r\n");

        foreach (var line in plain ? lines : InBase64(lines))
        {
            text.Append(line).Append("\r\n");
        }
    }

    private static IEnumerable<string> InBase64(string[] lines) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join("\r\n", lines))).Chunk(LineLength).Select(chunk => new string(chunk));

    /// <summary>RFC 2047, always: then nothing in a name or subject can become a header or a second address.</summary>
    private static string Word(string value)
    {
        var words = new List<string>();
        var bytes = new List<byte>();

        foreach (var rune in value.EnumerateRunes())
        {
            var next = Encoding.UTF8.GetBytes(rune.ToString());

            if (bytes.Count + next.Length > EncodedWordBytes)
            {
                words.Add(Encoded(bytes));
                bytes.Clear();
            }

            bytes.AddRange(next);
        }

        words.Add(Encoded(bytes));
        return string.Join("\r\n ", words);
    }

    private static string Encoded(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
