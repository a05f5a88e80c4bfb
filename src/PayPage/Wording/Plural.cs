namespace PayPage.Wording;

/// <summary>Which form of a sentence goes with a count. Source: Unicode CLDR plural rules for cardinal integers.</summary>
internal static class Plural
{
    /// <param name="rule">A language file's <c>Format.Plural</c>.</param>
    /// <returns>The forms that a language of this rule writes, as the ends of its keys.</returns>
    /// <exception cref="FormatException">There is no such rule.</exception>
    public static IReadOnlyList<string> Forms(string rule) => rule switch
    {
        "one" or "zero-one" => ["one", "other"],
        "arabic" => ["zero", "one", "two", "few", "many", "other"],
        _ => throw new FormatException($"Format.Plural '{rule}' is none of: one, zero-one, arabic."),
    };

    public static string Form(string rule, long count) => (rule, count) switch
    {
        ("one", 1) or ("zero-one", 0 or 1) => "one",
        ("arabic", 0) => "zero",
        ("arabic", 1) => "one",
        ("arabic", 2) => "two",
        ("arabic", _) when count % 100 is >= 3 and <= 10 => "few",
        ("arabic", _) when count % 100 is >= 11 => "many",
        _ => "other",
    };
}
