using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PayPage.Wording;

namespace PayPage.Pages;

internal static class WordsInHtml
{
    /// <summary>A sentence for a page. All of it is encoded, and whatever is put in keeps its own direction: a name cannot turn the sentence round.</summary>
    /// <param name="values">Text, or markup of our own.</param>
    public static IHtmlContent Html(this Words words, string key, params (string Name, object Value)[] values) => new Sentence(words.Phrase(key), values);

    /// <summary>The form of a sentence that goes with a count; the count itself fills <c>{count}</c>.</summary>
    public static IHtmlContent Counted(this Words words, string key, long count) =>
        words.Html(words.Form(key, count), ("count", words.Count(count)));

    private sealed class Sentence(Phrase phrase, (string Name, object Value)[] values) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var part in phrase.Parts)
            {
                if (!part.IsPlaceholder)
                {
                    encoder.Encode(writer, part.Text);
                    continue;
                }

                writer.Write("<bdi>");

                if (Array.Find(values, v => v.Name == part.Text).Value is IHtmlContent markup)
                {
                    markup.WriteTo(writer, encoder);
                }
                else
                {
                    encoder.Encode(writer, Array.Find(values, v => v.Name == part.Text).Value as string ?? throw new KeyNotFoundException($"Nothing was given for {{{part.Text}}}."));
                }

                writer.Write("</bdi>");
            }
        }
    }
}
