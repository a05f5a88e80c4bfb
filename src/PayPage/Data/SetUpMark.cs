namespace PayPage.Data;

/// <summary>That the first administrator was made. One row or none: of two who try at once, the database refuses one.</summary>
public sealed class SetUpMark
{
    public const int Only = 1;

    public required int Id { get; init; }

    public required DateTimeOffset At { get; init; }
}
