using PayPage.Domain.Reconciliation;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain;

public sealed class DifferenceTransitionsTests
{
    [Fact]
    public void The_picture_in_the_docs_is_the_table() => Approved.Picture(DifferenceTransitions.Table, "difference");

    [Fact]
    public void Every_state_is_on_the_table() => Assert.All(
        Enum.GetValues<DifferenceState>(), state => Assert.Contains(DifferenceTransitions.Table.Moves, move => move.From == state || move.To == state));

    [Fact]
    public void What_was_settled_stays_settled() => Assert.All(
        new[] { DifferenceState.Matched, DifferenceState.GivenBack, DifferenceState.Marked }, state => Assert.True(DifferenceTransitions.Table.IsFinal(state)));
}
