using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Batches;

namespace PayPage.Api.Batches;

/// <summary>What stands behind the question mark when a file is uploaded, and when its rows are asked for.</summary>
/// <param name="Reference">Null where none was given.</param>
internal sealed record BatchQuery(string? Reference, string FileName, FileFormat Format)
{
    private const string Unnamed = "upload.csv";

    private static readonly string[] Kinds = ["text/csv", "text/plain", "application/csv", "text/tab-separated-values"];

    public static (BatchQuery? Query, Fault? Fault) Read(IQueryCollection query)
    {
        var reference = Given(query["reference"]);
        var name = FreeText.Clean(Given(query["name"]) ?? Unnamed);

        return reference is not null && !BatchReference.IsOne(reference)
                ? (null, new Fault("reference", $"Write 1 to {Batch.ReferenceLength} letters without accents, digits, and - _ . / as the reference."))
            : name.Length is 0 or > Batch.FileNameLength ? (null, new Fault("name", $"Write 1 to {Batch.FileNameLength} letters as the file’s name."))
            : !TryChoose(query["delimiter"], [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("bar", '|')], out var delimiter)
                ? (null, new Fault("delimiter", "Write comma, semicolon, tab or bar, or leave it out to have it found out."))
            : !TryChoose(query["encoding"], [("utf-8", TextEncoding.Utf8), ("utf-16", TextEncoding.Utf16LittleEndian), ("windows-1252", TextEncoding.Windows1252)], out var encoding)
                ? (null, new Fault("encoding", "Write utf-8, utf-16 or windows-1252; without, it is UTF-8, or what its first bytes say."))
            : !TryChoose(query["decimal"], [("point", DecimalMark.Point), ("comma", DecimalMark.Comma)], out var mark)
                ? (null, new Fault("decimal", "Write point or comma; without, decimals stand behind a point."))
            : !TryChoose(query["dates"], [("ymd", DateOrder.YearFirst), ("dmy", DateOrder.DayFirst), ("mdy", DateOrder.MonthFirst)], out var dates)
                ? (null, new Fault("dates", "Write ymd, dmy or mdy; without, dates are written YYYY-MM-DD."))
            : !TryChoose(query["amounts"], [("major", AmountUnit.Major), ("minor", AmountUnit.Minor)], out var unit)
                ? (null, new Fault("amounts", "Write major or minor; without, 12.50 is twelve and a half."))
            : (new BatchQuery(reference, name, new FileFormat { Encoding = encoding, Delimiter = delimiter, DecimalMark = mark, DateOrder = dates, AmountUnit = unit }), null);
    }

    public static bool IsCsv(string? contentType) => Kinds.Contains(contentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where it is none that we know; empty: all.</returns>
    public static IReadOnlyList<BatchRowState>? States(string? state) => state switch
    {
        null or "" => [],
        "waiting" => [BatchRowState.Waiting],
        "good" => [BatchRowState.Good],
        "created" => [BatchRowState.Created],
        "rejected" => [BatchRowState.Bad, BatchRowState.Rejected],
        _ => null,
    };

    /// <returns>0 where none was given; null where it is no line.</returns>
    public static int? Line(string? text) =>
        string.IsNullOrEmpty(text) ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool TryChoose<T>(string? word, (string Word, T Value)[] choices, out T? value)
        where T : struct
    {
        var found = choices.Where(choice => choice.Word == word).Select(choice => (T?)choice.Value).FirstOrDefault();
        value = found;
        return found is not null || string.IsNullOrEmpty(word);
    }

    /// <param name="Field">The parameter at fault.</param>
    internal sealed record Fault(string Field, string Detail);
}
