using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Merchants;

public sealed class ChangeDefaultsTests
{
    private static readonly Defaults Sound = new("EUR", "30", true, "25,50", false, "48");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_merchant_sets_what_new_invoices_start_with(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, Sound));

        var merchant = await MerchantAsync(world);
        Assert.Equal((Currency.Parse("EUR"), 30, true, 25_50L, false, 48), (merchant.DefaultCurrency, merchant.DueDays, merchant.AllowsParts, merchant.MinimumPart, merchant.AlwaysLink, merchant.LinkHours));
        Assert.Equal(Sound with { MinimumPart = "25.50" }, Defaults.Of(merchant));
    }

    [Theory]
    [InlineData("JPY", "500", 500)]
    [InlineData("kwd", "5.125", 5_125)]
    [InlineData("USD", "10", 10_00)]
    public async Task The_least_part_is_read_in_its_own_currency(string currency, string typed, long minor)
    {
        await using var world = await World.CreateAsync();

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, Sound with { Currency = currency, MinimumPart = typed }));

        Assert.Equal(minor, (await MerchantAsync(world)).MinimumPart);
    }

    [Fact]
    public async Task Blank_means_that_none_is_set()
    {
        await using var world = await World.CreateAsync();
        await ChangeAsync(world, Sound);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Defaults("", "0", false, " ", true, null)));

        var merchant = await MerchantAsync(world);
        Assert.Equal((null, 0, null, null), (merchant.DefaultCurrency, merchant.DueDays, merchant.MinimumPart, merchant.LinkHours));
    }

    [Theory]
    [InlineData(nameof(Defaults.Currency), "XYZ", "14", null, null)]
    [InlineData(nameof(Defaults.Currency), "dollars", "14", null, null)]
    [InlineData(nameof(Defaults.DueDays), "USD", "366", null, null)]
    [InlineData(nameof(Defaults.DueDays), "USD", "-1", null, null)]
    [InlineData(nameof(Defaults.DueDays), "USD", "99999999999999999999999", null, null)]
    [InlineData(nameof(Defaults.DueDays), "USD", "1.5", null, null)]
    [InlineData(nameof(Defaults.DueDays), "USD", "", null, null)]
    [InlineData(nameof(Defaults.MinimumPart), "USD", "14", "0", null)]
    [InlineData(nameof(Defaults.MinimumPart), "USD", "14", "-5", null)]
    [InlineData(nameof(Defaults.MinimumPart), "USD", "14", "1.005", null)]
    [InlineData(nameof(Defaults.MinimumPart), "USD", "14", "2,500", null)]
    [InlineData(nameof(Defaults.MinimumPart), "USD", "14", "9999999999999999", null)]
    [InlineData(nameof(Defaults.MinimumPart), "JPY", "14", "0.5", null)]
    [InlineData(nameof(Defaults.MinimumPart), "", "14", "5", null)]
    [InlineData(nameof(Defaults.LinkHours), "USD", "14", null, "0")]
    [InlineData(nameof(Defaults.LinkHours), "USD", "14", null, "169")]
    [InlineData(nameof(Defaults.LinkHours), "USD", "14", null, "one")]
    public async Task What_is_out_of_its_range_is_said_by_its_field(string field, string currency, string days, string? least, string? hours)
    {
        await using var world = await World.CreateAsync();

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, new Defaults(currency, days, true, least, true, hours)));

        Assert.Equal([field], faulty.Messages.Keys);
        Assert.Equal(14, (await MerchantAsync(world)).DueDays);
    }

    [Fact]
    public async Task Who_comes_second_overwrites_nothing()
    {
        await using var world = await World.CreateAsync();
        var seen = Defaults.StampOf(await MerchantAsync(world));

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, Sound, seen));
        Assert.IsType<SettingsOutcome.Overtaken>(await ChangeAsync(world, Sound with { DueDays = "7" }, seen));
        Assert.Equal(30, (await MerchantAsync(world)).DueDays);
    }

    private static Task<Merchant> MerchantAsync(World world) => world.ReadAsync(db => db.Merchants.SingleAsync(m => m.Id == world.Caller.MerchantId, Ct));

    private static Task<SettingsOutcome> ChangeAsync(World world, Defaults defaults, string? seen = null) =>
        world.UseAsync<ChangeDefaults, SettingsOutcome>(change => change.HandleAsync(world.Caller.MerchantId, defaults, seen, Ct));
}
