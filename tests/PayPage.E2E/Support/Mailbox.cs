using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace PayPage.E2E.Support;

/// <summary>The folder into which the site sends its mail, read as the people would whom it is for.</summary>
internal sealed class Mailbox(string folder)
{
    public const string Merchant = "accounts@northgate.example";

    // A mail never changes once its file is there, and with its papers it is long: each is read once, however often somebody asks.
    private readonly ConcurrentDictionary<string, ReadMail> _read = new();

    /// <summary>Waits for a mail to someone whose subject contains some words.</summary>
    public Task<ReadMail> ReceivesAsync(string to, string subject) => Eventually.SeeAsync(
        () => Task.FromResult(Find(to, subject).FirstOrDefault()), $"a mail '{subject}' to {to} in {folder}");

    /// <summary>How many there are, to whomever, whose subject contains some words.</summary>
    public int CountAbout(string subject) => All().Count(m => m.Subject.Contains(subject, StringComparison.Ordinal));

    public List<ReadMail> Find(string to, string subject) =>
        [.. All().Where(m => m.To == to && m.Subject.Contains(subject, StringComparison.Ordinal))];

    private IEnumerable<ReadMail> All() =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Select(path => _read.GetOrAdd(path, file => ReadMail.Parse(File.ReadAllText(file)))) : [];
}

/// <param name="Text">The plain part.</param>
/// <param name="Files">The names of what is attached.</param>
internal sealed partial record ReadMail(string To, string Subject, string Text, IReadOnlyList<string> Files)
{
    /// <summary>The only address in it that leads to a pay page.</summary>
    public Uri Link => new(PayLinks().Match(Text).Value);

    public static ReadMail Parse(string mime)
    {
        var (head, body) = Split(mime.ReplaceLineEndings("\n"));
        var (about, text) = PartsOf(head, body).Single(part => part.Head.Contains("Content-Type: text/plain", StringComparison.Ordinal));

        return new ReadMail(
            Header(head, "To").Trim('<', '>'),
            Decoded(Header(head, "Subject")),
            Header(about, "Content-Transfer-Encoding") == "base64" ? Encoding.UTF8.GetString(Convert.FromBase64String(text)) : text,
            [.. PartsOf(head, body).Where(part => part.Head.Contains("Content-Disposition: attachment", StringComparison.Ordinal)).Select(part => Attached().Match(part.Head).Groups[1].Value)]);
    }

    /// <summary>The leaves: what is no multipart itself.</summary>
    private static IEnumerable<(string Head, string Body)> PartsOf(string head, string body)
    {
        if (!Header(head, "Content-Type").StartsWith("multipart/", StringComparison.Ordinal))
        {
            return [(head, body)];
        }

        var boundary = Boundary().Match(Header(head, "Content-Type")).Groups[1].Value;
        return body.Split($"--{boundary}")[1..^1].Select(part => Split(part.TrimStart('\n'))).SelectMany(part => PartsOf(part.Head, part.Body));
    }

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();

    [GeneratedRegex("filename=\"([^\"]+)\"")]
    private static partial Regex Attached();

    [GeneratedRegex(@"http\S+/p/\S+")]
    private static partial Regex PayLinks();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=\s*")]
    private static partial Regex EncodedWords();

    private static (string Head, string Body) Split(string text) => text.Split("\n\n", 2) is [var head, var body] ? (head, body) : (text, "");

    /// <summary>A header that is folded over several lines is one line.</summary>
    private static string Header(string head, string name) => head.Replace("\n ", " ", StringComparison.Ordinal).Split('\n')
        .Single(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];

    private static string Decoded(string header) =>
        EncodedWords().Replace(header, word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));
}
