using PayPage.Domain.Batches;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Delivery;
using PayPage.Domain.Merchants;

namespace PayPage.UseCases.Batches;

/// <summary>Makes the judge of a file's rows, for whoever judges, makes, or shows them.</summary>
internal sealed class RowBench(SmsLimits texts, TimeProvider clock)
{
    public RowJudge JudgeOf(Batch batch, Merchant merchant)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), merchant.Zone).DateTime);
        return new RowJudge(ColumnsOf(batch), batch.Format, today, merchant.Zone, texts, fromMachine: batch.Door != BatchDoor.Office);
    }

    public static FileColumns ColumnsOf(Batch batch)
    {
        FileDialect? dialect = batch.Door == BatchDoor.Fort ? FileDialect.Fort : null;
        return FileColumns.Read(batch.Header, dialect).Columns ?? throw new Domain.InvariantException($"{batch.Id} was read with a header that cannot be read.");
    }
}
