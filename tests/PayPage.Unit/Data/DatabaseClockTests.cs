using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Unit.Support;
using PayPage.UseCases;

namespace PayPage.Unit.Data;

public sealed class DatabaseClockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_node_that_is_fast_goes_by_the_databases_time()
    {
        var own = new ManualClock(new DateTimeOffset(2026, 11, 21, 12, 5, 0, TimeSpan.Zero));
        var clock = new DatabaseClock(own);
        var asked = own.GetUtcNow();

        clock.Set(asked, told: new DateTimeOffset(2026, 11, 21, 12, 0, 1, TimeSpan.Zero), heard: asked.AddSeconds(2));

        Assert.Equal(TimeSpan.FromMinutes(-5), clock.Offset);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), clock.GetUtcNow());
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Proofs_of_commits_are_forgotten_after_a_day(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.Get<WriteSeam>().RunAsync((unit, _) => { unit.Db.CommitMarks.Add(new CommitMark { Id = new Guid(1, 2, 3, new byte[8]), At = world.Clock.GetUtcNow() }); return Task.CompletedTask; }, Ct);
        world.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));

        await world.UseAsync<ForgetCommits, bool>(async forget => { await forget.HandleAsync(Ct); return true; });

        Assert.False(await world.ReadAsync(db => db.CommitMarks.AnyAsync(m => m.Id == new Guid(1, 2, 3, new byte[8]), Ct)));
    }
}
