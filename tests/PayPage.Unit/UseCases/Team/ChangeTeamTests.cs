using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Team;
using PayPage.Unit.Support;
using PayPage.UseCases.Team;
using static PayPage.UseCases.Team.ChangeTeam;

namespace PayPage.Unit.UseCases.Team;

public sealed class ChangeTeamTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_colleague_gets_another_role_and_leaves_the_team()
    {
        await using var world = await World.CreateAsync();
        await world.PersonAsync("ana@example.com", Role.Admin);
        var mia = await world.PersonAsync("mia@example.com", Role.Sales);

        Assert.Equal(Outcome.Changed, await GiveAsync(world, mia, Role.Cashier));
        Assert.Equal(Role.Cashier, await world.RoleAsync(mia));
        Assert.Equal(Outcome.Changed, await RemoveAsync(world, mia));
        Assert.Null(await world.RoleAsync(mia));
        Assert.Equal(Outcome.NoSuchColleague, await RemoveAsync(world, mia));
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await using var world = await World.CreateAsync();
        var ana = await world.PersonAsync("ana@example.com", Role.Admin);

        Assert.Equal(Outcome.LastAdmin, await GiveAsync(world, ana, Role.Sales));
        Assert.Equal(Outcome.LastAdmin, await RemoveAsync(world, ana));
        Assert.Equal(Outcome.Changed, await GiveAsync(world, ana, Role.Admin));
        Assert.Equal(Role.Admin, await world.RoleAsync(ana));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_administrators_who_remove_each_other_at_once_one_is_left(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var admins = new List<UserId>();

        for (var i = 0; i < 4; i++)
        {
            admins.Add(await world.PersonAsync($"admin{i}@example.com", Role.Admin));
        }

        var outcomes = await Task.WhenAll(admins.Select(admin => Task.Run(() => RemoveAsync(world, admin), Ct)));

        Assert.Equal(3, outcomes.Count(outcome => outcome == Outcome.Changed));
        Assert.Single(outcomes, Outcome.LastAdmin);
        Assert.Equal(1, await world.ReadAsync(db => db.Memberships.CountAsync(m => m.Role == Role.Admin, Ct)));
    }

    [Fact]
    public async Task A_colleague_at_another_merchant_is_nobody_here()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        await world.PersonAsync("ana@example.com", Role.Admin);
        var mia = await world.PersonAsync("mia@example.com", Role.Sales, other.MerchantId);

        Assert.Equal(Outcome.NoSuchColleague, await GiveAsync(world, mia, Role.Admin));
        Assert.Equal(Outcome.NoSuchColleague, await RemoveAsync(world, mia));
        Assert.Equal(Role.Sales, await world.ReadAsync(db => db.Memberships.Where(m => m.UserId == mia).Select(m => m.Role).SingleAsync(Ct)));
    }

    private static Task<Outcome> GiveAsync(World world, UserId user, Role role) =>
        world.UseAsync<ChangeTeam, Outcome>(change => change.GiveAsync(world.Caller.MerchantId, user, role, Ct));

    private static Task<Outcome> RemoveAsync(World world, UserId user) =>
        world.UseAsync<ChangeTeam, Outcome>(change => change.RemoveAsync(world.Caller.MerchantId, user, Ct));
}
