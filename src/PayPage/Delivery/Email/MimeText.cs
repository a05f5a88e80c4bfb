using System.Globalization;
using System.Text;
using PayPage.Domain.Delivery;

namespace PayPage.Delivery.Email;

/// <summary>Writes a mail as RFC 5322 text: plain and HTML (RFC 2046), the picture beside the HTML (RFC 2387), files behind both.</summary>
internal static class MimeText
{
    private const int LineLength = 76;
    private const int LongestPlainLine = 998;
    private const int EncodedWordBytes = 45;    // 60 base64 characters: with its frame still within RFC 2047's 75

    /// <param name="from">The installation's own sender address.</param>
    /// <param name="sevenBit">For a server that does not take letters beyond ASCII (RFC 6152): they are written in base64.</param>
    public static string Of(EmailMessage mail, string from, bool sevenBit = false)
    {
        var text = new StringBuilder();

        Header(text, "Date", mail.Date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header(text, "Message-ID", $"<{mail.MessageId}>");
        Header(text, "From", $"{Word(mail.FromName)} <{from}>");

        if (mail.ReplyTo is { } answers)
        {
            Header(text, "Reply-To", $"<{answers}>");
        }

        Header(text, "To", $"<{mail.To}>");
        Header(text, "Subject", Word(mail.Subject));
        Header(text, "Content-Language", mail.Language);
        Header(text, "Auto-Submitted", "auto-generated");
        Header(text, "MIME-Version", "1.0");
        Content(text, mail, sevenBit);

        return text.ToString();
    }

    private static void Content(StringBuilder text, EmailMessage mail, bool sevenBit)
    {
        if (mail.Files.Count == 0)
        {
            Readable(text, mail, sevenBit);
            return;
        }

        var mixed = new Multipart(text, mail, "mixed");
        mixed.Begin();
        Readable(text, mail, sevenBit);

        foreach (var file in mail.Files)
        {
            mixed.Begin();
            File(text, file, $"attachment; filename=\"{file.Name}\"");
        }

        mixed.End();
    }

    private static void Readable(StringBuilder text, EmailMessage mail, bool sevenBit)
    {
        var alternative = new Multipart(text, mail, "alternative");
        alternative.Begin();
        Words(text, "text/plain", mail.Text, sevenBit);
        alternative.Begin();

        if (mail.Picture is { } picture)
        {
            var related = new Multipart(text, mail, "related");
            related.Begin();
            Words(text, "text/html", mail.Html, sevenBit);
            related.Begin();
            Header(text, "Content-ID", $"<{picture.ContentId}>");
            File(text, picture, "inline");
            related.End();
        }
        else
        {
            Words(text, "text/html", mail.Html, sevenBit);
        }

        alternative.End();
    }

    private static void Header(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");

    /// <summary>As it is wherever lines are short enough (RFC 5322 2.1.1), so that a person can read the file; else in base64.</summary>
    private static void Words(StringBuilder text, string type, string content, bool sevenBit)
    {
        var lines = content.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var plain = lines.All(line => Encoding.UTF8.GetByteCount(line) <= LongestPlainLine) && (!sevenBit || content.All(char.IsAscii));

        Header(text, "Content-Type", $"{type}; charset=utf-8");
        Header(text, "Content-Transfer-Encoding", plain ? sevenBit ? "7bit" : "8bit" : "base64");
        text.Append("\r\n");

        if (!plain)
        {
            InBase64(text, Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
            return;
        }

        foreach (var line in lines)
        {
            text.Append(line).Append("\r\n");
        }
    }

    private static void File(StringBuilder text, MailFile file, string disposition)
    {
        Header(text, "Content-Type", $"{file.ContentType}; name=\"{file.Name}\"");
        Header(text, "Content-Disposition", disposition);
        Header(text, "Content-Transfer-Encoding", "base64");
        text.Append("\r\n");
        InBase64(text, file.Content.Span);
    }

    private static void InBase64(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        const int bytesInLine = LineLength / 4 * 3;

        for (var at = 0; at < bytes.Length; at += bytesInLine)
        {
            text.Append(Convert.ToBase64String(bytes.Slice(at, Math.Min(bytesInLine, bytes.Length - at)))).Append("\r\n");
        }
    }

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

    /// <summary>Parts between boundaries.</summary>
    private readonly struct Multipart
    {
        private readonly StringBuilder _text;
        private readonly string _boundary;

        public Multipart(StringBuilder text, EmailMessage mail, string kind)
        {
            // Made from the Message-ID, which no text of the mail can contain: the same mail is the same bytes.
            _text = text;
            _boundary = $"=_{kind}_{mail.MessageId.Split('@')[0]}";
            Header(text, "Content-Type", $"multipart/{kind}; boundary=\"{_boundary}\"{(kind == "related" ? "; type=\"text/html\"" : "")}");
            text.Append("\r\n");
        }

        public void Begin() => _text.Append(CultureInfo.InvariantCulture, $"--{_boundary}\r\n");

        public void End() => _text.Append(CultureInfo.InvariantCulture, $"--{_boundary}--\r\n");
    }
}
