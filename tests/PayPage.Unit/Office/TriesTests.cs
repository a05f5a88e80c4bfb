using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Team;
using PayPage.SignIn;

namespace PayPage.Unit.Office;

/// <summary>Right passwords and wrong codes of one account, at the same time.</summary>
public sealed class TriesTests(OfficeFixture office) : IClassFixture<OfficeFixture>
{
    private const int Rounds = 12;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_right_password_does_not_lift_the_lock_that_wrong_codes_set_while_it_was_compared()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        var password = await TakeAsync(owner.Id);

        for (var i = 0; i < 4; i++)
        {
            Assert.NotNull(await TakeAsync(owner.Id));
        }

        await GiveBackAsync(owner.Id, password!);

        Assert.True(await MinutesAsync(owner.Id) > 0);
        Assert.Null(await TakeAsync(owner.Id));
    }

    [Fact]
    public async Task The_last_try_given_back_lifts_its_own_lock_and_leaves_one()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        var tries = new List<Tries.Try?>();

        for (var i = 0; i < 5; i++)
        {
            tries.Add(await TakeAsync(owner.Id));
        }

        Assert.True(await MinutesAsync(owner.Id) > 0);
        await GiveBackAsync(owner.Id, tries[^1]!);

        Assert.Equal(0, await MinutesAsync(owner.Id));
        Assert.Equal(5, (await TakeAsync(owner.Id))?.Number);
        Assert.Null(await TakeAsync(owner.Id));
    }

    [Fact]
    public async Task However_often_the_right_password_comes_with_four_wrong_codes_at_most_five_codes_are_compared()
    {
        using var owner = await Colleague.HiredAsync(office.Site, office.Merchant, Role.Sales, Ct);
        var compared = 0;

        for (var round = 0; round < Rounds; round++)
        {
            // In every other round the password stands first in the queue; else whoever comes.
            var password = round % 2 == 0 ? PasswordAsync() : Task.Run(PasswordAsync, Ct);
            await Task.WhenAll([password, .. Enumerable.Range(0, 4).Select(_ => Task.Run(CodeAsync, Ct))]);
        }

        while (await CodeAsync())
        {
        }

        Assert.InRange(compared, 4, 5);    // four, where a password that was being compared counted as the fifth
        Assert.True(await MinutesAsync(owner.Id) > 0);

        async Task PasswordAsync()
        {
            if (await TakeAsync(owner.Id) is { } taken)
            {
                await Task.Delay(30, Ct);    // as long as a hash takes
                await GiveBackAsync(owner.Id, taken);
            }
        }

        async Task<bool> CodeAsync()
        {
            var isCompared = await TakeAsync(owner.Id) is not null;
            Interlocked.Add(ref compared, isCompared ? 1 : 0);
            return isCompared;
        }
    }

    private Task<Tries.Try?> TakeAsync(UserId user) => UseAsync(tries => tries.TakeAsync(user, Ct));

    private Task<int> MinutesAsync(UserId user) => UseAsync(tries => tries.MinutesLockedAsync(user, Ct));

    private Task<bool> GiveBackAsync(UserId user, Tries.Try own) => UseAsync(async tries =>
    {
        await tries.GiveBackAsync(user, own, Ct);
        return true;
    });

    private async Task<T> UseAsync<T>(Func<Tries, Task<T>> use)
    {
        await using var scope = office.Site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<Tries>());
    }
}
