using System.Globalization;
using PayPage.Domain.Fort;

namespace PayPage.Domain.Batches.Sheets;

/// <summary>Makes one cell plain, as a machine would have written it, by what is known of its column and its file.</summary>
/// <param name="digits">Of the row's currency; 2 where that is not known, and then another fault says so.</param>
/// <param name="fromMachine">Whether nobody has looked at it: then figures have no thousands in groups.</param>
/// <param name="zone">Where the merchant is: a point in time is a date there.</param>
internal sealed class CellReader(FileFormat format, int digits, TimeZoneInfo zone, bool fromMachine)
{
    private const int ThousandsLength = 3;

    private static readonly string[] Yes = ["yes", "y", "1"];
    private static readonly string[] No = ["no", "n", "0"];

    /// <param name="cell">Not blank.</param>
    /// <returns>The plain text, or what is wrong with it. What fits no rule stays as it is: the judge of invoices knows more.</returns>
    public (string Text, string? Fault) Read(BatchColumn column, string cell) => column.Kind switch
    {
        ColumnKind.Amount when format.AmountUnit == AmountUnit.Minor => FileFigures.FromMinor(cell, digits) is { } sum
            ? (sum, null)
            : (cell, "Amounts of this file count the currency’s smallest unit. Write a whole number, such as 1250 for 12.50."),
        ColumnKind.Amount when digits < ThousandsLength && FileFigures.MayBeThousands(cell, format.DecimalMark ?? DecimalMark.Point) =>
            (cell, "Three digits behind the decimal mark can be meant as thousands, and this currency has no third decimal. Write 1250 or 1.25 as you mean it, with this file’s decimal mark."),
        ColumnKind.Amount or ColumnKind.Figure or ColumnKind.Percent when fromMachine && !FileFigures.IsPlain(cell, format.DecimalMark ?? DecimalMark.Point) =>
            (cell, "Write a plain figure: digits, and decimals behind the mark that was agreed. No signs between thousands."),
        ColumnKind.Amount or ColumnKind.Figure or ColumnKind.Percent => FileFigures.Plain(cell, format.DecimalMark ?? DecimalMark.Point) is { } figure
            ? (figure, null)
            : (cell, format.DecimalMark == DecimalMark.Comma
                ? "In this file decimals stand behind a comma, and here is a figure that does not fit. Write it as 1250,50."
                : "In this file decimals stand behind a point, and here is a figure that does not fit. Write it as 1250.50."),
        ColumnKind.Date => (FileFigures.Date(cell, format.DateOrder ?? DateOrder.YearFirst), null),
        ColumnKind.Instant => InstantOf(cell) is { } date
            ? (date, null)
            : (cell, "Write the date and time with its zone, for example 2027-12-20T15:36:55+03:00."),
        ColumnKind.Flag => (Flag(cell.Trim()), null),
        ColumnKind.Currency => (cell.Trim().ToUpperInvariant(), null),
        ColumnKind.Phone => (cell.Trim().StartsWith("00", StringComparison.Ordinal) ? $"+{cell.Trim()[2..]}" : cell, null),
        ColumnKind.Delivery => (Ways(cell), null),
        ColumnKind.Command => Command(column, cell.Trim()),
        ColumnKind.Text => column.Name == FortColumns.Option ? (cell, "Leave this empty: the payer chooses the way to pay.") : (cell, null),
    };

    private static string Flag(string cell) =>
        Yes.Contains(cell, StringComparer.OrdinalIgnoreCase) ? "true" : No.Contains(cell, StringComparer.OrdinalIgnoreCase) ? "false" : cell;

    /// <summary>NONE beside another is NONE, as PayFort has it.</summary>
    private static string Ways(string cell)
    {
        var ways = cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(way => way.ToLowerInvariant()).Distinct().ToList();
        return ways.Count > 1 && ways.Contains("none") ? "none" : string.Join(',', ways);
    }

    private static (string Text, string? Fault) Command(BatchColumn column, string cell) => (column.Name, cell) switch
    {
        (FortColumns.Command, FortColumns.PaymentLink) or (FortColumns.LinkCommand, "PURCHASE") => (cell, null),
        (FortColumns.Command, _) => (cell, "Only PAYMENT_LINK can stand in a file of invoices."),
        _ => (cell, "Only PURCHASE is offered: money is taken at once, not put aside."),
    };

    private string? InstantOf(string cell) =>
        FortInstant.TryRead(cell, out var at) ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
