using PayPage.Domain.Invoices.Intake;

namespace PayPage.Unit.Domain.Invoices.Intake;

public sealed class ProposalTotalsTests
{
    [Fact]
    public void What_can_be_known_is_told_before_anything_else_is_right()
    {
        var half = Proposals.Of(new LineProposal { UnitPrice = "12.05", Quantity = "20" }, new LineProposal { Name = "Unpriced" }) with { DueDate = null };

        var totals = ProposalTotals.Of(half);

        Assert.Equal([241_00, null], totals.Lines);
        Assert.Null(totals.Amounts);
    }

    [Fact]
    public void They_are_the_readers_own()
    {
        var proposal = Proposals.Of(Proposals.Line("12.05", "20") with { TaxRate = "8.25" }, Proposals.Line("0.333333", "3")) with
        {
            DiscountPercent = "2.5",
            TaxRate = "5",
            FreightAmount = "18",
            FreightTaxable = "true",
            FreightTaxRate = "8.25",
        };

        Assert.Equal(Proposals.Accepted(proposal).Amounts, ProposalTotals.Of(proposal).Amounts);
        Assert.Equal(Proposals.Accepted(proposal).Lines.Select(line => (long?)line.Total), ProposalTotals.Of(proposal).Lines);
    }

    [Fact]
    public void Hostile_figures_are_only_not_known()
    {
        var totals = ProposalTotals.Of(Proposals.Of(Proposals.Line("9999999999999999999"), Proposals.Line("1e9"), Proposals.Line("999999999999", "999999999")) with { DiscountAmount = "-1" });

        Assert.All(totals.Lines, Assert.Null);
        Assert.Null(totals.Amounts);
        Assert.Null(ProposalTotals.Of(Proposals.Of(Proposals.Line("1")) with { Currency = "XXX" }).Amounts);
        Assert.Null(ProposalTotals.Of(Proposals.Of([.. Enumerable.Repeat(Proposals.Line("1"), 31)])).Amounts);
    }
}
