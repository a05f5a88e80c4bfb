using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Links;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Payments;

/// <summary>A link that was opened and is over begins no payment, however much of its invoice is still to be paid.</summary>
public sealed class DeadLinkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Not_one_that_was_revoked_after_it_was_opened()
    {
        await using var world = await World.CreateAsync();
        var (link, token) = await OpenedAsync(world);
        await world.UseAsync<RevokeLink, bool>(revoke => revoke.HandleAsync(world.Caller.MerchantId, link, "test", Ct));

        await StartsNothingAsync(world, link, token, LinkStatus.Revoked);
    }

    [Fact]
    public async Task Not_one_that_was_spent_on_a_part()
    {
        await using var world = await World.CreateAsync();
        var (link, token) = await OpenedAsync(world);
        Assert.IsType<StartPayment.Outcome.GoOn>(await world.StartAsync(token, 4_00));
        await world.RecordAsync(await world.ReadAsync(db => Task.FromResult(db.Payments.Single(p => p.LinkId == link))), ProcessorState.Succeeded);

        await StartsNothingAsync(world, link, token, LinkStatus.Used);
    }

    [Fact]
    public async Task Not_one_whose_hours_are_over_though_no_sweep_has_come_by()
    {
        await using var world = await World.CreateAsync();
        var (link, token) = await OpenedAsync(world);
        world.Clock.Advance(TimeSpan.FromHours(24));

        await StartsNothingAsync(world, link, token, LinkStatus.Opened);
    }

    private static async Task<(LinkId Id, string Token)> OpenedAsync(World world)
    {
        var (link, token) = await world.LinkOfAsync(await world.InvoiceAsync(12_50));
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));
        return (link, token);
    }

    private static async Task StartsNothingAsync(World world, LinkId link, string token, LinkStatus status)
    {
        var opened = world.Processor.Opened.Count;

        Assert.Equal(status, (await world.LinkAsync(link)).Status);
        Assert.IsType<StartPayment.Outcome.NotPayable>(await world.StartAsync(token, 5_00));
        Assert.Equal(opened, world.Processor.Opened.Count);
    }
}
