using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Links;
using PayPage.Unit.Support;
using PayPage.UseCases.Links;

namespace PayPage.Unit.UseCases.Links;

public sealed class CountVisitsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_kind_is_added_up_and_no_instant_goes_back(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var link = await world.LinkAsync((await world.LinkOfAsync(await world.InvoiceAsync(12_50))).Id);

        Tell(world, link.SecretHash, VisitKind.Machine, 5);
        Tell(world, link.SecretHash, VisitKind.Machine, 3);
        Assert.Equal(1, await CountAsync(world));
        Assert.Equal((2, Noon.AddMinutes(5), 0, null), await VisitsAsync(world));

        Tell(world, link.ShortCodeHash, VisitKind.Page, 4, isShort: true);
        Tell(world, link.SecretHash, VisitKind.Machine, 1);
        Tell(world, link.SecretHash, VisitKind.Page, 7);
        await CountAsync(world);
        Assert.Equal((3, Noon.AddMinutes(5), 2, Noon.AddMinutes(7)), await VisitsAsync(world));
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_forgotten()
    {
        await using var world = await World.CreateAsync();
        Tell(world, new byte[32], VisitKind.Page, 0);

        Assert.Equal(1, await CountAsync(world));
        Assert.Equal(0, await CountAsync(world));
        Assert.Equal(0, await world.ReadAsync(db => db.Visits.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_could_not_be_written_waits_for_the_next_time()
    {
        await using var world = await World.CreateAsync();
        var link = await world.LinkAsync((await world.LinkOfAsync(await world.InvoiceAsync(12_50))).Id);
        Tell(world, link.SecretHash, VisitKind.Page, 0);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => world.UseAsync<CountVisits, int>(count => count.HandleAsync(new CancellationToken(canceled: true))));

        Assert.Equal(1, await CountAsync(world));
        Assert.Equal(1, (await VisitsAsync(world)).Pages);
    }

    [Fact]
    public void The_queue_sums_what_waits_and_is_bounded()
    {
        var queue = new VisitQueue();
        Visit Of(int link) => new(BitConverter.GetBytes(link), false, VisitKind.Machine, Noon);

        Assert.All(Enumerable.Range(0, VisitQueue.Most), link => Assert.True(queue.Tell(Of(link))));
        Assert.True(queue.Tell(Of(7) with { At = Noon.AddMinutes(1) }));
        Assert.False(queue.Tell(Of(VisitQueue.Most)));

        var taken = queue.Take(int.MaxValue);
        Assert.Equal(VisitQueue.Most, taken.Count);
        var seventh = taken.Single(tally => BitConverter.ToInt32(tally.AddressHash) == 7);
        Assert.Equal((2L, Noon.AddMinutes(1)), (seventh.Machines, seventh.LastMachine));
        Assert.Empty(queue.Take(1));
        Assert.True(queue.PutBack(seventh));
        Assert.True(queue.Tell(Of(7)));
        Assert.Equal(3L, Assert.Single(queue.Take(1)).Machines);
    }

    private static void Tell(World world, byte[] hash, VisitKind kind, int minute, bool isShort = false) =>
        world.Get<VisitQueue>().Tell(new Visit(hash, isShort, kind, Noon.AddMinutes(minute)));

    private static Task<int> CountAsync(World world) => world.UseAsync<CountVisits, int>(count => count.HandleAsync(Ct));

    private static async Task<(long Machines, DateTimeOffset? LastMachine, long Pages, DateTimeOffset? LastPage)> VisitsAsync(World world)
    {
        var visits = await world.ReadAsync(db => db.Visits.SingleAsync(Ct));
        return (visits.MachineFetches, visits.LastMachineFetchAt, visits.PageViews, visits.LastPageViewAt);
    }
}
