using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Delivery;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Outbox;

namespace PayPage.Unit.UseCases.Merchants;

public sealed class ChangeToldTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Addresses_are_read_line_by_line_and_each_once()
    {
        await using var world = await World.CreateAsync();

        Assert.IsType<SettingsOutcome.Saved>(await ChangeAsync(world, " desk@northgate.example \r\n\r\nanna@northgate.example; DESK@northgate.example"));

        Assert.Equal(["desk@northgate.example", "anna@northgate.example"], (await world.ReadAsync(db => db.Merchants.SingleAsync(Ct))).ToldAddresses());
    }

    [Theory]
    [InlineData("desk@northgate.example\nno address")]
    [InlineData("desk@northgate.example\nBcc: everybody@elsewhere.example")]
    [InlineData("a@b.example c@d.example")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("1@a.example\n2@a.example\n3@a.example\n4@a.example\n5@a.example\n6@a.example\n7@a.example\n8@a.example\n9@a.example\n10@a.example\n11@a.example")]
    public async Task What_is_no_list_of_addresses_is_refused(string typed)
    {
        await using var world = await World.CreateAsync();

        Assert.IsType<SettingsOutcome.Faulty>(await ChangeAsync(world, typed));
        Assert.Equal(["accounts@northgate.example"], (await world.ReadAsync(db => db.Merchants.SingleAsync(Ct))).ToldAddresses());
    }

    [Fact]
    public async Task Each_of_them_is_told_of_a_payment_and_a_refusal_keeps_no_other_waiting()
    {
        await using var world = await World.CreateAsync();
        await ChangeAsync(world, "gone@northgate.example\ndesk@northgate.example\nanna@northgate.example");
        world.Mail.Answer = mail => mail.To.StartsWith("gone", StringComparison.Ordinal) ? new DeliveryOutcome.Refused("No such box.") : new DeliveryOutcome.Accepted();

        await PayAsync(world);
        await world.DrainAsync();

        Assert.Equal(
            ["anna@northgate.example", "desk@northgate.example", "tanya@example.com"], world.Mail.Sent.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.ConfirmationMail && m.DeadAt != null, Ct)));
    }

    [Fact]
    public async Task Each_of_them_is_told_of_a_mail_that_came_back()
    {
        await using var world = await World.CreateAsync();
        await ChangeAsync(world, "desk@northgate.example\nanna@northgate.example");
        world.Mail.Answer = mail => mail.To == "tanya@example.com" ? new DeliveryOutcome.Refused("No such box.") : new DeliveryOutcome.Accepted();

        await world.InvoiceAsync(12_50, mail: true);
        await world.DrainAsync();

        Assert.Equal(["anna@northgate.example", "desk@northgate.example"], world.Mail.Sent.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.Equal(2, world.Mail.Sent.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_slip_that_is_mended_mends_the_mail_that_waits_too()
    {
        await using var world = await World.CreateAsync();
        await ChangeAsync(world, "desk@northgate.example\nana@northgate.example");
        await PayAsync(world);

        await ChangeAsync(world, "desk@northgate.example\nanna@northgate.example");
        await world.DrainAsync();

        Assert.Contains(world.Mail.Sent, mail => mail.To == "anna@northgate.example");
        Assert.DoesNotContain(world.Mail.Sent, mail => mail.To == "ana@northgate.example");
    }

    [Fact]
    public async Task Who_left_the_list_is_told_no_more_and_nothing_looks_like_a_failure()
    {
        await using var world = await World.CreateAsync();
        await ChangeAsync(world, "desk@northgate.example\nanna@northgate.example");
        await PayAsync(world);

        await ChangeAsync(world, "desk@northgate.example");
        await world.DrainAsync();

        Assert.Equal(["desk@northgate.example"], world.Mail.Sent.Where(mail => mail.To != "tanya@example.com").Select(mail => mail.To));
        var dropped = await world.ReadAsync(db => db.Outbox.SingleAsync(m => m.DeadAt != null, Ct));
        Assert.Equal(FindNeed.NobodyTold, dropped.LastError);
    }

    [Fact]
    public async Task Without_a_list_the_merchants_own_address_is_told()
    {
        await using var world = await World.CreateAsync();
        await ChangeAsync(world, "desk@northgate.example");
        await ChangeAsync(world, "  ");

        await PayAsync(world);
        await world.DrainAsync();

        Assert.Contains(world.Mail.Sent, mail => mail.To == "accounts@northgate.example");
    }

    private static async Task PayAsync(World world)
    {
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50);
        await world.RecordAsync(payment, ProcessorState.Succeeded);
    }

    private static Task<SettingsOutcome> ChangeAsync(World world, string told) =>
        world.UseAsync<ChangeTold, SettingsOutcome>(change => change.HandleAsync(world.Caller.MerchantId, new Told(told), null, Ct));
}
