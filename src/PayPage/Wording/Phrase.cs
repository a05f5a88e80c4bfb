using System.Collections.Immutable;
using System.Text;

namespace PayPage.Wording;

/// <summary>A sentence of a resource file, cut at its placeholders once.</summary>
/// <param name="Parts">In order; never empty.</param>
internal sealed record Phrase(ImmutableArray<Phrase.Part> Parts)
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <exception cref="FormatException">A brace has no partner.</exception>
    public static Phrase Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();

        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);

            if ((open < 0) != (close < 0))
            {
                throw new FormatException($"A placeholder does not end: {text}");
            }

            if (open != at)
            {
                parts.Add(new Part(open < 0 ? text[at..] : text[at..open], IsPlaceholder: false));
            }

            if (open >= 0)
            {
                parts.Add(new Part(text[(open + 1)..close], IsPlaceholder: true));
            }

            at = open < 0 ? text.Length : close + 1;
        }

        return new Phrase(parts.Count == 0 ? [new Part("", IsPlaceholder: false)] : parts.ToImmutable());
    }

    public IEnumerable<string> Placeholders => Parts.Where(p => p.IsPlaceholder).Select(p => p.Text);

    /// <param name="isolate">Whether what is put in keeps its own direction: needed in plain text of a language written right to left.</param>
    /// <exception cref="KeyNotFoundException">A placeholder was given nothing.</exception>
    public string Fill(ReadOnlySpan<(string Name, string Value)> values, bool isolate = false)
    {
        if (Parts is [{ IsPlaceholder: false } only])
        {
            return only.Text;
        }

        var text = new StringBuilder();

        foreach (var part in Parts)
        {
            if (!part.IsPlaceholder)
            {
                text.Append(part.Text);
            }
            else if (isolate)
            {
                text.Append(FirstStrongIsolate).Append(Value(part.Text, values)).Append(PopIsolate);
            }
            else
            {
                text.Append(Value(part.Text, values));
            }
        }

        return text.ToString();
    }

    private static string Value(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (known, value) in values)
        {
            if (known == name)
            {
                return value;
            }
        }

        throw new KeyNotFoundException($"Nothing was given for {{{name}}}.");
    }

    /// <param name="Text">The words, or the placeholder's name.</param>
    internal readonly record struct Part(string Text, bool IsPlaceholder);
}
