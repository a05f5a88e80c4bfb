using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;
using PayPage.Unit.Documents;
using PayPage.Unit.Support;
using PayPage.UseCases.Merchants;

namespace PayPage.Unit.UseCases.Merchants;

public sealed class ChangeLookTests
{
    private const string Terms = "https://northgate.example/terms";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_merchant_gets_colour_logo_and_addresses(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Look("#0F766E", await LogoAsync(), Terms, null)));
        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Look("#0F766E", await LogoAsync(), Terms, null)));

        var merchant = await world.ReadAsync(db => db.Merchants.SingleAsync(Ct));
        var logo = await world.UseAsync<ShowLogo, MerchantLogo?>(show => show.HandleAsync(merchant.Logo ?? "", Ct));
        Assert.Equal("#0f766e", merchant.Color.ToString());
        Assert.Equal(Terms, merchant.Terms?.AbsoluteUri);
        Assert.Null(merchant.Privacy);
        Assert.Equal("image/png", logo?.ContentType);
        Assert.Equal(await LogoAsync(), logo?.Bytes);
        Assert.Equal(1, await world.ReadAsync(db => db.Logos.CountAsync(Ct)));
    }

    [Fact]
    public async Task Whatever_is_wrong_is_said_by_name_and_nothing_is_changed()
    {
        await using var world = await World.CreateAsync();

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, new Look("teal", [1, 2, 3], "http://northgate.example", "/privacy")));

        Assert.Equal([nameof(Look.Color), nameof(Look.Logo), nameof(Look.Privacy), nameof(Look.Terms)], faulty.Messages.Keys.Order());
        Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, new Look("red", null, Terms, null)));
        Assert.Null((await world.ReadAsync(db => db.Merchants.SingleAsync(Ct))).Terms);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@northgate.example/")]
    [InlineData("https://localhost/terms")]
    [InlineData("https://127.0.0.1/terms")]
    [InlineData("https://northgate.example/a b")]
    [InlineData("https://northgate.example/\u202Esmret")]
    [InlineData("https://")]
    [InlineData("northgate.example/terms")]
    [InlineData("//northgate.example/terms")]
    public async Task An_address_that_a_payer_must_not_be_led_to_is_refused(string address)
    {
        await using var world = await World.CreateAsync();

        Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, new Look(null, null, address, null)));
    }

    [Fact]
    public async Task A_stored_logo_tells_nothing_of_its_maker()
    {
        await using var world = await World.CreateAsync();

        await ChangeAsync(world, new Look(null, Pictures.TalkativeJpeg(), null, null));

        var stored = await world.ReadAsync(db => db.Logos.SingleAsync(Ct));
        Assert.Equal(Pictures.Jpeg(), stored.Bytes);
        Assert.Equal("image/jpeg", stored.ContentType);
    }

    [Fact]
    public async Task A_picture_whose_pixels_cannot_be_read_is_refused()
    {
        await using var world = await World.CreateAsync();
        var hollow = Pictures.Png();
        byte[] noPixels = [.. hollow[..33], .. PngMaker.Chunk("IDAT"u8, [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .. hollow[^12..]];    // a stream of nothing

        var faulty = Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, new Look(null, noPixels, null, null)));

        Assert.Contains("pixels", faulty.Messages[nameof(Look.Logo)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_taken_away_but_old_pages_still_show_it()
    {
        await using var world = await World.CreateAsync();
        await ChangeAsync(world, new Look(null, Pictures.Png(), null, null));
        var hash = (await world.ReadAsync(db => db.Merchants.SingleAsync(Ct))).Logo!;    // just set

        await ChangeAsync(world, new Look(null, null, null, null) { RemovesLogo = true });

        Assert.Null((await world.ReadAsync(db => db.Merchants.SingleAsync(Ct))).Logo);
        Assert.NotNull(await world.UseAsync<ShowLogo, MerchantLogo?>(show => show.HandleAsync(hash, Ct)));
    }

    [Fact]
    public async Task Who_comes_second_overwrites_nothing()
    {
        await using var world = await World.CreateAsync();
        var seen = Look.StampOf(await world.ReadAsync(db => db.Merchants.SingleAsync(Ct)));

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Look("#0f766e", null, null, null), seen));
        Assert.IsType<SettingsOutcome.Overtaken>(await ChangeAsync(world, new Look("#aa0000", null, null, null), seen));

        Assert.Equal("#0f766e", (await world.ReadAsync(db => db.Merchants.SingleAsync(Ct))).Color.ToString());
    }

    [Fact]
    public async Task An_invoice_that_draws_a_number_meanwhile_is_no_colleague()
    {
        await using var world = await World.CreateAsync();
        var seen = Look.StampOf(await world.ReadAsync(db => db.Merchants.SingleAsync(Ct)));

        await world.InvoiceAsync(12_50);

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, new Look("#0f766e", null, null, null), seen));
    }

    [Fact]
    public async Task A_logo_that_nobody_has_is_not_there()
    {
        await using var world = await World.CreateAsync();

        Assert.Null(await world.UseAsync<ShowLogo, MerchantLogo?>(show => show.HandleAsync("0123456789abcdef0123456789abcdef", Ct)));
    }

    private static Task<SettingsOutcome> ChangeAsync(World world, Look look, string? seen = null) =>
        world.UseAsync<ChangeLook, SettingsOutcome>(change => change.HandleAsync(world.Caller.MerchantId, look, seen, Ct));

    private static Task<byte[]> LogoAsync() => File.ReadAllBytesAsync(Path.Combine(Approved.Root(), "src/PayPage/Demo/logo.png"), Ct);
}
