using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;

namespace PayPage.Unit.UseCases.Payments;

public sealed class BankMailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payer_is_told_that_his_bank_money_is_on_its_way_and_once_only()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(100_00), 100_00);

        await world.RecordAsync(payment, ProcessorState.Processing);
        await world.RecordAsync(payment, ProcessorState.Processing, "event-2");
        await world.DrainAsync();

        var mail = Assert.Single(world.Mail.Sent);
        Assert.Equal("tanya@example.com", mail.To);
        Assert.Contains("please do not pay again", mail.Text, StringComparison.Ordinal);
        Assert.Contains("$100.00", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProcessorState.Expired)]
    [InlineData(ProcessorState.Declined)]
    [InlineData(ProcessorState.Canceled)]
    public async Task Money_that_does_not_come_is_told_with_a_link_to_pay_again(ProcessorState state)
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(100_00), 100_00);
        await world.RecordAsync(payment, ProcessorState.Processing);
        await world.DrainAsync();

        await world.RecordAsync(payment, state);
        await world.DrainAsync();

        var mail = world.Mail.Sent[^1];
        Assert.Contains("did not arrive", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("https://pay.example.com/p/", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_is_declined_makes_no_mail()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(100_00), 100_00);

        await world.RecordAsync(payment, ProcessorState.Declined);

        Assert.Equal(0, await world.ReadAsync(db => db.Outbox.CountAsync(Ct)));
    }
}
