using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Invoices.Intake;

namespace PayPage.Domain.Fort;

/// <summary>From what the judge of rows finds wrong to the dialect's codes: one way for calls and for the results of files.</summary>
public static class FortFaults
{
    private const string PutAside = "AUTHORIZATION";

    /// <param name="faults">Of one row, at least one.</param>
    /// <param name="cell">What stands in a column of it, by the column's name; empty where nothing does.</param>
    /// <returns>The first in the order of the dialect's own table: it has room for one only.</returns>
    public static FortAnswer Of(IReadOnlyList<RowFault> faults, Func<string, string> cell)
    {
        foreach (var column in FortColumns.All)
        {
            if (faults.Any(fault => fault.Field == column.Field))
            {
                var code = CodeOf(column, cell(column.Name));
                var isTaken = code == FortCode.ReferenceExists || code == FortCode.LinkIdExists;
                return new FortAnswer(isTaken ? FortStatus.LinkFailed : FortStatus.Invalid, code, column.Name);
            }
        }

        return FortAnswer.Invalid(FortCode.BadRequest);    // the row as a whole: a torn one
    }

    private static FortCode CodeOf(BatchColumn column, string cell) =>
        string.IsNullOrWhiteSpace(cell) ? FortCode.Missing : FortParameter.Of(column.Name)?.Fault(cell) ?? CodeOfValue(column, cell.Trim());

    /// <summary>What is well written, and wrong all the same.</summary>
    private static FortCode CodeOfValue(BatchColumn column, string value) => column.Name switch
    {
        FortColumns.Reference when InvoiceNumber.TryRead(value, out _) => FortCode.ReferenceExists,
        FortColumns.LinkId => FortCode.LinkIdExists,
        FortColumns.Command => FortCode.BadCommand,
        FortColumns.LinkCommand => value == PutAside ? FortCode.NotAllowedOperation : FortCode.NotAllowedValue,
        FortColumns.Option => FortCode.OptionNotAvailable,
        FortColumns.Expiry when FortInstant.TryRead(value, out _) => FortCode.BadInterval,
        FortParameter.Amount => FortCode.BadAmount,
        FortParameter.Currency => FortCode.BadCurrency,
        FortParameter.Phone when PhoneNumber.TryParse($"+{value.TrimStart('0')}", out _) => FortCode.InactiveNotification,
        "notification_type" => FortCode.NotAllowedValue,
        _ => FortCode.BadFormat,
    };
}
