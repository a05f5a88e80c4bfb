using PayPage.Domain.StateMachines;
using static PayPage.Domain.Batches.BatchStage;

namespace PayPage.Domain.Batches;

/// <summary>How far a file of invoices has come. Nothing of it is an invoice before <see cref="Processing"/>.</summary>
public enum BatchStage
{
    /// <summary>Its bytes are still coming in.</summary>
    Uploading,

    /// <summary>All of it is here; its rows are being taken apart.</summary>
    Reading,

    /// <summary>Something in it can be read in two ways: a person must say which is meant.</summary>
    Asking,

    /// <summary>Its rows are held against the rules, one after the other.</summary>
    Judging,

    /// <summary>Every row was judged. A person looks, and decides.</summary>
    Validated,

    /// <summary>It is no file that we can read. Nothing of it was kept but the reason.</summary>
    Refused,

    /// <summary>It is to be processed in a moment; until then a press on Undo takes it back.</summary>
    Held,

    /// <summary>Its good rows become invoices.</summary>
    Processing,

    /// <summary>Every row is accounted for.</summary>
    Processed,

    /// <summary>The merchant wants nothing of it.</summary>
    Discarded,
}

public static class BatchTransitions
{
    /// <summary>Those in which a worker has something to do, though perhaps not yet.</summary>
    public static readonly IReadOnlyList<BatchStage> Working = [Reading, Judging, Held, Processing];

    public static readonly TransitionTable<BatchStage> Table = new(
        ([Uploading], Reading, "the whole file is here"),
        ([Uploading, Reading], Refused, "it is no file that we can read"),
        ([Reading], Asking, "something in it can be read in two ways"),
        ([Reading], Judging, "its rows were taken apart"),
        ([Asking, Validated], Reading, "the merchant said how it is to be read"),
        ([Judging], Validated, "every row was judged"),
        ([Validated], Held, "the merchant wants it processed"),
        ([Validated], Processing, "the merchant's system wants it processed"),
        ([Held], Validated, "the merchant took that back in time"),
        ([Held], Processing, "nobody took it back in time"),
        ([Processing], Processed, "the last row was done"),
        ([Uploading, Reading, Asking, Judging, Validated], Discarded, "the merchant wants nothing of it"));
}
