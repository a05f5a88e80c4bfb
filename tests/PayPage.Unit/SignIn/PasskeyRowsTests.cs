using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.SignIn.Passkeys;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Team;

namespace PayPage.Unit.SignIn;

public sealed class PasskeyRowsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task One_that_is_used_is_counted_and_one_that_was_removed_meanwhile_does_not_come_back(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var mia = (await world.PersonAsync("mia@example.com")).Value;
        Assert.True(await RunAsync(world, unit => PasskeyRows.AddAsync(unit, mia, Passkey(uses: 1), Ct)));

        Assert.True(await RunAsync(world, unit => PasskeyRows.CountAsync(unit, mia, Passkey(uses: 2), Ct)));
        Assert.Equal(2u, (await world.ReadAsync(db => db.UserPasskeys.AsNoTracking().SingleAsync(Ct))).Data.SignCount);

        await world.ReadAsync(db => db.UserPasskeys.ExecuteDeleteAsync(Ct));
        Assert.False(await RunAsync(world, unit => PasskeyRows.CountAsync(unit, mia, Passkey(uses: 3), Ct)));
        Assert.False(await world.ReadAsync(db => db.UserPasskeys.AnyAsync(Ct)));
    }

    [Fact]
    public async Task Nobody_uses_or_takes_another_persons()
    {
        await using var world = await World.CreateAsync();
        var mia = (await world.PersonAsync("mia@example.com")).Value;
        var eve = (await world.PersonAsync("eve@example.com")).Value;
        await RunAsync(world, unit => PasskeyRows.AddAsync(unit, mia, Passkey(uses: 1), Ct));

        Assert.False(await RunAsync(world, unit => PasskeyRows.CountAsync(unit, eve, Passkey(uses: 9), Ct)));
        Assert.False(await RunAsync(world, unit => PasskeyRows.AddAsync(unit, eve, Passkey(uses: 9), Ct)));

        var row = await world.ReadAsync(db => db.UserPasskeys.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((mia, 1u), (row.UserId, row.Data.SignCount));
    }

    private static Task<bool> RunAsync(World world, Func<PayPage.Data.Unit, Task<bool>> work) => world.Get<WriteSeam>().RunAsync((unit, _) => work(unit), Ct);

    private static UserPasskeyInfo Passkey(uint uses) => new(
        [1, 2, 3], [4, 5, 6], new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), uses, transports: null, isUserVerified: true, isBackupEligible: false,
        isBackedUp: false, attestationObject: [], clientDataJson: []);
}
