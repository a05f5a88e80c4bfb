using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;

namespace PayPage.Unit.Data;

public sealed class WriteSeamTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_unit_that_throws_leaves_nothing_behind(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Get<WriteSeam>().RunAsync(
            async (unit, ct) =>
            {
                await unit.Db.Merchants.ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, "half done"), ct);
                throw new InvalidOperationException();
            },
            Ct));

        Assert.DoesNotContain("half done", await world.ReadAsync(db => db.Merchants.Select(m => m.Name).ToListAsync(Ct)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_unit_whose_ground_shifted_runs_again_on_the_new_one(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var runs = 0;

        await world.Get<WriteSeam>().RunAsync(
            async (unit, ct) =>
            {
                var merchant = await unit.Db.Merchants.SingleAsync(ct);
                runs++;

                if (runs == 1)
                {
                    // As if another node had changed the row between our reading and our writing.
                    unit.Db.Entry(merchant).Property(m => m.Version).OriginalValue = merchant.Version - 1;
                }

                merchant.Name = $"run {runs}";
            },
            Ct);

        Assert.Equal("run 2", await world.ReadAsync(db => db.Merchants.Select(m => m.Name).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_database_that_another_process_holds_is_said_to_be_busy_and_nothing_is_written()
    {
        await using var world = await World.CreateAsync();
        await using var other = new SqliteConnection(world.Database.Connection);
        await other.OpenAsync(Ct);
        await using var transaction = other.BeginTransaction();

        await Assert.ThrowsAsync<StoreBusyException>(() => world.Get<WriteSeam>().RunAsync(
            (unit, ct) => unit.Db.Merchants.ExecuteUpdateAsync(set => set.SetProperty(m => m.Name, "late"), ct), Ct));

        await transaction.RollbackAsync(Ct);
        Assert.DoesNotContain("late", await world.ReadAsync(db => db.Merchants.Select(m => m.Name).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_write_begins_as_a_writer_so_that_reading_first_never_ends_in_a_dead_end()
    {
        await using var world = await World.CreateAsync();
        await using var db = world.Database.Open();

        // Two contexts that both read and then write: with deferred transactions the second could never win.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => world.Get<WriteSeam>().RunAsync(
                async (unit, ct) =>
                {
                    var merchant = await unit.Db.Merchants.SingleAsync(ct);
                    merchant.Phone = $"{i}";
                },
                Ct),
            Ct)));

        Assert.NotNull(await db.Merchants.Select(m => m.Phone).SingleAsync(Ct));
    }

    [Fact]
    public async Task Every_connection_syncs_at_each_commit_and_minds_foreign_keys()
    {
        await using var world = await World.CreateAsync();
        await using var db = world.Database.Open();

        Assert.Equal(2, await db.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Ct));
        Assert.Equal(1, await db.Database.SqlQueryRaw<long>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(Ct));
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Instants_come_back_as_they_went_in(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        var stored = await world.ReadAsync(db => db.Set<Merchant>().Select(m => m.CreatedAt).SingleAsync(Ct));

        Assert.Equal(world.Clock.GetUtcNow(), stored);
        Assert.Equal(TimeSpan.Zero, stored.Offset);
    }
}
