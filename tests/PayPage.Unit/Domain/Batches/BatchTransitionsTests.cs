using PayPage.Domain.Batches;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain.Batches;

public sealed class BatchTransitionsTests
{
    [Fact]
    public void The_picture_in_the_docs_is_the_table() => Approved.Picture(BatchTransitions.Table, "batch");

    [Fact]
    public void Nothing_leads_back_once_invoices_are_made()
    {
        foreach (var stage in Enum.GetValues<BatchStage>().Where(stage => stage is not (BatchStage.Processing or BatchStage.Processed)))
        {
            Assert.False(BatchTransitions.Table.Allows(BatchStage.Processing, stage), $"{stage}");
            Assert.False(BatchTransitions.Table.Allows(BatchStage.Processed, stage), $"{stage}");
        }
    }

    [Fact]
    public void Nothing_is_made_of_a_file_that_nobody_has_judged() =>
        Assert.Equal(
            [BatchStage.Validated, BatchStage.Held],
            Enum.GetValues<BatchStage>().Where(stage => BatchTransitions.Table.Allows(stage, BatchStage.Processing)));
}
