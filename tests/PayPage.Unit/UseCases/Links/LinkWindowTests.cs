using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Links;
using PayPage.Unit.Support;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Links;

/// <summary>A merchant who gives his payers another time than the site does. What a link was made with it keeps.</summary>
public sealed class LinkWindowTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2)]
    [InlineData(72)]
    public async Task A_link_works_for_as_long_as_its_merchant_says(int hours)
    {
        await using var world = await World.CreateAsync();
        await SetAsync(world, hours);
        var (link, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        Assert.Equal(TimeSpan.FromHours(hours), (await PayableAsync(world, token)).Window);

        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        await SetAsync(world, null);
        Assert.Equal(world.Clock.GetUtcNow() + TimeSpan.FromHours(hours), (await PayableAsync(world, token)).Until);

        world.Clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await SweepAsync(world));
        Assert.IsType<LinkState.Payable>((await ShowAsync(world, token))?.State);

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<LinkState.Expired>((await ShowAsync(world, token))?.State);
        Assert.IsType<StartPayment.Outcome.NotPayable>(await world.StartAsync(token, 12_50));
        Assert.Equal(1, await SweepAsync(world));
        Assert.Equal(LinkStatus.Expired, (await world.LinkAsync(link)).Status);
    }

    [Fact]
    public async Task A_payment_starts_after_the_sites_hours_while_the_merchants_last()
    {
        await using var world = await World.CreateAsync();
        await SetAsync(world, 72);
        var (_, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        world.Clock.Advance(TimeSpan.FromHours(71));

        Assert.IsType<StartPayment.Outcome.GoOn>(await world.StartAsync(token, 12_50));
    }

    [Fact]
    public async Task One_sweep_ends_links_of_every_window()
    {
        await using var world = await World.CreateAsync();

        foreach (var hours in new int?[] { null, 2, 48 })
        {
            await SetAsync(world, hours);
            var (_, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
            await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        }

        world.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(2, await SweepAsync(world));
        Assert.Equal(48, await world.ReadAsync(db => db.Links.Where(l => l.Status == LinkStatus.Opened).Select(l => l.WindowHours).SingleAsync(Ct)));
    }

    private static Task<int?> SetAsync(World world, int? hours) => world.Get<WriteSeam>().RunAsync(
        async (unit, token) => (await unit.Db.Merchants.SingleAsync(token)).LinkHours = hours, Ct);

    private static async Task<LinkState.Payable> PayableAsync(World world, string token) => Assert.IsType<LinkState.Payable>((await ShowAsync(world, token))?.State);

    private static Task<LinkView?> ShowAsync(World world, string token) => world.UseAsync<ShowLink, LinkView?>(show => show.HandleAsync(token, _ => null, Ct));

    private static Task<int> SweepAsync(World world) => world.UseAsync<ExpireLinks, int>(expire => expire.HandleAsync(Ct));
}
