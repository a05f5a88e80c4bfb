using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Merchants;

public sealed class ChangeBusinessTests
{
    private static readonly Business Sound = new(
        "Southgate Flowers", "Southgate Holding B.V.", "1 Quay\nUtrecht", "desk@southgate.example", "+31 30 555 0111", "America/New_York", "nl");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_merchant_gets_new_names_and_a_new_place(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, Sound));

        Assert.Equal(Sound, Business.Of(await MerchantAsync(world)));
    }

    [Fact]
    public async Task A_legal_name_that_is_the_display_name_is_none()
    {
        await using var world = await World.CreateAsync();

        await ChangeAsync(world, Sound with { LegalName = " Southgate Flowers " });

        Assert.Null((await MerchantAsync(world)).LegalName);
    }

    [Fact]
    public async Task Every_fault_is_said_by_its_field_and_nothing_is_changed()
    {
        await using var world = await World.CreateAsync();
        var bad = new Business(" \u202E ", new string('x', 101), "1\n2\n3\n4\n5\n6\n7", "two@a.example, three@a.example", "0800 FLOWERS", "Mars/Olympus", "tlh");

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, bad));

        Assert.Equal(
            [nameof(Business.Address), nameof(Business.Email), nameof(Business.Language), nameof(Business.LegalName), nameof(Business.Name), nameof(Business.Phone), nameof(Business.TimeZone)],
            faulty.Messages.Keys.Order());
        Assert.Equal("Northgate Flowers", (await MerchantAsync(world)).Name);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("europe/amsterdam")]
    [InlineData("Europe/Amsterdam ")]
    [InlineData("Etc/GMT+25")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Only_a_zone_of_the_list_is_taken(string? zone)
    {
        await using var world = await World.CreateAsync();

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, Sound with { TimeZone = zone }));

        Assert.Equal([nameof(Business.TimeZone)], faulty.Messages.Keys);
    }

    [Fact]
    public void Every_zone_of_the_list_is_one_that_dates_can_be_counted_in()
    {
        Assert.Contains("Europe/Amsterdam", MerchantZones.All);
        Assert.Contains("UTC", MerchantZones.All);
        Assert.All(MerchantZones.All, name => Assert.Equal(name, TimeZoneInfo.FindSystemTimeZoneById(name).Id));
        Assert.All(MerchantZones.All, name => Assert.InRange(name.Length, 3, 60));    // the column's length
    }

    [Fact]
    public async Task Hostile_words_lose_what_hides_or_reverses()
    {
        await using var world = await World.CreateAsync();

        await ChangeAsync(world, Sound with { Name = "<script>alert(1)</script>\u202Egpj", Address = "a\u0000b\r\nc\u2066d" });

        var merchant = await MerchantAsync(world);
        Assert.Equal("<script>alert(1)</script>gpj", merchant.Name);
        Assert.Equal("ab\ncd", merchant.Address);
    }

    [Fact]
    public async Task Who_comes_second_overwrites_nothing()
    {
        await using var world = await World.CreateAsync();
        var seen = Business.StampOf(await MerchantAsync(world));

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, Sound, seen));
        Assert.IsType<SettingsOutcome.Overtaken>(await ChangeAsync(world, Sound with { Name = "Eastgate" }, seen));
        Assert.Equal("Southgate Flowers", (await MerchantAsync(world)).Name);
    }

    private static Task<Merchant> MerchantAsync(World world) => world.ReadAsync(db => db.Merchants.SingleAsync(m => m.Id == world.Caller.MerchantId, Ct));

    private static Task<SettingsOutcome> ChangeAsync(World world, Business business, string? seen = null) =>
        world.UseAsync<ChangeBusiness, SettingsOutcome>(change => change.HandleAsync(world.Caller.MerchantId, business, seen, Ct));
}
