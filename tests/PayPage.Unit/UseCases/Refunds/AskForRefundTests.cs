using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Ledger;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;
using PayPage.UseCases.Refunds;

namespace PayPage.Unit.UseCases.Refunds;

public sealed class AskForRefundTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_part_goes_back_and_then_the_rest_and_never_more(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var invoice = await world.InvoiceAsync(100_00);
        var payment = await world.PaidAsync(invoice, 100_00);

        Assert.Equal(new AskForRefund.Outcome.Asked(RefundStatus.Requested), await world.GiveBackAsync(payment, 30_00, reason: "One bunch was missing"));
        await world.DrainAsync();
        Assert.Equal((RefundStatus.Succeeded, "One bunch was missing"), await world.ReadAsync(db => db.Refunds.Select(r => ValueTuple.Create(r.Status, r.Reason)).SingleAsync(Ct)));
        Assert.Equal((30_00, 100_00), await SumsAsync(world, invoice));

        Assert.Equal(new AskForRefund.Outcome.TooMuch(new Money(70_00, Currency.Usd)), await world.GiveBackAsync(payment, 70_01));
        Assert.IsType<AskForRefund.Outcome.Asked>(await world.GiveBackAsync(payment, 70_00));
        await world.DrainAsync();

        Assert.Equal((100_00, 100_00), await SumsAsync(world, invoice));
        Assert.Equal(0, await world.BalanceAsync(LedgerAccount.AtProcessor));
        Assert.Equal(100_00, await world.BalanceAsync(LedgerAccount.InvoiceRefunded));
        Assert.Equal(new AskForRefund.Outcome.TooMuch(new Money(0, Currency.Usd)), await world.GiveBackAsync(payment, 1));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_who_give_back_at_once_no_more_win_than_was_paid(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00), 100_00);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.GiveBackAsync(payment, 60_00), Ct)));

        Assert.Single(outcomes, o => o is AskForRefund.Outcome.Asked);
        Assert.Equal(7, outcomes.Count(o => o is AskForRefund.Outcome.TooMuch { Most.Minor: 40_00 }));
        Assert.Equal(60_00, (await world.PaymentAsync(payment.Id)).GivenBack);
        Assert.Equal(1, await world.ReadAsync(db => db.Refunds.CountAsync(Ct)));
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.RefundRequest, Ct)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_form_sent_many_times_at_once_gives_back_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00), 100_00);
        var id = world.NewRefund();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.GiveBackAsync(payment, 10_00, id), Ct)));

        Assert.All(outcomes, o => Assert.IsType<AskForRefund.Outcome.Asked>(o));
        Assert.Equal(10_00, (await world.PaymentAsync(payment.Id)).GivenBack);
        Assert.Equal(new AskForRefund.Outcome.AskedOther(new Money(10_00, Currency.Usd)), await world.GiveBackAsync(payment, 20_00, id));
    }

    [Fact]
    public async Task What_is_in_dispute_cannot_be_given_back_as_well()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00), 100_00);
        await world.Get<PayPage.Data.WriteSeam>().RunAsync((unit, ct) => unit.Returns.DisputeAsync(payment.Id, 80_00, ct), Ct);

        Assert.Equal(new AskForRefund.Outcome.TooMuch(new Money(20_00, Currency.Usd)), await world.GiveBackAsync(payment, 20_01));
        Assert.IsType<AskForRefund.Outcome.Asked>(await world.GiveBackAsync(payment, 20_00));
    }

    [Fact]
    public async Task Money_that_no_invoice_had_room_for_goes_back_first()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(100_00);
        var late = await world.OpenPaymentAsync(invoice, 60_00);
        await world.RecordAsync(late, ProcessorState.Expired);
        await world.PaidAsync(invoice, 70_00);
        await world.RecordAsync(late, ProcessorState.Succeeded);    // 30.00 of it pays, 30.00 was too much
        late = await world.PaymentAsync(late.Id);

        await world.GiveBackAsync(late, 20_00);
        await world.GiveBackAsync(late, 25_00);
        await world.DrainAsync();

        Assert.Equal([20_00, 10_00], await world.ReadAsync(db => db.Refunds.OrderBy(r => r.Id).Select(r => r.OfOverpayment).ToListAsync(Ct)));
        Assert.Equal((15_00, 100_00), await SumsAsync(world, invoice));
        Assert.Equal(0, await world.BalanceAsync(LedgerAccount.OverpaymentOwed));
    }

    [Fact]
    public async Task Above_the_merchants_limit_somebody_must_prove_who_he_is_also_in_small_pieces()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00), 100_00);
        await world.SetAsync(m => (m.RefundLimit, m.RefundLimitCurrency) = (50_00, Currency.Usd));

        Assert.IsType<AskForRefund.Outcome.NeedsProof>(await world.GiveBackAsync(payment, 50_01, proven: false));
        Assert.IsType<AskForRefund.Outcome.Asked>(await world.GiveBackAsync(payment, 30_00, proven: false));
        Assert.IsType<AskForRefund.Outcome.NeedsProof>(await world.GiveBackAsync(payment, 20_01, proven: false));
        Assert.IsType<AskForRefund.Outcome.Asked>(await world.GiveBackAsync(payment, 20_01));

        Assert.Equal(50_01, (await world.PaymentAsync(payment.Id)).GivenBack);
    }

    [Fact]
    public async Task A_foreign_payment_and_none_are_one_answer()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00, number: "A-1"), 100_00);
        var (other, _) = await world.MerchantAsync();

        Assert.IsType<AskForRefund.Outcome.NoSuchPayment>(await world.GiveBackAsync(payment, 1_00, caller: other));
        Assert.IsType<AskForRefund.Outcome.NoSuchPayment>(await world.GiveBackAsync(payment, 1_00, caller: world.Caller with { Mode = Mode.Live }));
        Assert.Equal(0, (await world.PaymentAsync(payment.Id)).GivenBack);
    }

    [Fact]
    public async Task Money_that_has_not_come_cannot_be_given_back()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(100_00), 100_00);

        Assert.IsType<AskForRefund.Outcome.NotPaid>(await world.GiveBackAsync(payment, 1_00));
    }

    [Fact]
    public async Task Money_that_came_past_us_is_given_back_by_hand_and_no_processor_hears_of_it()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(100_00, number: "CASH-1");
        var id = PaymentId.New(world.Get<IdSource>());
        await world.UseAsync<RecordOutsidePayment, RecordOutsidePayment.Outcome>(record => record.HandleAsync(
            new RecordOutsidePayment.Wish("CASH-1", id, 100_00, new OutsideMeans(OutsideKind.Cash, null), new DateOnly(2026, 11, 20), TellsCustomer: false), world.Caller, Ct));

        Assert.Equal(new AskForRefund.Outcome.Asked(RefundStatus.Succeeded), await world.GiveBackAsync(await world.PaymentAsync(id), 40_00));
        await world.DrainAsync();

        Assert.Empty(world.Processor.Refunded);
        Assert.Equal((40_00, 100_00), await SumsAsync(world, invoice));
        Assert.Equal(60_00, await world.BalanceAsync(LedgerAccount.Outside));
        Assert.Contains(world.Mail.Sent, mail => mail.Subject.Contains("Money given back: $40.00", StringComparison.Ordinal));
        Assert.Equal(world.Caller.Actor, await world.ReadAsync(db => db.Audit.Where(e => e.Kind == AuditKind.RefundSucceeded).Select(e => e.Actor).SingleAsync(Ct)));
    }

    private static async Task<(long Refunded, long Paid)> SumsAsync(World world, PayPage.Domain.Invoices.InvoiceId id)
    {
        var invoice = await world.InvoiceAsync(id);
        return (invoice.Refunded, invoice.Paid);
    }
}
