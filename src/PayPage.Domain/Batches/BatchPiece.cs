namespace PayPage.Domain.Batches;

/// <summary>A piece of a file as it came, until its rows have become invoices: it may have to be read again in another way.</summary>
public sealed class BatchPiece
{
    public const int MostBytes = 256 * 1024;

    public required BatchId BatchId { get; init; }

    /// <summary>0 for the first.</summary>
    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}
