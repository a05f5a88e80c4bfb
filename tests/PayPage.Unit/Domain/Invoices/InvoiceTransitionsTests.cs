using PayPage.Domain.Invoices;
using PayPage.Domain.StateMachines;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain.Invoices;

public sealed class InvoiceTransitionsTests
{
    private static readonly TransitionTable<InvoiceStage> Table = InvoiceTransitions.Table;

    [Fact]
    public void The_picture_in_the_docs_is_the_table() => Approved.Picture(Table, "invoice");

    [Fact]
    public void Every_status_can_be_reached() => Assert.Equal(
        Enum.GetValues<InvoiceStage>().Except([InvoiceStage.Draft]).Order(),
        Table.Moves.Select(m => m.To).Distinct().Order());
}
