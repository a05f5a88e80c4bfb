using PayPage.Domain.Invoices.Intake;

namespace PayPage.Unit.Domain.Invoices.Intake;

public sealed class FieldTextsTests
{
    private static readonly InvoiceProposal Two = Proposals.Of(Proposals.Line("1"), Proposals.Line("2")) with { Description = "Flowers", CustomerEmail = "tanya@example.com" };

    [Fact]
    public void Marks_tell_which_fields_changed_since()
    {
        var seen = Of(Two).Marks;
        var now = Of(Two with { Description = null, DueDate = "2026-12-24", Lines = [Two.Lines[0]] });

        Assert.Equal([ProposalFields.Description, ProposalFields.Line(1), ProposalFields.DueDate], now.ChangedSince(seen));
        Assert.Empty(Of(Two).ChangedSince(seen));
    }

    [Fact]
    public void Marks_hold_none_of_the_texts() => Assert.DoesNotContain("tanya", Of(Two).Marks, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("evil==== =; lines[999]=x <script>=1")]
    public void By_forged_marks_all_that_is_written_has_changed(string? marks)
    {
        var changed = Of(Two).ChangedSince(marks);

        Assert.Contains(ProposalFields.Description, changed);
        Assert.Contains(ProposalFields.Line(1), changed);
        Assert.All(changed, field => Assert.NotEqual("", Of(Two).In(field)));
    }

    private static FieldTexts Of(InvoiceProposal proposal) => FieldTexts.Of(Proposals.Accepted(proposal));
}
