using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Fort;

namespace PayPage.UseCases.Fort;

/// <summary>What became of each row of a file, as PayFort tells it. Streamed: a slice of rows is in memory, never all.</summary>
internal sealed class WriteFortResult(IDbContextFactory<PayPageDbContext> contexts)
{
    private const int RowsPerSlice = 500;

    private static readonly string[] Header =
        ["Line_Number", "response_code", "response_message", "status", "eci", "fort_id", "merchant_reference", "amount", "card_number", "expiry_date", "currency"];

    /// <param name="batch">Processed, and the caller's.</param>
    /// <param name="language">Of the messages.</param>
    /// <returns>Lines with their ends: a header, and one for each row. What has no meaning for a link (eci, card, its expiry) is empty.</returns>
    public async IAsyncEnumerable<string> LinesAsync(Batch batch, string? language, [EnumeratorCancellation] CancellationToken ct)
    {
        var (columns, refusal) = FileColumns.Read(batch.Header, FileDialect.Fort);
        yield return Line(Header);

        for (var after = 0; columns is not null;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var rows = await db.BatchRows.AsNoTracking().Where(r => r.BatchId == batch.Id && r.Line > after).OrderBy(r => r.Line).Take(RowsPerSlice).ToListAsync(ct);
            var ids = rows.Select(r => r.InvoiceId).Where(id => id != null).ToList();
            var links = await db.FortInvoices.AsNoTracking().Where(i => ids.Contains(i.InvoiceId)).ToDictionaryAsync(i => i.InvoiceId, i => i.LinkId, ct);

            foreach (var row in rows)
            {
                var answer = AnswerOf(row, columns);
                var link = row.InvoiceId is { } id ? links.GetValueOrDefault(id, "") : "";

                yield return Line([
                    row.Line.ToString(CultureInfo.InvariantCulture), answer.ResponseCode, answer.Message(language), answer.Status, "", link,
                    Cell(row, FortColumns.Reference), Cell(row, FortParameter.Amount), "", "", Cell(row, FortParameter.Currency),
                ]);
            }

            if (rows.Count < RowsPerSlice)
            {
                yield break;
            }

            after = rows[^1].Line;
        }

        string Cell(BatchRow row, string name) => columns.Cell(row.Cells, name).Trim();
    }

    private static FortAnswer AnswerOf(BatchRow row, FileColumns columns) => row.State == BatchRowState.Created
        ? new FortAnswer(FortStatus.LinkDone, FortCode.Success)
        : FortFaults.Of(row.Faults, name => columns.Cell(row.Cells, name));

    /// <summary>Every value between quotes. Machines read it: nothing is put before what a spreadsheet might compute.</summary>
    private static string Line(IEnumerable<string> values) =>
        string.Join(',', values.Select(value => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n";
}
