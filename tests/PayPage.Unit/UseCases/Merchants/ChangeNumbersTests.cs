using Microsoft.EntityFrameworkCore;
using PayPage.Unit.Support;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Merchants;

public sealed class ChangeNumbersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_next_invoice_gets_the_prefix_and_the_number(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Numbers("2027-A-", "1200")));

        Assert.Equal("2027-A-001200", await NextAsync(world));
        Assert.Equal("2027-A-001201", await NextAsync(world));
    }

    [Fact]
    public async Task A_series_may_stand_alone_without_a_prefix()
    {
        await using var world = await World.CreateAsync();

        await ChangeAsync(world, new Numbers(" ", "1"));

        Assert.Equal("000001", await NextAsync(world));
    }

    [Theory]
    [InlineData(nameof(Numbers.Prefix), "A/B", "1")]
    [InlineData(nameof(Numbers.Prefix), "Ä-", "1")]
    [InlineData(nameof(Numbers.Prefix), "INVOICE-OF-NORTHGATE-", "1")]
    [InlineData(nameof(Numbers.Prefix), "<b>", "1")]
    [InlineData(nameof(Numbers.Next), "INV-", "0")]
    [InlineData(nameof(Numbers.Next), "INV-", "-7")]
    [InlineData(nameof(Numbers.Next), "INV-", "1000000000000")]
    [InlineData(nameof(Numbers.Next), "INV-", "99999999999999999999999999")]
    [InlineData(nameof(Numbers.Next), "INV-", "")]
    public async Task What_cannot_be_a_number_is_said_by_its_field(string field, string prefix, string next)
    {
        await using var world = await World.CreateAsync();

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, new Numbers(prefix, next)));

        Assert.Equal([field], faulty.Messages.Keys);
        Assert.Equal("INV-000001", await NextAsync(world));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_count_goes_back_only_as_long_as_nothing_from_there_on_is_taken(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await ChangeAsync(world, new Numbers("INV-", "1200"));
        Assert.Equal("INV-001200", await NextAsync(world));
        await world.InvoiceAsync(5_00, number: "INV-SPECIAL-OFFER");    // alike, but of no series
        await ChangeAsync(world, new Numbers("INV-", "5000"));

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, new Numbers("INV-", "1000")));
        Assert.Contains("INV-001200 is taken", faulty.Messages[nameof(Numbers.Next)], StringComparison.Ordinal);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Numbers("INV-", "1201")));
        Assert.Equal("INV-001201", await NextAsync(world));

        // Under another prefix nothing is taken.
        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Numbers("2027-", "1")));
        Assert.Equal("2027-000001", await NextAsync(world));
    }

    [Fact]
    public async Task A_number_that_a_merchant_gave_himself_is_passed_over()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(5_00, number: "INV-000002");

        Assert.Equal("INV-000001", await NextAsync(world));
        Assert.Equal("INV-000003", await NextAsync(world));
    }

    [Fact]
    public async Task A_new_prefix_does_not_move_a_count_that_invoices_moved_meanwhile()
    {
        await using var world = await World.CreateAsync();
        var seen = await ShownAsync(world);
        await NextAsync(world);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, seen with { Prefix = "B-" }, seen));

        Assert.Equal("B-000002", await NextAsync(world));
    }

    [Fact]
    public async Task Who_comes_second_overwrites_nothing()
    {
        await using var world = await World.CreateAsync();
        var seen = await ShownAsync(world);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Numbers("A-", "100"), seen));
        Assert.IsType<SettingsOutcome.Overtaken>(await ChangeAsync(world, new Numbers("B-", "1"), seen));
        Assert.IsType<SettingsOutcome.Overtaken>(await ChangeAsync(world, new Numbers("A-", "50"), seen with { Prefix = "A-" }));
        Assert.Equal("A-000100", await NextAsync(world));
    }

    private static Task<Numbers> ShownAsync(World world) => world.ReadAsync(async db => Numbers.Of(await db.Merchants.SingleAsync(Ct)));

    private static async Task<string> NextAsync(World world)
    {
        var invoice = await world.InvoiceAsync(await world.InvoiceAsync(12_50));
        return invoice.Number;
    }

    private static Task<SettingsOutcome> ChangeAsync(World world, Numbers numbers, Numbers? seen = null) =>
        world.UseAsync<ChangeNumbers, SettingsOutcome>(change => change.HandleAsync(world.Caller.MerchantId, numbers, seen, Ct));
}
