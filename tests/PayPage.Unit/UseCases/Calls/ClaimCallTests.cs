using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Calls;
using PayPage.Unit.Support;
using PayPage.UseCases.Calls;

namespace PayPage.Unit.UseCases.Calls;

/// <summary>A call that came twice, on any number of nodes.</summary>
public sealed class ClaimCallTests
{
    private static readonly byte[] One = Secret.Hash("one");
    private static readonly CallAnswer Answer = new(201, "application/json", "/x", "\"1\"", [1, 2, 3]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_nodes_one_gets_it_and_the_other_gets_its_answer(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await using var other = world.AnotherNode();

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ClaimAsync(i % 2 == 0 ? world : other)));
        var mine = Assert.Single(claims.OfType<ClaimCall.Outcome.Mine>());
        Assert.Equal(7, claims.OfType<ClaimCall.Outcome.UnderWay>().Count());

        await KeepAsync(other, mine.Id, mine.LeaseNo);
        var answer = Assert.IsType<ClaimCall.Outcome.Answered>(await ClaimAsync(world)).Answer;
        Assert.Equal((201, "application/json", "/x", "\"1\""), (answer.Status, answer.ContentType, answer.Location, answer.Tag));
        Assert.Equal(Answer.Body, answer.Body);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_lost_his_lease_writes_no_answer_and_one_takes_over_under_the_same_id(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await using var other = world.AnotherNode();
        var first = Assert.IsType<ClaimCall.Outcome.Mine>(await ClaimAsync(world));
        world.Clock.Advance(KeptCall.Lease);
        other.Clock.Advance(world.Clock.GetUtcNow() - other.Clock.GetUtcNow());

        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => ClaimAsync(i % 2 == 0 ? world : other)));
        var second = Assert.Single(claims.OfType<ClaimCall.Outcome.Mine>());
        Assert.Equal((first.Id, 2, first.CameAt), (second.Id, second.LeaseNo, second.CameAt));

        await KeepAsync(world, first.Id, first.LeaseNo);
        Assert.IsType<ClaimCall.Outcome.UnderWay>(await ClaimAsync(world));
        await world.UseAsync<KeepAnswer, bool>(async keep => { await keep.LetGoAsync(second.Id, second.LeaseNo, Ct); return true; });
        Assert.Equal(3, Assert.IsType<ClaimCall.Outcome.Mine>(await ClaimAsync(world)).LeaseNo);
    }

    [Fact]
    public async Task An_answer_that_nobody_can_open_any_more_is_still_one()
    {
        await using var world = await World.CreateAsync();
        var mine = Assert.IsType<ClaimCall.Outcome.Mine>(await ClaimAsync(world));
        await KeepAsync(world, mine.Id, mine.LeaseNo);
        await world.ReadAsync(db => db.KeptCalls.ExecuteUpdateAsync(set => set.SetProperty(c => c.Body, new byte[] { 9 }), Ct));

        Assert.IsType<ClaimCall.Outcome.UnderWay>(await ClaimAsync(world));
    }

    private static Task<ClaimCall.Outcome> ClaimAsync(World world) => world.UseAsync<ClaimCall, ClaimCall.Outcome>(claim => claim.HandleAsync("key", One, world.Caller, Ct));

    private static Task<bool> KeepAsync(World world, KeptCallId id, int leaseNo) => world.UseAsync<KeepAnswer, bool>(async keep => { await keep.HandleAsync(id, leaseNo, Answer, Ct); return true; });
}
