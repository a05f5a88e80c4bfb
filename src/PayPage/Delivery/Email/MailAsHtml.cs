using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PayPage.Domain.Delivery;
using PayPage.Domain.Merchants;
using PayPage.Wording;

namespace PayPage.Delivery.Email;

/// <summary>A mail as HTML: tables and styles within the elements, for many readers know nothing else; the dark colours in one style sheet, for those who do.</summary>
/// <remarks>Everything is encoded on the way. Nothing is fetched: the picture travels with the mail.</remarks>
internal sealed class MailAsHtml(Words words, MailHead head)
{
    private const string Font = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Muted = "color:#55606b";

    private const int LongFigure = 12;

    private static readonly BrandColor House = new(0x0f, 0x5f, 0x59);

    // Letters of all scripts as they are: an encoded Arabic mail would be five times as long.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly BrandPalette _light = BrandPalette.ForLight(head.Color ?? House);
    private readonly BrandPalette _dark = BrandPalette.ForDark(head.Color ?? House);
    private readonly StringBuilder _html = new();

    // Where lines begin and end. Not left to "start" and "end", which some readers do not know.
    private string Start => words.IsRightToLeft ? "right" : "left";

    private string End => words.IsRightToLeft ? "left" : "right";

    public string Of(MailBody body, string title)
    {
        Begin(title);
        Header();

        for (var i = 0; i < body.Blocks.Count; i++)
        {
            i = Write(body.Blocks, i);
        }

        Finish();
        return _html.ToString();
    }

    private static string E(string text) => Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);

    private static string Lines(string text) => E(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    private void Begin(string title) => Add($$"""
        <!doctype html>
        <html lang="{{words.Tag}}" dir="{{words.Direction}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{E(title)}}</title>
        <style>
        :root{color-scheme:light dark}
        @media (prefers-color-scheme:dark){
        .ground{background:#0e1318!important}
        .card{background:#171e26!important;color:#e8edf2!important}
        .muted{color:#a9b4bf!important}
        .rule{border-color:#33404d!important}
        .brand{color:{{_dark.Brand}}!important}
        .soft{background:{{_dark.Soft}}!important}
        .button{background:{{_dark.Brand}}!important;color:{{_dark.Ink}}!important}
        }
        </style>
        </head>
        <body class="ground" style="margin:0;padding:0;background:#eef1f4;font-family:{{Font}};font-size:16px;line-height:1.5">
        <table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" style="background:#eef1f4"><tr><td align="center" style="padding:24px 12px">
        <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;color:#17212b;border-radius:12px"><tr><td style="padding:28px 24px;text-align:{{Start}}">

        """);

    private void Header()
    {
        var mark = head.Picture is { } picture
            ? $"""<img src="cid:{E(picture.ContentId)}" alt="" height="48" style="display:block;height:48px;max-width:140px;border:0">"""
            : $"""<div class="button" aria-hidden="true" style="width:48px;height:48px;line-height:48px;border-radius:10px;background:{_light.Brand};color:{_light.Ink};text-align:center;font-weight:bold;font-size:22px">{E(StringInfo.GetNextTextElement(head.Name).ToUpperInvariant())}</div>""";

        Add($"""
            <table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="padding-{End}:12px">{mark}</td><td style="font-weight:bold;font-size:18px;line-height:1.3;overflow-wrap:anywhere"><bdi>{E(head.Name)}</bdi></td></tr></table>

            """);
    }

    /// <returns>The last block that was written: facts that follow each other make one table.</returns>
    private int Write(IReadOnlyList<MailBody.Block> blocks, int at)
    {
        switch (blocks[at])
        {
            case MailBody.Block.Words paragraph:
                Add($"<p style=\"margin:20px 0 0;overflow-wrap:anywhere\">{Written(paragraph.Runs)}</p>\n");
                return at;
            case MailBody.Block.Quote quote:
                Add($"<p class=\"rule\" dir=\"auto\" style=\"margin:20px 0 0;padding-{Start}:14px;border-{Start}:3px solid #d5dbe1;overflow-wrap:anywhere\">{Lines(quote.Text)}</p>\n");
                return at;
            case MailBody.Block.Aside aside:
                Add($"<p class=\"muted\" style=\"margin:16px 0 0;font-size:14px;overflow-wrap:anywhere;{Muted}\">{Written(aside.Runs)}</p>\n");
                return at;
            case MailBody.Block.Figure figure:
                Write(figure);
                return at;
            case MailBody.Block.Link link:
                Write(link);
                return at;
            default:
                return Facts(blocks, at);
        }
    }

    private void Write(MailBody.Block.Figure figure)
    {
        var size = figure.Value.Length <= LongFigure ? 28 : 20;    // a sum is never cut: a part of it reads like a whole one
        var note = figure.Note is null ? "" : $"<br><span class=\"muted\" style=\"font-size:14px;{Muted}\">{E(figure.Note)}</span>";
        Add($"""
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:20px 0 0"><tr><td class="soft" style="padding:16px 18px;border-radius:10px;background:{_light.Soft}"><span class="muted" style="font-size:14px;{Muted}">{E(figure.Name)}</span><br><b style="font-size:{size}px;line-height:1.25;white-space:nowrap"><bdi>{E(figure.Value)}</bdi></b>{note}</td></tr></table>

            """);
    }

    private void Write(MailBody.Block.Link link) => Add($"""
        <table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 0"><tr><td class="button" style="border-radius:10px;background:{_light.Brand}"><a class="button" href="{E(link.Address.AbsoluteUri)}" style="display:inline-block;padding:14px 28px;border-radius:10px;background:{_light.Brand};color:{_light.Ink};font-weight:bold;text-decoration:none">{E(link.Label)}</a></td></tr></table>
        <p class="muted" dir="ltr" style="margin:12px 0 0;font-size:13px;word-break:break-all;text-align:{Start};{Muted}">{E(link.Address.AbsoluteUri)}</p>

        """);

    private int Facts(IReadOnlyList<MailBody.Block> blocks, int first)
    {
        const string cell = "padding:8px 0;border-bottom:1px solid #d5dbe1;vertical-align:top";
        var last = first;
        Add($"<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:20px 0 0\">\n");

        for (; last < blocks.Count && blocks[last] is MailBody.Block.Pair pair; last++)
        {
            var (width, name, value) = pair.IsItem ? ("", ";overflow-wrap:anywhere;min-width:90px", ";white-space:nowrap") : (" width=\"40%\"", "", "");
            Add($"""
                <tr><td class="rule"{width} style="{cell};padding-{End}:16px{name}"><bdi>{E(pair.Name)}</bdi></td><td class="rule" align="{End}" style="{cell};text-align:{End};font-weight:bold{value}"><bdi>{E(pair.Value)}</bdi></td></tr>

                """);
        }

        Add($"</table>\n");
        return last - 1;
    }

    private string Written(IReadOnlyList<MailBody.Run> runs) => string.Concat(runs.Select(Written));

    private string Written(MailBody.Run run)
    {
        var text = run.IsValue ? string.Join("<br>\n", run.Text.Split('\n').Select(line => $"<bdi>{E(line)}</bdi>")) : Lines(run.Text);
        return run.Address is { } address
            ? $"<a class=\"brand\" href=\"{E(address.AbsoluteUri)}\" style=\"color:{_light.Brand};word-break:break-all\">{text}</a>"
            : text;
    }

    private void Finish() => Add($"""
        </td></tr></table>
        </td></tr></table>
        </body>
        </html>

        """);

    private void Add(FormattableString text) => _html.Append(text.ToString(CultureInfo.InvariantCulture));
}
