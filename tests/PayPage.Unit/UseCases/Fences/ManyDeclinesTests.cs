using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Home;

namespace PayPage.Unit.UseCases.Fences;

/// <summary>The merchant is told when unusually many of his last tries were declined.</summary>
public sealed class ManyDeclinesTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task More_than_six_declines_of_twenty_tries_are_told_once_a_day(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await TryAsync(world, paid: 14, declined: 6);
        Assert.Equal(0, await ToldAsync(world));    // 30 percent is not above 30 percent

        await TryAsync(world, paid: 0, declined: 1);
        Assert.Equal(1, await ToldAsync(world));
        var worry = Assert.Single((await WorriesAsync(world)).OfType<Worry.ManyDeclines>());
        Assert.Equal((7, 20), (worry.Declined, worry.Tries));

        await TryAsync(world, paid: 0, declined: 3);
        world.Clock.Advance(TimeSpan.FromHours(23));
        await TryAsync(world, paid: 0, declined: 1);
        Assert.Equal(1, await ToldAsync(world));

        world.Clock.Advance(TimeSpan.FromHours(2));
        await TryAsync(world, paid: 0, declined: 1);
        Assert.Equal(2, await ToldAsync(world));
    }

    [Fact]
    public async Task Few_tries_old_tries_and_those_of_others_alarm_nobody()
    {
        await using var world = await World.CreateAsync();
        await TryAsync(world, paid: 0, declined: 12);
        world.Clock.Advance(TimeSpan.FromDays(8));
        await TryAsync(world, paid: 0, declined: 19);

        Assert.Equal(0, await ToldAsync(world));
        Assert.Empty((await WorriesAsync(world)).OfType<Worry.ManyDeclines>());
    }

    private static async Task TryAsync(World world, int paid, int declined)
    {
        for (var i = 0; i < paid + declined; i++)
        {
            var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50);    // a link each: no link is held
            await world.RecordAsync(payment, i < paid ? ProcessorState.Succeeded : ProcessorState.Declined);
        }
    }

    private static async Task<int> ToldAsync(World world)
    {
        await world.DrainAsync();
        return world.Mail.Sent.Count(m => m.Subject.Contains("are being declined", StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<Worry>> WorriesAsync(World world) =>
        world.UseAsync<FindWorries, IReadOnlyList<Worry>>(find => find.HandleAsync(10, world.Caller, Ct));
}
