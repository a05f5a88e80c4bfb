using PayPage.Domain.Delivery;
using PayPage.Unit.Support;
using PayPage.UseCases.Previews;

namespace PayPage.Unit.UseCases.Previews;

public sealed class SendPreviewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_to_whoever_asks_and_to_nobody_else_and_says_what_it_is()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "INV-7");
        var before = await world.ReadAsync(db => DatabaseDump.OfAsync(db, Ct));

        Assert.IsType<DeliveryOutcome.Accepted>(await SendAsync(world, new PreviewWish { Number = "INV-7" }));

        var mail = Assert.Single(world.Mail.Sent);
        Assert.Equal(("me@northgate.example", "Preview: [Test] Invoice INV-7 from Northgate Flowers"), (mail.To, mail.Subject));
        Assert.Equal("invoice-INV-7.pdf", Assert.Single(mail.Files).Name);
        Assert.DoesNotContain("/p/CfDJ8", mail.Text, StringComparison.Ordinal);    // no link of a payer's
        Assert.Equal(before, await world.ReadAsync(db => DatabaseDump.OfAsync(db, Ct)));
    }

    [Fact]
    public async Task What_the_server_said_comes_back()
    {
        await using var world = await World.CreateAsync();
        world.Mail.Answer = _ => new DeliveryOutcome.Refused("550 no such mailbox");

        Assert.Equal(new DeliveryOutcome.Refused("550 no such mailbox"), await SendAsync(world, new PreviewWish()));
        Assert.IsType<DeliveryOutcome.Needless>(await SendAsync(world, new PreviewWish { State = PreviewState.Revoked }));
    }

    private static async Task<DeliveryOutcome> SendAsync(World world, PreviewWish wish)
    {
        var preview = await world.FindAsync(wish);
        return await world.UseAsync<SendPreview, DeliveryOutcome>(send => send.HandleAsync(preview!, "me@northgate.example", Ct));    // it was found
    }
}
