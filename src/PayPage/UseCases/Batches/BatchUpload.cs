using PayPage.Domain.Batches;
using PayPage.Domain.Team;

namespace PayPage.UseCases.Batches;

/// <summary>A file of invoices that is about to come in.</summary>
/// <param name="Reference">The merchant's own name for it, valid; null: we give it one.</param>
/// <param name="FileName">Cleaned, at most <see cref="Batch.FileNameLength"/> letters.</param>
/// <param name="By">The colleague who sends it; null: a system does.</param>
internal sealed record BatchUpload(string? Reference, string FileName, BatchDoor Door, UserId? By, FileFormat Format);

/// <summary>What became of an upload.</summary>
internal abstract record BatchReceipt
{
    private BatchReceipt()
    {
    }

    /// <summary>It is here, and is being read.</summary>
    internal sealed record Taken(BatchId Id) : BatchReceipt;

    /// <summary>It is no file that we can read. The attempt is kept with the reason.</summary>
    internal sealed record Refused(BatchId Id, string Reason) : BatchReceipt;

    /// <summary>Byte for byte the same came before. Nothing is kept of this one.</summary>
    internal sealed record SameFile(BatchId Id, string Reference, DateTimeOffset At) : BatchReceipt;

    /// <summary>Another file has this reference. Nothing was read.</summary>
    internal sealed record ReferenceTaken : BatchReceipt;
}
