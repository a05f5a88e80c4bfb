using System.Text;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>A mail for those who read plain text, by choice, by watch or by ear.</summary>
internal static class MailAsText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>No line is longer than needed; nothing is drawn with characters.</summary>
    public static string Of(MailBody body, Words language)
    {
        var text = new StringBuilder();
        MailBody.Block? before = null;

        foreach (var block in body.Blocks)
        {
            if (before is not null && !(IsRow(before) && IsRow(block)))
            {
                text.Append('\n');
            }

            text.Append(Written(block, language)).Append('\n');
            before = block;
        }

        return text.ToString();
    }

    private static bool IsRow(MailBody.Block block) => block is MailBody.Block.Pair or MailBody.Block.Figure;

    private static string Written(MailBody.Block block, Words language) => block switch
    {
        MailBody.Block.Words words => Written(words.Runs, language),
        MailBody.Block.Quote quote => quote.Text,
        MailBody.Block.Aside aside => Written(aside.Runs, language),
        MailBody.Block.Figure figure => $"{figure.Name}: {figure.Value}{(figure.Note is null ? "" : $"\n{figure.Note}")}",
        MailBody.Block.Pair pair => $"{pair.Name}: {pair.Value}",
        MailBody.Block.Link link => $"{link.Label}:\n{link.Address.AbsoluteUri}",
        _ => "",
    };

    private static string Written(IReadOnlyList<MailBody.Run> runs, Words language) => string.Concat(runs.Select(run => Written(run, language)));

    private static string Written(MailBody.Run run, Words language) =>
        run is { IsValue: true, Address: null } && language.IsRightToLeft
            ? string.Join('\n', run.Text.Split('\n').Select(line => $"{FirstStrongIsolate}{line}{PopIsolate}"))    // an isolate ends with its line
            : run.Text;
}
