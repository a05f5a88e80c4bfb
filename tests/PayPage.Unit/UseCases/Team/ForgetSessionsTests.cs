using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Team;
using PayPage.Unit.Support;
using PayPage.UseCases.Team;

namespace PayPage.Unit.UseCases.Team;

public sealed class ForgetSessionsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Sessions_are_forgotten_when_their_cookies_have_run_out_and_no_sooner(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var mia = await world.PersonAsync("mia@example.com");
        await AddAsync(world, mia, "short", TimeSpan.FromHours(12), isEnded: false);
        await AddAsync(world, mia, "short and ended", TimeSpan.FromHours(12), isEnded: true);
        await AddAsync(world, mia, "long", TimeSpan.FromDays(30), isEnded: false);
        await AddAsync(world, mia, "long and ended", TimeSpan.FromDays(30), isEnded: true);

        world.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(["long", "long and ended", "short", "short and ended"], await LeftAsync(world));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["long", "long and ended"], await LeftAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await LeftAsync(world));
    }

    private static async Task<IEnumerable<string>> LeftAsync(World world)
    {
        await world.UseAsync<ForgetSessions, bool>(async forget => { await forget.HandleAsync(Ct); return true; });
        return (await world.ReadAsync(db => db.Sessions.Select(s => s.Device).ToListAsync(Ct))).Order(StringComparer.Ordinal);
    }

    private static Task<int> AddAsync(World world, UserId user, string device, TimeSpan life, bool isEnded) => world.ReadAsync(async db =>
    {
        var now = world.Clock.GetUtcNow();
        var session = new OfficeSession { Id = SessionId.New(world.Get<IdSource>()), UserId = user, CreatedAt = now, SeenAt = now, EndsAt = now + life, Device = device, Address = "::1" };

        if (isEnded)
        {
            session.End(now);
        }

        db.Sessions.Add(session);
        return await db.SaveChangesAsync(Ct);
    });
}
