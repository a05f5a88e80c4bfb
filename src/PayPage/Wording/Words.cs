using System.Collections.Frozen;

namespace PayPage.Wording;

/// <summary>All that pages and mails say to payers, in one language. Made once from a resource file; see docs/languages.md.</summary>
internal sealed class Words
{
    private readonly FrozenDictionary<string, Phrase> _phrases;
    private readonly string _plural;

    /// <param name="tag">BCP 47 tag, e.g. <c>pt</c>.</param>
    /// <param name="texts">By key.</param>
    public Words(string tag, IEnumerable<KeyValuePair<string, string>> texts)
    {
        Tag = tag;
        _phrases = texts.ToFrozenDictionary(t => t.Key, t => Wording.Phrase.Parse(t.Value));
        _plural = this["Format.Plural"];
        IsRightToLeft = this["Format.Direction"] == "rtl";
        Name = this["Format.Name"];
        Months = this["Format.Months"].Split('|');
        Symbols = this["Format.Symbols"].Split(' ').Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
    }

    public string Tag { get; }

    /// <summary>As its speakers call it.</summary>
    public string Name { get; }

    public bool IsRightToLeft { get; }

    /// <summary>For the <c>dir</c> attribute.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    public IReadOnlyList<string> Months { get; }

    /// <summary>The signs that readers of this language take for one currency alone, by its code.</summary>
    public IReadOnlyDictionary<string, string> Symbols { get; }

    public IEnumerable<string> Keys => _phrases.Keys;

    /// <summary>A sentence without placeholders.</summary>
    /// <exception cref="KeyNotFoundException">No language has it: a slip of ours, which a test finds.</exception>
    public string this[string key] => Phrase(key).Fill([]);

    /// <summary>A sentence as plain text.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => Phrase(key).Fill(values, IsRightToLeft);

    /// <summary>A sentence's parts, for those who write markup.</summary>
    public Phrase Phrase(string key) =>
        _phrases.TryGetValue(key, out var phrase) ? phrase : throw new KeyNotFoundException($"'{Tag}' has no words for '{key}'.");

    /// <summary>The key of the form that goes with a count: <c>Ago.Minutes</c> and 1 make <c>Ago.Minutes.one</c>.</summary>
    public string Form(string key, long count) => $"{key}.{Plural.Form(_plural, count)}";
}
