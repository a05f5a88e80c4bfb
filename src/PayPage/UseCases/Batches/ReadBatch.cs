using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.UseCases.Batches;

/// <summary>Takes a file apart into rows, and finds out of itself how its figures and dates are written. Judges nothing.</summary>
/// <remarks>After a crash another worker begins from the start: nothing came of the rows yet.</remarks>
internal sealed class ReadBatch(ClaimBatch claim, WriteSeam write, BatchBytes bytes, FindShape findShape, IRowFiles files, TellOfBatch tell, TimeProvider clock)
{
    private const int RowsPerUnit = 500;

    public async Task HandleAsync(ClaimBatch.Lease lease, CancellationToken ct)
    {
        var batch = await write.RunAsync((unit, token) => BeginAsync(unit, lease, token), ct);

        if (batch is null)
        {
            return;
        }

        try
        {
            var shape = await findShape.HandleAsync(batch, ct);
            var taken = await TakeApartAsync(lease, batch, shape, ct);

            if (taken is { } sheet)
            {
                await write.RunAsync((unit, token) => FinishAsync(unit, lease, shape, sheet, token), ct);
            }
        }
        catch (UnreadableFileException e)
        {
            await write.RunAsync((unit, token) => RefuseAsync(unit, lease, e.Message, token), ct);
        }
    }

    private async Task<Batch?> BeginAsync(Unit unit, ClaimBatch.Lease lease, CancellationToken ct)
    {
        var batch = await claim.HoldAsync(unit, lease, ct);

        if (batch is not null)
        {
            await unit.Db.BatchRows.Where(r => r.BatchId == batch.Id).ExecuteDeleteAsync(ct);
            batch.BeginReading();
        }

        return batch;
    }

    /// <returns>Null when the lease was lost on the way.</returns>
    private async Task<Sheet?> TakeApartAsync(ClaimBatch.Lease lease, Batch batch, FindShape.Shape shape, CancellationToken ct)
    {
        var sheet = new Sheet(batch.Id, shape.Columns, shape.HeaderLine);
        var rows = new List<BatchRow>(RowsPerUnit);
        var kept = clock.GetTimestamp();

        await foreach (var row in files.ReadAsync(bytes.ReadAsync(batch.Id, ct), shape.Encoding, shape.Delimiter, ct))
        {
            if (sheet.Take(row) is { } taken)
            {
                rows.Add(taken);
            }

            // By time too: many blank rows keep nothing, and the lease would run out over them.
            if (rows.Count == RowsPerUnit || clock.GetElapsedTime(kept) > ClaimBatch.LeaseTime / 4)
            {
                if (!await KeepAsync(lease, rows, ct))
                {
                    return null;
                }

                kept = clock.GetTimestamp();
            }
        }

        if (sheet.Count == 0)
        {
            throw new UnreadableFileException("The file has the names of its columns and no row below them.");
        }

        return rows.Count == 0 || await KeepAsync(lease, rows, ct) ? sheet : null;
    }

    private async Task<bool> KeepAsync(ClaimBatch.Lease lease, List<BatchRow> rows, CancellationToken ct)
    {
        var kept = await write.RunAsync(
            async (unit, token) =>
            {
                if (await claim.HoldAsync(unit, lease, token) is not { } batch)
                {
                    return false;
                }

                unit.Db.BatchRows.AddRange(rows);
                batch.AddRows(rows.Count);
                return true;
            },
            ct);
        rows.Clear();
        return kept;
    }

    private async Task FinishAsync(Unit unit, ClaimBatch.Lease lease, FindShape.Shape shape, Sheet sheet, CancellationToken ct)
    {
        if (await claim.HoldAsync(unit, lease, ct) is { } batch)
        {
            var (format, findings, isSure) = sheet.Conclude(batch.Wished.Or(shape.Said), shape);
            batch.FinishReading(shape.Header, format, findings, isSure);
        }
    }

    private async Task RefuseAsync(Unit unit, ClaimBatch.Lease lease, string reason, CancellationToken ct)
    {
        if (await claim.HoldAsync(unit, lease, ct) is { } batch)
        {
            batch.Refuse(reason);
            await unit.Db.BatchPieces.Where(p => p.BatchId == batch.Id).ExecuteDeleteAsync(ct);
            await unit.Db.BatchRows.Where(r => r.BatchId == batch.Id).ExecuteDeleteAsync(ct);
            await tell.OfRefusalAsync(unit, batch, ct);
        }
    }
}
