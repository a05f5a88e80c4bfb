using System.Text.RegularExpressions;
using PayPage.Unit.Support;
using PayPage.Wording;

namespace PayPage.Unit.Wording;

/// <summary>What a language must have. A new one is tried by all of these as soon as its file is there.</summary>
public sealed partial class TranslationTests
{
    // Words that are the same in another language, rightly.
    private static readonly string[] SameEverywhere =
        ["Format.Group", "Format.Decimal", "Format.Date", "Format.Moment", "Format.Money", "Format.MoneyInCode", "Format.Percent", "Format.Symbols", "Format.Plural", "Format.Direction", "Invoice.Each", "Invoice.Labelled", "Mail.Item", "Mail.Test"];

    private static readonly Dictionary<string, string[]> SameIn = new()
    {
        ["de"] = ["Invoice.Item", "Mail.Dear"],
        ["fr"] = ["Invoice.Total", "Paid.Date", "Invoice.Due"],
        ["es"] = ["Invoice.Total", "Invoice.Subtotal", "Paid.Cheque"],
        ["pt"] = ["Invoice.Total", "Invoice.Subtotal", "Paid.Cheque"],
        ["nl"] = ["Invoice.Item", "Contact.Privacy", "Paid.Cheque"],
    };

    public static TheoryData<string> Tags => [.. Languages.All.Select(words => words.Tag)];

    [Fact]
    public void There_are_the_seven_languages() => Assert.Equal(
        ["ar", "de", "en", "es", "fr", "nl", "pt"], Languages.All.Select(words => words.Tag).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_language_has_every_sentence_in_every_form_and_no_other(string tag)
    {
        var words = Languages.Of(tag)!;    // of the list
        var forms = Plural.Forms(words["Format.Plural"]);
        var expected = Languages.Default.Keys.Where(key => !IsForm(key))
            .Concat(Languages.Default.Keys.Where(key => key.EndsWith(".other", StringComparison.Ordinal))
                .SelectMany(key => forms.Select(form => $"{key[..^".other".Length]}.{form}")));

        Assert.Equal(expected.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_sentence_keeps_its_placeholders(string tag)
    {
        var words = Languages.Of(tag)!;    // of the list
        var wrong = from key in words.Keys
                    let inEnglish = Languages.Default.Phrase(IsForm(key) ? $"{key[..key.LastIndexOf('.')]}.other" : key).Placeholders
                    let mine = words.Phrase(key).Placeholders
                    where !mine.Order(StringComparer.Ordinal).SequenceEqual(inEnglish.Order(StringComparer.Ordinal))
                        && !(key.Split('.')[^1] is "zero" or "one" or "two" && mine.Append("count").Order(StringComparer.Ordinal).SequenceEqual(inEnglish.Order(StringComparer.Ordinal)))    // "one minute" needs no figure
                    select key;

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void No_sentence_is_left_in_English(string tag)
    {
        if (tag == Languages.Default.Tag)
        {
            return;
        }

        var words = Languages.Of(tag)!;    // of the list
        var left = words.Keys.Where(key => Languages.Default.Keys.Contains(key) && Raw(words, key) == Raw(Languages.Default, key));

        Assert.Empty(left.Except(SameEverywhere).Except(SameIn.GetValueOrDefault(tag, [])));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void No_sentence_is_empty_or_holds_markup_or_marks_that_turn_text_round(string tag)
    {
        var words = Languages.Of(tag)!;    // of the list

        Assert.All(words.Keys, key =>
        {
            var text = Raw(words, key);
            Assert.NotEqual("", text);
            Assert.DoesNotMatch(@"[<>&~\u200E\u200F\u202A-\u202E\u2066-\u2069]", text);
            Assert.True(key.StartsWith("Format.", StringComparison.Ordinal) || text.Trim() == text, key);
        });
        Assert.Equal(12, words.Months.Count);
        Assert.Equal(12, words.Months.Distinct().Count());
    }

    [Fact]
    public void What_the_source_says_is_there_and_what_is_there_is_said()
    {
        var source = string.Join('\n', Directory
            .EnumerateFiles(Path.Combine(Approved.Root(), "src/PayPage"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                && Path.GetExtension(file) is ".cs" or ".cshtml")
            .Select(File.ReadAllText));
        var there = Languages.Default.Keys.Select(key => IsForm(key) ? key[..key.LastIndexOf('.')] : key).Distinct().ToList();
        var said = Quoted().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.Empty(there.Except(said));
        Assert.Empty(Asked().Matches(source).Select(match => match.Groups[1].Value).Except(there));
    }

    private static string Raw(Words words, string key) =>
        string.Concat(words.Phrase(key).Parts.Select(part => part.IsPlaceholder ? $"{{{part.Text}}}" : part.Text));

    private static bool IsForm(string key) => Plural.Forms("arabic").Contains(key.Split('.')[^1]);

    /// <summary>Whatever stands in quotation marks.</summary>
    [GeneratedRegex("\"([A-Z][A-Za-z.]+)\"")]
    private static partial Regex Quoted();

    /// <summary>What is asked of words by name.</summary>
    [GeneratedRegex("""[Ww]ords(?:\[|\.(?:Say|Html|Counted|Phrase|Form)\()"([A-Za-z.]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Asked();
}
