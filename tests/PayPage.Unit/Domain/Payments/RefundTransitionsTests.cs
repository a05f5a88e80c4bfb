using PayPage.Domain.Payments;
using PayPage.Domain.StateMachines;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain.Payments;

public sealed class RefundTransitionsTests
{
    private static readonly TransitionTable<RefundStatus> Table = RefundTransitions.Table;

    [Fact]
    public void The_picture_in_the_docs_is_the_table() => Approved.Picture(Table, "refund");

    [Fact]
    public void Every_status_can_be_reached() => Assert.Equal(
        Enum.GetValues<RefundStatus>().Except([RefundStatus.Requested]).Order(),
        Table.Moves.Select(m => m.To).Distinct().Order());
}
