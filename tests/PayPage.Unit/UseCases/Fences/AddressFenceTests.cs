using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Fences;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Fences;

/// <summary>From one network no more payments are begun in ten minutes than may be, over all links and all nodes.</summary>
public sealed class AddressFenceTests
{
    private const string Network = "C6336407/4";
    private const string Neighbour = "C6336408/4";

    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_eleventh_waits_until_ten_minutes_after_the_first_and_a_neighbour_does_not(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var first = world.Clock.GetUtcNow();

        for (var i = 0; i < 10; i++)
        {
            Assert.IsType<StartPayment.Outcome.GoOn>(await StartAsync(world, await LinkAsync(world), Network));
            world.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        var link = await LinkAsync(world);
        var rests = Assert.IsType<StartPayment.Outcome.AddressRests>(await StartAsync(world, link, Network));
        Assert.Equal(first.AddMinutes(10), rests.Until);
        Assert.Equal(10, await world.ReadAsync(db => db.Payments.CountAsync(Ct)));
        Assert.Equal(10 * 12_50, await world.ReadAsync(db => db.Invoices.SumAsync(i => i.Reserved, Ct)));    // a refused one holds nothing
        Assert.IsType<StartPayment.Outcome.GoOn>(await StartAsync(world, await LinkAsync(world), Neighbour));

        world.Clock.Advance(rests.Until - world.Clock.GetUtcNow());
        Assert.IsType<StartPayment.Outcome.GoOn>(await StartAsync(world, link, Network));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task However_many_try_at_once_on_two_nodes_never_more_win_than_may(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await using var node = world.AnotherNode();
        var links = new List<string>();

        for (var i = 0; i < 16; i++)
        {
            links.Add(await LinkAsync(world));
        }

        var outcomes = await Task.WhenAll(links.Select((link, i) => Task.Run(() => StartAsync(i % 2 == 0 ? world : node, link, Network), Ct)));

        Assert.Equal(10, outcomes.Count(o => o is StartPayment.Outcome.GoOn));
        Assert.Equal(6, outcomes.Count(o => o is StartPayment.Outcome.AddressRests));
        Assert.Equal(10, await world.ReadAsync(db => db.AddressCounts.Select(a => a.Begun).SingleAsync(Ct)));
    }

    [Fact]
    public async Task What_is_refused_for_another_reason_does_not_count()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var (_, token) = await world.LinkOfAsync(id);
        await StartAsync(world, token, Network);

        for (var i = 0; i < 20; i++)
        {
            Assert.IsType<StartPayment.Outcome.AmountRefused>(await StartAsync(world, token, Network));    // he clicks on and on, and all is held
        }

        var other = await world.LinkAsync((await world.AnotherLinkAsync(id)).Id);
        var open = await world.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(Ct));
        var (verdict, _) = await world.UseAsync<HoldAmount, (HoldAmount.Verdict, DateTimeOffset)>(hold => hold.HandleAsync(AsMuch(open, other.Id, world), other, Network, Ct));

        Assert.Equal(HoldAmount.Verdict.AmountRefused, verdict);
        Assert.Equal(1, await world.ReadAsync(db => db.AddressCounts.Select(a => a.Begun).SingleAsync(Ct)));
    }

    [Fact]
    public async Task No_address_can_be_read_from_the_database_and_old_counts_are_forgotten()
    {
        await using var world = await World.CreateAsync();
        await StartAsync(world, await LinkAsync(world), Network);
        var stored = await world.ReadAsync(db => db.AddressCounts.AsNoTracking().SingleAsync(Ct));
        Assert.NotEqual(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Network)), stored.Hash);    // which all addresses there are would tell

        await ForgetAsync(world);
        Assert.Equal(1, await world.ReadAsync(db => db.AddressCounts.CountAsync(Ct)));
        world.Clock.Advance(TimeSpan.FromHours(2));
        await ForgetAsync(world);
        Assert.Equal(0, await world.ReadAsync(db => db.AddressCounts.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_shuts_nobody_out()
    {
        await using var world = await World.CreateAsync();

        for (var i = 0; i < 11; i++)
        {
            await StartAsync(world, await LinkAsync(world), Network);
        }

        await using var back = world.AnotherNode();
        await world.Get<WriteSeam>().RunAsync((unit, ct) => unit.Db.AddressCounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Began, world.Clock.GetUtcNow().AddHours(2)), ct), Ct);

        Assert.IsType<StartPayment.Outcome.GoOn>(await StartAsync(back, await LinkAsync(world), Network));
    }

    [Fact]
    public async Task A_key_that_is_lost_is_made_anew_and_keeps_nobody_from_paying()
    {
        await using var world = await World.CreateAsync();
        await StartAsync(world, await LinkAsync(world), Network);
        await world.Get<WriteSeam>().RunAsync((unit, ct) => unit.Db.AddressKeys.ExecuteUpdateAsync(set => set.SetProperty(k => k.Sealed, new byte[] { 1, 2, 3 }), ct), Ct);

        Assert.IsType<StartPayment.Outcome.GoOn>(await StartAsync(world, await LinkAsync(world), Network));
        Assert.Equal(2, await world.ReadAsync(db => db.AddressCounts.CountAsync(Ct)));
    }

    /// <summary>As much as another payment holds, and nothing is left.</summary>
    private static Payment AsMuch(Payment open, PayPage.Domain.Links.LinkId link, World world) => new()
    {
        Id = PaymentId.New(world.Get<PayPage.Domain.IdSource>()),
        MerchantId = open.MerchantId,
        Mode = open.Mode,
        InvoiceId = open.InvoiceId,
        LinkId = link,
        AccountId = open.AccountId,
        Amount = open.Amount,
        Method = open.Method,
        Reference = "0000000000",
        PreparedAt = open.PreparedAt,
    };

    private static Task<bool> ForgetAsync(World world) => world.UseAsync<ForgetAddresses, bool>(async forget =>
    {
        await forget.HandleAsync(Ct);
        return true;
    });

    private static async Task<string> LinkAsync(World world) => (await world.LinkOfAsync(await world.InvoiceAsync(12_50))).Token;

    private static Task<StartPayment.Outcome> StartAsync(World world, string token, string network) => world.UseAsync<StartPayment, StartPayment.Outcome>(
        start => start.HandleAsync(new StartPayment.Wish(token, 12_50, PaymentMethod.Card, null, null, $"attempt-{Guid.NewGuid():N}"[..22], Network: network), Ct));
}
