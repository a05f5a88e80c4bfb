using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Merchants;

public sealed class ChangeLookTests
{
    private static readonly Uri Terms = new("https://northgate.example/terms");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_merchant_gets_colour_logo_and_addresses(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        Assert.Empty(await ChangeAsync(world, new Look("#0F766E", await LogoAsync(), Terms, null)));
        Assert.Empty(await ChangeAsync(world, new Look("#0F766E", await LogoAsync(), Terms, null)));

        var merchant = await world.ReadAsync(db => db.Merchants.SingleAsync(Ct));
        var logo = await world.UseAsync<ShowLogo, MerchantLogo?>(show => show.HandleAsync(merchant.Logo ?? "", Ct));
        Assert.Equal("#0f766e", merchant.Color.ToString());
        Assert.Equal(Terms, merchant.Terms);
        Assert.Null(merchant.Privacy);
        Assert.Equal("image/png", logo?.ContentType);
        Assert.Equal(await LogoAsync(), logo?.Bytes);
        Assert.Equal(1, await world.ReadAsync(db => db.Logos.CountAsync(Ct)));
    }

    [Fact]
    public async Task Whatever_is_wrong_is_named_and_nothing_is_changed()
    {
        await using var world = await World.CreateAsync();

        var faults = await ChangeAsync(world, new Look("teal", [1, 2, 3], new Uri("http://northgate.example"), new Uri("/privacy", UriKind.Relative)));

        Assert.Equal([nameof(Look.Color), nameof(Look.Logo), nameof(Look.Terms), nameof(Look.Privacy)], faults);
        Assert.Equal(["Color"], await ChangeAsync(world, new Look("red", null, Terms, null)));
        Assert.Null((await world.ReadAsync(db => db.Merchants.SingleAsync(Ct))).Terms);
    }

    [Fact]
    public async Task A_logo_that_nobody_has_is_not_there()
    {
        await using var world = await World.CreateAsync();

        Assert.Null(await world.UseAsync<ShowLogo, MerchantLogo?>(show => show.HandleAsync("0123456789abcdef0123456789abcdef", Ct)));
    }

    private static Task<IReadOnlyList<string>> ChangeAsync(World world, Look look) =>
        world.UseAsync<ChangeLook, IReadOnlyList<string>>(change => change.HandleAsync(world.Caller.MerchantId, look, Ct));

    private static Task<byte[]> LogoAsync() => File.ReadAllBytesAsync(Path.Combine(Approved.Root(), "src/PayPage/Demo/logo.png"), Ct);
}
