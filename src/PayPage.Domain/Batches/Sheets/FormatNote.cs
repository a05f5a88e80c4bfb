namespace PayPage.Domain.Batches.Sheets;

/// <summary>How a file is to be read, in a row of its own above the header: a file of rejected rows says it, so that what was decided of the whole is true of the rest.</summary>
public static class FormatNote
{
    private const string Begin = "# Read as:";

    private static readonly (string Word, FileFormat Meaning)[] Words =
    [
        ("decimals-behind-a-point", new FileFormat { DecimalMark = DecimalMark.Point }),
        ("decimals-behind-a-comma", new FileFormat { DecimalMark = DecimalMark.Comma }),
        ("year-first", new FileFormat { DateOrder = DateOrder.YearFirst }),
        ("day-first", new FileFormat { DateOrder = DateOrder.DayFirst }),
        ("month-first", new FileFormat { DateOrder = DateOrder.MonthFirst }),
        ("whole-units", new FileFormat { AmountUnit = AmountUnit.Major }),
        ("smallest-units", new FileFormat { AmountUnit = AmountUnit.Minor }),
    ];

    /// <returns>One cell. Letters and the delimiter are not in it: the new file has its own.</returns>
    public static string Write(FileFormat format) => $"{Begin} {string.Join(' ', Words.Where(word => word.Meaning.Or(format) == format).Select(word => word.Word))}";

    /// <param name="cell">The first of a row above the header.</param>
    /// <returns>Nothing decided where it is no such note.</returns>
    public static FileFormat Read(string cell) => cell.StartsWith(Begin, StringComparison.Ordinal)
        ? cell[Begin.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(said => Words.Where(word => word.Word == said))
            .Aggregate(new FileFormat(), (format, word) => format.Or(word.Meaning))
        : new FileFormat();
}
