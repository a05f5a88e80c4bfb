using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace PayPage.Sandbox.Pages;

/// <summary>Markup that is safe to send: everything filled into it was encoded, unless it was markup already.</summary>
internal sealed record Html
{
    public static readonly Html Nothing = new("");

    private Html(string markup) => Markup = markup;

    public string Markup { get; }

    public static Html Of(Parts parts) => new(parts.ToString());

    public static Html Join(IEnumerable<Html> all) => new(string.Concat(all.Select(h => h.Markup)));

    public override string ToString() => Markup;

    /// <summary>Lets a template read like the page: <c>Html.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Parts(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _markup = new(literalLength + (formattedCount * 32));

        public void AppendLiteral(string text) => _markup.Append(text);

        public void AppendFormatted(string? text) => _markup.Append(HtmlEncoder.Default.Encode(text ?? ""));

        public void AppendFormatted(Html markup) => _markup.Append(markup.Markup);

        public override string ToString() => _markup.ToString();
    }
}
