using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Delivery;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;

namespace PayPage.UseCases.Batches;

/// <summary>Makes the judge of a file's rows, for whoever judges, makes, or shows them.</summary>
internal sealed class RowBench(SmsLimits texts, TimeProvider clock)
{
    public RowJudge JudgeOf(Batch batch, Merchant merchant, Takes takes) => JudgeOf(ColumnsOf(batch), batch.Format, merchant, takes, batch.Door != BatchDoor.Office);

    /// <summary>For rows that came in no file.</summary>
    public RowJudge JudgeOf(FileColumns columns, FileFormat format, Merchant merchant, Takes takes, bool fromMachine = true) =>
        new(columns, format, clock.GetUtcNow(), merchant.Zone, texts, takes, fromMachine);

    public static FileColumns ColumnsOf(Batch batch)
    {
        FileDialect? dialect = batch.Door == BatchDoor.Fort ? FileDialect.Fort : null;
        return FileColumns.Read(batch.Header, dialect).Columns ?? throw new Domain.InvariantException($"{batch.Id} was read with a header that cannot be read.");
    }
}
