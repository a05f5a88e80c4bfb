using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>What stands in a mail, written once and read twice: as plain text and as HTML. Everything is encoded on the way.</summary>
internal sealed class MailBody
{
    // Letters of all scripts as they are: an encoded Arabic mail would be five times as long.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly List<Block> _blocks = [];

    public MailBody Paragraph(string? text) => Add(text is null ? null : new Block.Words(text));

    public MailBody Fact(string name, string? value) => Add(value is null ? null : new Block.Pair(name, value));

    public MailBody Item(string name, string amount) => Add(new Block.Pair(name, amount));

    public MailBody Button(string label, Uri address) => Add(new Block.Link(label, address));

    public string AsText()
    {
        var text = new StringBuilder();
        Block? before = null;

        foreach (var block in _blocks)
        {
            if (before is not null && (before is not Block.Pair || block is not Block.Pair))
            {
                text.Append('\n');
            }

            text.Append(block switch
            {
                Block.Words words => words.Text,
                Block.Pair pair => $"{pair.Name}: {pair.Value}",
                Block.Link link => $"{link.Label}:\n{link.Address.AbsoluteUri}",
                _ => "",
            }).Append('\n');
            before = block;
        }

        return text.ToString();
    }

    public string AsHtml(string title, Words language)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{language.Tag}" dir="{language.Direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{E(title)}</title></head>
            <body style="margin:0;padding:24px 16px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif">
            <div style="max-width:560px;margin:0 auto">

            """);

        for (var i = 0; i < _blocks.Count; i++)
        {
            switch (_blocks[i])
            {
                case Block.Words words:
                    html.Append(CultureInfo.InvariantCulture, $"<p>{E(words.Text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n");
                    break;
                case Block.Pair:
                    i = Table(html, i);
                    break;
                case Block.Link link:
                    html.Append(CultureInfo.InvariantCulture, $"""
                        <p style="margin:24px 0"><a href="{E(link.Address.AbsoluteUri)}" style="display:inline-block;background:#0f5f59;color:#ffffff;padding:14px 24px;border-radius:10px;text-decoration:none;font-weight:bold">{E(link.Label)}</a></p>
                        <p style="font-size:14px;word-break:break-all">{E(link.Address.AbsoluteUri)}</p>

                        """);
                    break;
            }
        }

        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    /// <returns>Where the run of pairs ends.</returns>
    private int Table(StringBuilder html, int first)
    {
        var i = first;
        html.Append("<table role=\"presentation\" style=\"width:100%;border-collapse:collapse;margin:16px 0\">\n");

        for (; i < _blocks.Count && _blocks[i] is Block.Pair pair; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <tr><td style="padding:6px 0;padding-inline-end:12px;border-bottom:1px solid #8884"><bdi>{E(pair.Name)}</bdi></td><td style="padding:6px 0;border-bottom:1px solid #8884;text-align:end;font-weight:bold"><bdi>{E(pair.Value)}</bdi></td></tr>

                """);
        }

        html.Append("</table>\n");
        return i - 1;
    }

    private MailBody Add(Block? block)
    {
        if (block is not null)
        {
            _blocks.Add(block);
        }

        return this;
    }

    private static string E(string text) => Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);

    private abstract record Block
    {
        internal sealed record Words(string Text) : Block;

        internal sealed record Pair(string Name, string Value) : Block;

        internal sealed record Link(string Label, Uri Address) : Block;
    }
}
