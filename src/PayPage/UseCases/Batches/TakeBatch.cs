using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;

namespace PayPage.UseCases.Batches;

/// <summary>Takes a file in, piece by piece, and says whether it is one that can be read. Nothing is made of it here.</summary>
/// <remarks>Each piece is a unit of work of its own: a slow upload holds no lock, and a broken one leaves nothing but a row that is cleared away.</remarks>
internal sealed class TakeBatch(WriteSeam write, IdSource ids, TellOfBatch tell, DropBatch drop, TimeProvider clock)
{
    /// <param name="bytes">In pieces of any size. The use case reads them once, to their end.</param>
    public async Task<BatchReceipt> HandleAsync(BatchUpload wish, IAsyncEnumerable<ReadOnlyMemory<byte>> bytes, Caller caller, CancellationToken ct)
    {
        var batch = BatchId.New(ids);

        if (!await write.RunAsync((unit, token) => BeginAsync(unit, batch, wish, caller, token), ct))
        {
            return new BatchReceipt.ReferenceTaken();
        }

        try
        {
            return await ReceiveAsync(batch, bytes, caller, ct);
        }
        catch
        {
            await drop.HandleAsync(batch, CancellationToken.None);    // whoever sent it went away, or we failed: half a file is none
            throw;
        }
    }

    private async Task<bool> BeginAsync(Unit unit, BatchId id, BatchUpload wish, Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var reference = wish.Reference ?? string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd}-{$"{id}"[^8..]}");

        if (await unit.Db.Batches.AnyAsync(
            b => b.MerchantId == caller.MerchantId && b.Mode == caller.Mode && b.Reference == reference && b.Stage != BatchStage.Refused && b.Stage != BatchStage.Discarded, ct))
        {
            return false;
        }

        unit.Db.Batches.Add(new Batch
        {
            Id = id,
            MerchantId = caller.MerchantId,
            Mode = caller.Mode,
            Reference = reference,
            Door = wish.Door,
            FileName = wish.FileName,
            Actor = caller.Actor,
            UploadedBy = wish.By,
            Wished = wish.Format,
            CreatedAt = now,
        });
        return true;
    }

    private async Task<BatchReceipt> ReceiveAsync(BatchId id, IAsyncEnumerable<ReadOnlyMemory<byte>> bytes, Caller caller, CancellationToken ct)
    {
        var look = new FileLook();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var pieces = new PieceMaker();
        var number = 0;

        await foreach (var part in bytes.WithCancellation(ct))
        {
            look.See(part.Span);
            hash.AppendData(part.Span);

            if (look.Length > Batch.MostBytes)
            {
                return await RefuseAsync(id, $"The file is larger than {Batch.MostBytes / 1024 / 1024} MB. Split it into several files.", ct);
            }

            foreach (var piece in pieces.Add(part))
            {
                await KeepAsync(piece);
            }
        }

        if (pieces.Rest() is { Length: > 0 } rest)
        {
            await KeepAsync(rest);
        }

        return look.Conclude() switch
        {
            FileLook.Verdict.Text text => await ArriveAsync(id, look.Length, Convert.ToHexStringLower(hash.GetHashAndReset()), text, caller, ct),
            FileLook.Verdict.Refused refused => await RefuseAsync(id, refused.Reason, ct),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        async Task KeepAsync(byte[] piece)
        {
            var place = number++;
            await write.RunAsync((unit, _) => Task.FromResult(unit.Db.BatchPieces.Add(new BatchPiece { BatchId = id, Number = place, Bytes = piece })), ct);
        }
    }

    private async Task<BatchReceipt> ArriveAsync(BatchId id, long size, string hash, FileLook.Verdict.Text text, Caller caller, CancellationToken ct)
    {
        var earlier = await write.RunAsync(
            async (unit, token) =>
            {
                var same = await unit.Db.Batches.AsNoTracking()
                    .SingleOrDefaultAsync(b => b.MerchantId == caller.MerchantId && b.Mode == caller.Mode && b.Hash == hash, token);

                if (same is null)
                {
                    var batch = await unit.Db.Batches.SingleAsync(b => b.Id == id, token);
                    batch.Arrive(size, hash, text.Encoding, text.Finding);
                    await tell.OfReceiptAsync(unit, batch, token);
                }

                return same;
            },
            ct);

        if (earlier is null)
        {
            return new BatchReceipt.Taken(id);
        }

        await drop.HandleAsync(id, ct);
        return new BatchReceipt.SameFile(earlier.Id, earlier.Reference, earlier.CreatedAt);
    }

    private async Task<BatchReceipt> RefuseAsync(BatchId id, string reason, CancellationToken ct)
    {
        await write.RunAsync(
            async (unit, token) =>
            {
                var batch = await unit.Db.Batches.SingleAsync(b => b.Id == id, token);
                batch.Refuse(reason);
                await unit.Db.BatchPieces.Where(p => p.BatchId == id).ExecuteDeleteAsync(token);
            },
            ct);

        return new BatchReceipt.Refused(id, reason);
    }
}
