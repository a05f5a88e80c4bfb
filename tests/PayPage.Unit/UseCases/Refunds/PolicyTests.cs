using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Inbox;
using PayPage.Domain.Ledger;
using PayPage.Domain.Merchants;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;

namespace PayPage.Unit.UseCases.Refunds;

/// <summary>What becomes of money that nobody expected any more: each case by its own rule, once.</summary>
public sealed class PolicyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StrayMoney.Late, 100_00, 0)]
    [InlineData(StrayMoney.Double, 100_00, 100_00)]
    [InlineData(StrayMoney.Over, 40_00, 100_00)]
    [InlineData(StrayMoney.AfterCancel, 100_00, 0)]
    public async Task Each_case_follows_its_own_rule_and_no_other(StrayMoney stray, long goesBack, long paid)
    {
        await using var world = await World.CreateAsync();
        await world.SetAsync(m => m.StrayMoney = Only(stray));
        var (invoice, payment) = await ComesAsync(world, stray);
        await world.DrainAsync();

        var refund = await world.RefundAsync(payment.Id);
        Assert.Equal(
            (stray, RefundOrigin.Policy, goesBack, goesBack, RefundStatus.Succeeded),
            ((await world.PaymentAsync(payment.Id)).Stray, refund.Origin, refund.Amount.Minor, refund.OfOverpayment, refund.Status));
        Assert.Equal((paid, 0), ((await world.InvoiceAsync(invoice)).Paid, (await world.InvoiceAsync(invoice)).Refunded));
        Assert.Equal((goesBack, 0), ((await world.PaymentAsync(payment.Id)).GivenBack, await world.BalanceAsync(LedgerAccount.OverpaymentOwed)));
    }

    [Theory]
    [InlineData(StrayMoney.Late)]
    [InlineData(StrayMoney.Double)]
    [InlineData(StrayMoney.Over)]
    [InlineData(StrayMoney.AfterCancel)]
    public async Task What_the_rules_for_other_cases_say_changes_nothing(StrayMoney stray)
    {
        await using var world = await World.CreateAsync();
        await world.SetAsync(m => m.StrayMoney = Only(stray, StrayMoneyPolicy.Keep));
        var (_, payment) = await ComesAsync(world, stray);
        await world.DrainAsync();

        Assert.Equal(stray, (await world.PaymentAsync(payment.Id)).Stray);
        Assert.False(await world.ReadAsync(db => db.Refunds.AnyAsync(r => r.PaymentId == payment.Id, Ct)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task However_often_and_wherever_the_news_comes_it_goes_back_once(string kind)
    {
        await using var world = await World.CreateAsync(kind, StrayMoneyPolicy.Refund);
        var invoice = await world.InvoiceAsync(100_00);
        var late = await world.OpenPaymentAsync(invoice, 100_00);
        await world.RecordAsync(late, ProcessorState.Expired);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => world.RecordAsync(late, ProcessorState.Succeeded, $"evt_{i}"), Ct)));
        await world.DrainAsync();

        Assert.Single(verdicts, v => v == InboxVerdict.Applied);
        Assert.Single(world.Processor.Refunded);
        Assert.Equal((0, 100_00), ((await world.InvoiceAsync(invoice)).Paid, (await world.PaymentAsync(late.Id)).GivenBack));
    }

    [Fact]
    public async Task Both_sides_are_told_what_came_why_it_goes_back_and_when()
    {
        await using var world = await World.CreateAsync();
        world.Processor.OnRefund = refund => new RefundAnswer.Found(RefundRoom.NewsOf(refund, RefundState.Pending));
        await world.SetAsync(m => m.StrayMoney = Only(StrayMoney.Over));
        var (_, payment) = await ComesAsync(world, StrayMoney.Over);
        await world.DrainAsync();

        var begun = Assert.Single(world.Mail.Sent, mail => mail.Subject.Contains("Your money is being returned: $40.00", StringComparison.Ordinal));
        Assert.Equal("tanya@example.com", begun.To);
        Assert.Contains("more than was still to be paid", begun.Text, StringComparison.Ordinal);
        Assert.Contains("5 to 10 days", begun.Text, StringComparison.Ordinal);
        var told = Assert.Single(world.Mail.Sent, mail => mail.To == "accounts@northgate.example" && mail.Text.Contains(payment.Reference, StringComparison.Ordinal));
        Assert.Contains("$40.00 of this payment is more than the invoice needed. It is being returned, as your policy says.", told.Text, StringComparison.Ordinal);
        Assert.Contains("“Refunds”", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Mail.Sent, mail => mail.Subject.Contains("given back", StringComparison.Ordinal));

        await world.HearAsync(RefundRoom.NewsOf(await world.RefundAsync(payment.Id), RefundState.Succeeded), "evt_done");
        await world.DrainAsync();
        Assert.Single(world.Mail.Sent, mail => mail.Subject.Contains("Money given back: $40.00", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_are_written_as_they_were_before_there_were_four_and_read_again()
    {
        Assert.Equal(StrayPolicies.All(StrayMoneyPolicy.Refund), StrayPolicies.Parse("Refund"));
        Assert.Equal("Keep", $"{StrayPolicies.All(StrayMoneyPolicy.Keep)}");
        var mixed = new StrayPolicies(StrayMoneyPolicy.Keep, StrayMoneyPolicy.Refund, StrayMoneyPolicy.Refund, StrayMoneyPolicy.Refund);
        Assert.Equal(("Keep,Refund,Refund,Refund", mixed), ($"{mixed}", StrayPolicies.Parse($"{mixed}")));
        Assert.True($"{mixed}".Length <= StrayPolicies.TextLength);
        Assert.Throws<FormatException>(() => StrayPolicies.Parse("Keep,Keep"));
        Assert.Throws<FormatException>(() => StrayPolicies.Parse("0"));
    }

    private static StrayPolicies Only(StrayMoney refunded, StrayMoneyPolicy policy = StrayMoneyPolicy.Refund)
    {
        return new StrayPolicies(Of(StrayMoney.Late), Of(StrayMoney.Double), Of(StrayMoney.Over), Of(StrayMoney.AfterCancel));

        StrayMoneyPolicy Of(StrayMoney stray) => stray == refunded ? policy : policy == StrayMoneyPolicy.Refund ? StrayMoneyPolicy.Keep : StrayMoneyPolicy.Refund;
    }

    /// <returns>A payment of 100.00 over an invoice of as much that came as it should not.</returns>
    private static async Task<(PayPage.Domain.Invoices.InvoiceId Invoice, Payment Payment)> ComesAsync(World world, StrayMoney stray)
    {
        var invoice = await world.InvoiceAsync(100_00, number: "S-1");
        var payment = await world.OpenPaymentAsync(invoice, 100_00);
        await world.RecordAsync(payment, ProcessorState.Expired);

        switch (stray)
        {
            case StrayMoney.Double:
                await world.PaidAsync(invoice, 100_00);
                break;
            case StrayMoney.Over:
                await world.PaidAsync(invoice, 40_00);
                break;
            case StrayMoney.AfterCancel:
                Assert.IsType<CancelInvoice.Outcome>(await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("S-1", world.Caller, Ct)), exactMatch: false);
                break;
        }

        await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_stray");
        return (invoice, payment);
    }
}
