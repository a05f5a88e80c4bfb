namespace PayPage.Data;

/// <summary>Proof that a transaction was committed, for when the answer to COMMIT was lost on the way.</summary>
public sealed class CommitMark
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }
}
