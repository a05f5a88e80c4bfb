using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Csv;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;

namespace PayPage.UseCases.Batches;

/// <summary>What became of each row of a file, and the rows of which nothing became, as files again. Streamed: a slice of rows is in memory, never all.</summary>
internal sealed class WriteResult(IDbContextFactory<PayPageDbContext> contexts, ILinkTokens tokens, ISiteAddresses addresses)
{
    private const int RowsPerSlice = 500;

    private static readonly BatchRowState[] Failed = [BatchRowState.Bad, BatchRowState.Rejected];

    /// <summary>Every row: its line, what became of it, the invoice and its link, or why there is none.</summary>
    public async IAsyncEnumerable<string> LinesAsync(Batch batch, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return CsvLine.ByteOrderMark + CsvLine.Of("line", "status", "invoice_number", "link", "amount", "currency", "reason");

        await foreach (var (row, link) in RowsAsync(batch, states: null, withLinks: true, ct))
        {
            var total = row is { Total: { } minor, Currency: { } currency } ? new Money(minor, currency) : (Money?)null;

            yield return CsvLine.Of([
                CsvCell.Figure(row.Line.ToString(CultureInfo.InvariantCulture)),
                CsvCell.Text(StatusOf(row.State)),
                CsvCell.Text(row.InvoiceNumber),
                CsvCell.Text(link?.AbsoluteUri),
                total is { } sum ? CsvCell.Figure(sum.Figure) : CsvCell.Empty,
                CsvCell.Text(total?.Currency.Code),
                CsvCell.Text(Reason(row)),
            ]);
        }
    }

    /// <summary>The rows of which nothing became, as they came, with a column more that says why: to be mended and sent again.</summary>
    public async IAsyncEnumerable<string> RejectsAsync(Batch batch, [EnumeratorCancellation] CancellationToken ct)
    {
        var place = batch.Header.ToList().IndexOf(FileColumns.ErrorColumn);    // a file that was rejected before has it already
        IEnumerable<T> Beside<T>(IEnumerable<T> cells) => place < 0 ? cells : cells.Where((_, at) => at != place);

        // What was decided of the whole file is true of these rows too: alone they might prove something else.
        yield return CsvLine.ByteOrderMark + CsvLine.Of(FormatNote.Write(batch.Format));
        yield return CsvLine.Of([.. Beside(batch.Header).Append(FileColumns.ErrorColumn).Select(CsvCell.Text)]);

        await foreach (var (row, _) in RowsAsync(batch, Failed, withLinks: false, ct))
        {
            var cells = row.Cells.Concat(Enumerable.Repeat("", Math.Max(0, batch.Header.Count - row.Cells.Count)));
            yield return CsvLine.Of([.. Beside(cells).Append(Reason(row)).Select(CsvCell.Text)]);
        }
    }

    public static string StatusOf(BatchRowState state) => state switch
    {
        BatchRowState.Waiting => "waiting",
        BatchRowState.Good => "good",
        BatchRowState.Bad or BatchRowState.Rejected => "rejected",
        BatchRowState.Created => "created",
    };

    private static string Reason(BatchRow row) => string.Join(' ', row.Faults.Select(fault => fault.Column is { } column ? $"{column}: {fault.Message}" : fault.Message));

    /// <param name="states">Null: all.</param>
    private async IAsyncEnumerable<(BatchRow Row, Uri? Link)> RowsAsync(
        Batch batch, IReadOnlyList<BatchRowState>? states, bool withLinks, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var rest = db.BatchRows.AsNoTracking().Where(r => r.BatchId == batch.Id && r.Line > after);
            var rows = await (states is null ? rest : rest.Where(r => states.Contains(r.State))).OrderBy(r => r.Line).Take(RowsPerSlice).ToListAsync(ct);
            var links = withLinks ? await LinksAsync(db, rows, ct) : [];

            foreach (var row in rows)
            {
                yield return (row, row.InvoiceId is { } id ? links.GetValueOrDefault(id) : null);
            }

            if (rows.Count < RowsPerSlice)
            {
                yield break;
            }

            after = rows[^1].Line;
        }
    }

    /// <summary>The short form of each invoice's newest link.</summary>
    private async Task<Dictionary<InvoiceId, Uri>> LinksAsync(PayPageDbContext db, List<BatchRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.InvoiceId).OfType<InvoiceId>().Distinct().ToList();
        var links = await db.Links.AsNoTracking().Where(l => ids.Contains(l.InvoiceId)).Select(l => new { l.InvoiceId, l.CreatedAt, l.SealedAddress }).ToListAsync(ct);
        var newest = links.GroupBy(l => l.InvoiceId).Select(same => same.MaxBy(l => l.CreatedAt)!);

        return newest.Select(l => (l.InvoiceId, Address: tokens.Unseal(l.SealedAddress)))
            .Where(l => l.Address is not null)
            .ToDictionary(l => l.InvoiceId, l => addresses.ShortLink(l.Address!.ShortCode));
    }
}
