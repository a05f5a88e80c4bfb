using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Delivery;
using PayPage.Domain.Invoices;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Links;

namespace PayPage.Unit.UseCases.Outbox;

public sealed class TextTests
{
    private const string Phone = "+31612345678";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invoice_by_text_carries_the_short_link_and_counts_as_sent()
    {
        await using var world = await World.CreateAsync();

        var id = await world.InvoiceAsync(12_50, email: null, phone: Phone, delivery: DeliveryMode.Sms, number: "INV-7");

        var text = Assert.Single(world.Texts.Sent);
        Assert.Equal(Phone, text.To);
        Assert.StartsWith("[Test] Northgate Flowers: invoice INV-7, $12.50, due 1 December 2026. View and pay: https://pay.example.com/s/", text.Text, StringComparison.Ordinal);
        Assert.Equal(1, SmsSegments.Of(text.Text).Segments);
        Assert.Equal(InvoiceStage.Sent, (await world.InvoiceAsync(id)).Stage);
        Assert.Empty(world.Mail.Sent);
    }

    [Fact]
    public async Task Both_ways_are_both_used_and_one_that_works_is_enough()
    {
        await using var world = await World.CreateAsync();
        world.Texts.Answer = _ => new DeliveryOutcome.Refused("not a mobile number");

        var id = await world.InvoiceAsync(12_50, phone: Phone, delivery: DeliveryMode.Both);

        Assert.Single(world.Mail.Sent, m => m.To == "tanya@example.com");
        Assert.Equal(InvoiceStage.Sent, (await world.InvoiceAsync(id)).Stage);
        await world.DrainAsync();
        Assert.Contains("+31 ••• ••78", world.Mail.Sent.Single(m => m.To == "accounts@northgate.example").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeliveryMode.None)]
    [InlineData(DeliveryMode.Email)]
    public async Task Nobody_gets_a_text_who_was_not_to_get_one(DeliveryMode delivery)
    {
        await using var world = await World.CreateAsync();

        await world.InvoiceAsync(12_50, phone: Phone, delivery: delivery);
        await world.DrainAsync();

        Assert.Empty(world.Texts.Sent);
    }

    [Fact]
    public async Task A_number_gets_no_more_texts_in_a_day_than_the_fence_allows_and_the_merchant_is_told()
    {
        await using var world = await World.CreateAsync();

        for (var i = 0; i < 4; i++)
        {
            await world.InvoiceAsync(12_50, email: null, phone: Phone, delivery: DeliveryMode.Sms);
        }

        Assert.Equal(3, world.Texts.Sent.Count);
        await world.DrainAsync();
        Assert.Contains("This number has got 3 text messages in 24 hours", Assert.Single(world.Mail.Sent).Text, StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromHours(25));
        await world.InvoiceAsync(12_50, email: null, phone: Phone, delivery: DeliveryMode.Sms);
        Assert.Equal(4, world.Texts.Sent.Count);
    }

    [Fact]
    public async Task One_invoice_causes_no_more_texts_in_a_day_than_its_fence_allows()
    {
        await using var world = await World.CreateAsync(texts: new SmsLimits(["+31"], PerNumberPerDay: 50, PerMerchantPerDay: 50, PerInvoicePerDay: 2));
        var id = await world.InvoiceAsync(12_50, email: null, phone: Phone, delivery: DeliveryMode.Sms);
        var (_, token) = await world.LinkOfAsync(id);
        await world.UseAsync<OpenLink, bool>(open => open.HandleAsync(token, Ct));

        for (var day = 0; day < 2; day++)
        {
            world.Clock.Advance(TimeSpan.FromHours(day == 0 ? 24 : 1));

            for (var i = 0; i < 2; i++)
            {
                await world.UseAsync<SendFreshLink, bool>(fresh => fresh.HandleAsync(token, Ct));
                await world.DrainAsync();
            }
        }

        Assert.Equal(3, world.Texts.Sent.Count);    // one on the first day, two on the next, whoever asks for more
        await world.InvoiceAsync(12_50, email: null, phone: Phone, delivery: DeliveryMode.Sms);
        Assert.Equal(4, world.Texts.Sent.Count);
    }

    [Fact]
    public async Task Thirty_at_once_do_not_climb_the_fence()
    {
        await using var world = await World.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(
            () => world.InvoiceAsync(12_50, email: null, phone: Phone, delivery: DeliveryMode.Sms), Ct)));

        for (var minute = 0; minute < 60; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(5));
            await world.DrainAsync();
        }

        Assert.Equal(3, world.Texts.Sent.Count);    // not one more, and not one less for having come together
    }

    [Fact]
    public async Task A_text_whose_answer_was_lost_may_have_left_and_counts_until_more_is_known()
    {
        await using var world = await World.CreateAsync();
        var tries = 0;
        world.Texts.Answer = _ =>
        {
            tries++;
            return new DeliveryOutcome.Unknown("no answer");
        };

        for (var i = 0; i < 4; i++)
        {
            await world.InvoiceAsync(12_50, email: null, phone: Phone, delivery: DeliveryMode.Sms);
        }

        Assert.Equal(3, tries);    // the fourth waits, and is not refused

        world.Texts.Answer = _ => new DeliveryOutcome.Accepted();

        for (var minute = 0; minute < 60; minute += 5)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(5));
            await world.DrainAsync();
        }

        Assert.Equal(3, world.Texts.Sent.Count);
        Assert.Contains("This number has got 3 text messages in 24 hours", Assert.Single(world.Mail.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merchant_sends_no_more_texts_in_a_day_than_the_fence_allows()
    {
        await using var world = await World.CreateAsync();

        for (var i = 0; i < 7; i++)
        {
            await world.InvoiceAsync(12_50, email: null, phone: $"+3161234500{i}", delivery: DeliveryMode.Sms);
        }

        Assert.Equal(5, world.Texts.Sent.Count);
    }

    [Fact]
    public async Task A_prefix_that_is_not_allowed_is_refused_before_anything_leaves()
    {
        await using var world = await World.CreateAsync();

        var id = await world.InvoiceAsync(12_50, email: null, phone: "+882123456789", delivery: DeliveryMode.Sms);

        Assert.Empty(world.Texts.Sent);
        Assert.Equal(InvoiceStage.Created, (await world.InvoiceAsync(id)).Stage);
    }

    [Fact]
    public async Task Who_has_no_address_gets_receipt_and_fresh_link_by_text()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, email: null, phone: Phone);
        var (_, token) = await world.LinkOfAsync(id);
        var payment = await world.OpenPaymentAsync(id, 40_00);
        await world.RecordAsync(payment, ProcessorState.Succeeded);
        await world.DrainAsync();

        var receipt = Assert.Single(world.Texts.Sent);
        Assert.StartsWith($"[Test] Northgate Flowers: thank you, $40.00 received. Reference {payment.Reference}. $60.00 is left to pay: https://pay.example.com/s/", receipt.Text, StringComparison.Ordinal);

        Assert.True(await world.UseAsync<SendFreshLink, bool>(send => send.HandleAsync(token, Ct)));
        await world.DrainAsync();
        Assert.Contains("your new link", world.Texts.Sent.Last().Text, StringComparison.Ordinal);
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.FreshLinkText, Ct)));
    }
}
