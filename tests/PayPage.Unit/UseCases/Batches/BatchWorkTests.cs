using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;
using PayPage.Unit.Support;
using PayPage.UseCases.Batches;

namespace PayPage.Unit.UseCases.Batches;

/// <summary>Workers that are stopped, slow, or many: each row becomes one invoice all the same.</summary>
[RunsLong]
public sealed class BatchWorkTests
{
    private static readonly BatchStage[] Making = [BatchStage.Processing];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Four_workers_at_once_make_each_row_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var first = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(120));
        var second = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(90, from: 1000));
        await world.ProcessAsync(first);
        await world.ProcessAsync(second);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WorkAsync(world), Ct)));
        await world.WorkAsync();

        foreach (var id in new[] { first.Id, second.Id })
        {
            var batch = await world.BatchAsync(id);
            Assert.Equal(BatchStage.Processed, batch.Stage);
            await world.AssertAddsUpAsync(batch);
        }

        Assert.Equal(210, await world.ReadAsync(db => db.Invoices.Select(i => i.Number).Distinct().CountAsync(Ct)));
    }

    [Fact]
    public async Task A_worker_that_is_stopped_again_and_again_leaves_no_row_out_and_none_twice()
    {
        await using var world = await World.CreateAsync();
        var taken = Assert.IsType<BatchReceipt.Taken>(await world.SendAsync(BatchRoom.Header + BatchRoom.Rows(700)));
        var stops = 0;

        for (var turn = 1; (await world.BatchAsync(taken.Id)).Stage != BatchStage.Processed && turn < 500; turn++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(20 + (turn * 7 % 200) + turn));    // ever longer: a slow machine comes to an end too

            try
            {
                await world.UseAsync<WorkOnBatch, bool>(work => work.ReadNextAsync(stop.Token));
                await world.UseAsync<WorkOnBatch, bool>(work => work.GoOnAsync(stop.Token));
            }
            catch (OperationCanceledException)
            {
                stops++;
                world.Clock.Advance(ClaimBatch.LeaseTime);    // nobody gave it back: its time has to run out
            }

            if ((await world.BatchAsync(taken.Id)) is { Stage: BatchStage.Validated } judged)
            {
                await world.AssertAddsUpAsync(judged);
                await world.ProcessAsync(judged);
            }
        }

        Assert.True(stops > 0, "It was never stopped.");
        var made = await world.BatchAsync(taken.Id);
        Assert.Equal((BatchStage.Processed, 700, 700), (made.Stage, made.Rows, made.CreatedInvoices));
        await world.AssertAddsUpAsync(made);
        Assert.Equal(700, await world.ReadAsync(db => db.Links.CountAsync(Ct)));
    }

    [Fact]
    public async Task Who_slept_over_his_lease_writes_nothing_any_more()
    {
        await using var world = await World.CreateAsync();
        var batch = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(5));
        await world.ProcessAsync(batch);

        var slow = await world.UseAsync<ClaimBatch, ClaimBatch.Lease?>(claim => claim.NextAsync(Making, Ct));
        Assert.Null(await world.UseAsync<ClaimBatch, ClaimBatch.Lease?>(claim => claim.NextAsync(Making, Ct)));
        world.Clock.Advance(ClaimBatch.LeaseTime);
        var quick = await world.UseAsync<ClaimBatch, ClaimBatch.Lease?>(claim => claim.NextAsync(Making, Ct));
        Assert.NotNull(quick);

        Assert.False(await world.UseAsync<MakeBatch, bool>(make => world.Get<WriteSeam>().RunAsync((unit, token) => make.NextAsync(unit, slow!, token), Ct)));
        Assert.Equal(0, await world.ReadAsync(db => db.Invoices.CountAsync(Ct)));
        Assert.True(await world.UseAsync<MakeBatch, bool>(make => world.Get<WriteSeam>().RunAsync((unit, token) => make.NextAsync(unit, quick!, token), Ct)));
        Assert.Equal(5, await world.ReadAsync(db => db.Invoices.CountAsync(Ct)));
    }

    [Fact]
    public async Task Who_has_waited_longest_is_next()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        var large = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(50));
        var small = await world.JudgedAsync(BatchRoom.Header + BatchRoom.Rows(2), other);
        await world.ProcessAsync(large);
        await world.ProcessAsync(small, other);
        var turns = new List<BatchId>();

        for (var turn = 0; turn < 4; turn++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            var lease = await world.UseAsync<ClaimBatch, ClaimBatch.Lease?>(claim => claim.NextAsync(Making, Ct));
            turns.Add(lease!.BatchId);
            await world.UseAsync<ClaimBatch, bool>(async claim =>
            {
                await claim.ReleaseAsync(lease, Ct);
                return true;
            });
        }

        Assert.Equal([turns[0], turns[1], turns[0], turns[1]], turns);
        Assert.NotEqual(turns[0], turns[1]);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await using var world = await World.CreateAsync();

        await Assert.ThrowsAsync<InvalidDataException>(() => world.UseAsync<TakeBatch, BatchReceipt>(take => take.HandleAsync(
            new BatchUpload(null, "broken.csv", BatchDoor.Office, null, new FileFormat()), BrokenAsync(), world.Caller, Ct)));

        Assert.Equal((0, 0), (await world.ReadAsync(db => db.Batches.CountAsync(Ct)), await world.ReadAsync(db => db.BatchPieces.CountAsync(Ct))));
    }

    [Fact]
    public async Task More_rows_than_a_file_may_have_are_refused_and_nothing_of_it_is_kept()
    {
        await using var world = await World.CreateAsync();
        var text = string.Concat(Enumerable.Repeat("x,y,z@example.com,1,EUR,2027-01-31,r\n", Batch.MostRows + 1));

        var batch = await world.JudgedAsync(BatchRoom.Header + text);

        Assert.Equal((BatchStage.Refused, "The file has more than 100,000 rows. Split it into several files."), (batch.Stage, batch.Refusal));
        Assert.Equal(0, await world.ReadAsync(db => db.BatchRows.CountAsync(Ct)));
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> BrokenAsync()
    {
        yield return new byte[BatchPiece.MostBytes + 1];
        await Task.Yield();
        throw new InvalidDataException("The sender went away.");
    }

    private static async Task WorkAsync(World world)
    {
        while (await world.UseAsync<WorkOnBatch, bool>(work => work.GoOnAsync(Ct)))
        {
        }
    }
}
