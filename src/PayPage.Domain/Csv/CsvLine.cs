namespace PayPage.Domain.Csv;

/// <summary>One line of a CSV file (RFC 4180): commas between cells, CR LF behind.</summary>
public static class CsvLine
{
    public const string End = "\r\n";

    /// <summary>Stands once at the beginning of a file: without it Excel reads UTF-8 as the alphabet of its country, and names become gibberish.</summary>
    public const char ByteOrderMark = '\uFEFF';

    public static string Of(IEnumerable<CsvCell> cells) => string.Join(',', cells) + End;

    public static string Of(params ReadOnlySpan<string> words) => Of(Array.ConvertAll(words.ToArray(), CsvCell.Text));
}
