using System.Globalization;
using PayPage.Documents.Fonts;
using PayPage.Documents.Text;

namespace PayPage.Unit.Documents;

/// <summary>Unicode's own examples of the bidirectional algorithm, where the machine has them (Debian: unicode-data).</summary>
public sealed class BidiConformanceTests
{
    private const string Characters = "/usr/share/unicode/UnicodeData.txt";
    private const string Examples = "/usr/share/unicode/BidiCharacterTest.txt";

    [Fact]
    public void Every_character_that_the_fonts_have_is_of_the_class_that_Unicode_says()
    {
        Assert.SkipUnless(File.Exists(Characters), $"{Characters} is not here (Debian: apt-get install unicode-data).");
        var wrong = File.ReadLines(Characters).Select(line => line.Split(';'))
            .Select(fields => (Code: int.Parse(fields[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), Class: fields[4]))
            .Where(row => FontShelf.Regular.Find(row.Code) is not null && BidiClasses.Of(row.Code).ToString() != row.Class)
            .Select(row => $"{row.Code:X4} {row.Class}, not {BidiClasses.Of(row.Code)}").ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_example_of_Unicode_comes_out_as_Unicode_says()
    {
        Assert.SkipUnless(File.Exists(Examples), $"{Examples} is not here (Debian: apt-get install unicode-data).");
        var wrong = new List<string>();
        var count = 0;

        foreach (var line in File.ReadLines(Examples).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var fields = line.Split(';');
            int[] text = [.. fields[0].Split(' ').Select(code => int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))];
            var direction = fields[1] switch { "0" => TextDirection.LeftToRight, "1" => TextDirection.RightToLeft, _ => TextDirection.OfItsFirstLetter };
            var (levels, own) = BidiParagraph.Resolve(text, direction);
            var seen = levels.Select((level, i) => (Expected: fields[3].Split(' ')[i], Actual: level.ToString(CultureInfo.InvariantCulture)));
            count++;

            if (own.ToString(CultureInfo.InvariantCulture) != fields[2] || seen.Any(pair => pair.Expected != "x" && pair.Expected != pair.Actual))
            {
                wrong.Add($"{line} | {own} | {string.Join(' ', levels)}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count}:\n{string.Join('\n', wrong.Take(20))}");
        Assert.True(count > 90_000);
    }
}
