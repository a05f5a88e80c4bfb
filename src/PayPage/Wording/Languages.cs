using System.Collections.Frozen;
using System.Resources;

namespace PayPage.Wording;

/// <summary>The languages there are: one <c>Payer.{tag}.resx</c> in this folder each, and English in <c>Payer.resx</c>.</summary>
internal static class Languages
{
    private const string Prefix = "PayPage.Wording.Payer.";
    private const string Suffix = "resources";
    private const string English = "en";

    private static readonly FrozenDictionary<string, Words> ByTag = Load();

    public static Words Default => ByTag[English];

    /// <summary>By name, as a reader looks for his own.</summary>
    public static IReadOnlyList<Words> All { get; } = [.. ByTag.Values.OrderBy(w => w.Name, StringComparer.Ordinal)];

    /// <param name="tag">BCP 47, e.g. <c>pt-BR</c>: the language counts, whatever the region.</param>
    /// <returns>Null when we do not speak it.</returns>
    public static Words? Of(string? tag) => tag is not null && ByTag.TryGetValue(tag.Split('-', '_')[0], out var words) ? words : null;

    /// <returns>The first of them that we speak; English when there is none.</returns>
    public static Words FirstOf(IEnumerable<string?> wishes) => wishes.Select(Of).FirstOrDefault(words => words is not null) ?? Default;

    private static FrozenDictionary<string, Words> Load()
    {
        var assembly = typeof(Languages).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name =>
            {
                var tag = name[Prefix.Length..^Suffix.Length].TrimEnd('.');
                using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);    // it was just named
                return new Words(tag.Length == 0 ? English : tag, Texts(reader));
            })
            .ToFrozenDictionary(words => words.Tag, StringComparer.OrdinalIgnoreCase);
    }

    private static List<KeyValuePair<string, string>> Texts(ResourceReader reader)
    {
        var texts = new List<KeyValuePair<string, string>>();

        for (var entry = reader.GetEnumerator(); entry.MoveNext();)
        {
            texts.Add(KeyValuePair.Create((string)entry.Key, (string)(entry.Value ?? "")));
        }

        return texts;
    }
}
