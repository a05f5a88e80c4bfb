using PayPage.Domain.Batches;

namespace PayPage.Pages.Office.Batches;

/// <summary>Files of invoices in the words of the back office.</summary>
internal static class BatchWords
{
    public static StatusBadge Of(BatchStage stage) => stage switch
    {
        BatchStage.Uploading => new("Coming in", "calm"),
        BatchStage.Reading => new("Being read", "info"),
        BatchStage.Asking => new("Question for you", "warn"),
        BatchStage.Judging => new("Being checked", "info"),
        BatchStage.Validated => new("Ready for you", "warn"),
        BatchStage.Refused => new("Not readable", "bad"),
        BatchStage.Held => new("About to begin", "warn"),
        BatchStage.Processing => new("Being made", "info"),
        BatchStage.Processed => new("Done", "good"),
        BatchStage.Discarded => new("Discarded", "calm"),
    };

    public static StatusBadge Of(BatchRowState state) => state switch
    {
        BatchRowState.Waiting => new("Waiting", "calm"),
        BatchRowState.Good => new("Good", "info"),
        BatchRowState.Bad => new("Mistake", "bad"),
        BatchRowState.Created => new("Made", "good"),
        BatchRowState.Rejected => new("Not made", "bad"),
    };

    public static string Invoices(string count, int number) => number == 1 ? "1 invoice" : $"{count} invoices";

    public static string Rows(string count, int number) => number == 1 ? "1 row" : $"{count} rows";

    public static string Of(FileAspect aspect) => aspect switch
    {
        FileAspect.Encoding => "Letters",
        FileAspect.Delimiter => "Cells",
        FileAspect.DecimalMark => "Decimals",
        FileAspect.DateOrder => "Dates",
        FileAspect.AmountUnit => "Amounts",
    };

    /// <summary>For a select: each value with its words.</summary>
    public static IReadOnlyList<(string Value, string Words)> Choices(FileAspect aspect) => aspect switch
    {
        FileAspect.Encoding =>
        [
            ($"{TextEncoding.Utf8}", "UTF-8"), ($"{TextEncoding.Windows1252}", "Windows-1252 or Latin-1"),
            ($"{TextEncoding.Utf16LittleEndian}", "UTF-16"), ($"{TextEncoding.Utf16BigEndian}", "UTF-16, big-endian"),
        ],
        FileAspect.Delimiter => [(",", "Commas"), (";", "Semicolons"), ("\t", "Tabs"), ("|", "Bars")],
        FileAspect.DecimalMark => [($"{DecimalMark.Point}", "Behind a point: 1,250.50"), ($"{DecimalMark.Comma}", "Behind a comma: 1.250,50")],
        FileAspect.DateOrder =>
        [
            ($"{DateOrder.YearFirst}", "Year first: 2026-12-31"), ($"{DateOrder.DayFirst}", "Day first: 31/12/2026"), ($"{DateOrder.MonthFirst}", "Month first: 12/31/2026"),
        ],
        FileAspect.AmountUnit => [($"{AmountUnit.Major}", "12.50 is twelve and a half"), ($"{AmountUnit.Minor}", "1250 is twelve and a half: the smallest unit")],
    };

    /// <returns>What was decided, as one of <see cref="Choices"/>; null: nothing.</returns>
    public static string? ValueOf(FileFormat format, FileAspect aspect) => aspect switch
    {
        FileAspect.Encoding => $"{format.Encoding}",
        FileAspect.Delimiter => format.Delimiter?.ToString(),
        FileAspect.DecimalMark => $"{format.DecimalMark}",
        FileAspect.DateOrder => $"{format.DateOrder}",
        FileAspect.AmountUnit => $"{format.AmountUnit}",
    } is { Length: > 0 } value ? value : null;
}
