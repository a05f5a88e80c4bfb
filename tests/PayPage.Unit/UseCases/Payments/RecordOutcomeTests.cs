using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Inbox;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Payments;

public sealed class RecordOutcomeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Success_moves_everything_in_one_commit(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);

        Assert.Equal(InboxVerdict.Applied, await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1"));

        var invoice = await world.InvoiceAsync(id);
        Assert.Equal((12_50, 0, 0), (invoice.Paid, invoice.Reserved, invoice.Refunded));
        Assert.Equal(PaymentStatus.Succeeded, (await world.PaymentAsync(payment.Id)).Status);
        Assert.Equal(LinkStatus.Used, (await world.LinkAsync(payment.LinkId!.Value)).Status);    // it was paid through one
        Assert.Equal(
            [(LedgerAccount.AtProcessor, 12_50), (LedgerAccount.InvoicePaid, -12_50)],
            await world.ReadAsync(async db => (await db.Ledger.ToListAsync(Ct)).Select(e => (e.Account, e.Amount.Minor)).OrderBy(e => e.Account)));
        Assert.Equal([OutboxKind.ReceiptMail, OutboxKind.ConfirmationMail], await world.ReadAsync(db => KindsAsync(db)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_event_ten_times_at_once_is_one_payment(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1"), Ct)));

        Assert.Single(verdicts, v => v == InboxVerdict.Applied);
        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Paid);
        Assert.Equal(1, await world.ReadAsync(db => db.Inbox.CountAsync(Ct)));
        Assert.Equal(2, await world.ReadAsync(db => db.Outbox.CountAsync(Ct)));
    }

    [Fact]
    public async Task Older_news_that_comes_later_changes_nothing()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);
        await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_3");

        Assert.Equal(InboxVerdict.Stale, await world.RecordAsync(payment, ProcessorState.Open, "evt_1"));
        Assert.Equal(InboxVerdict.Stale, await world.RecordAsync(payment, ProcessorState.Processing, "evt_2"));
        Assert.Equal(InboxVerdict.Stale, await world.RecordAsync(payment, ProcessorState.Declined, "evt_4"));

        Assert.Equal(PaymentStatus.Succeeded, (await world.PaymentAsync(payment.Id)).Status);
        Assert.Equal(4, await world.ReadAsync(db => db.Inbox.CountAsync(Ct)));    // stored all the same
    }

    [Theory]
    [InlineData(ProcessorState.Declined, PaymentStatus.Failed)]
    [InlineData(ProcessorState.Expired, PaymentStatus.Failed)]
    [InlineData(ProcessorState.Canceled, PaymentStatus.Canceled)]
    public async Task What_closes_without_money_frees_its_amount_and_leaves_the_link_alive(ProcessorState state, PaymentStatus status)
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);

        await world.RecordAsync(payment, state);

        Assert.Equal(status, (await world.PaymentAsync(payment.Id)).Status);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Reserved);
        Assert.Equal(LinkStatus.Opened, (await world.LinkAsync(payment.LinkId!.Value)).Status);    // it was begun through one
    }

    [Fact]
    public async Task Bank_money_on_its_way_keeps_its_amount_held_and_is_not_paid()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);

        await world.RecordAsync(payment, ProcessorState.Processing, "evt_1");

        var invoice = await world.InvoiceAsync(id);
        Assert.Equal((0, 12_50), (invoice.Paid, invoice.Reserved));
        Assert.Equal(OutboxKind.BankPendingMail, await world.ReadAsync(db => db.Outbox.Select(m => m.Kind).SingleAsync(Ct)));
    }

    [Theory]
    [InlineData(12_51)]
    [InlineData(1)]
    public async Task Another_amount_than_ours_moves_nothing_and_is_kept(long said)
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);

        Assert.Equal(InboxVerdict.Mismatched, await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1", amount: said));

        Assert.Equal(PaymentStatus.Submitted, (await world.PaymentAsync(payment.Id)).Status);
        Assert.Equal(InboxVerdict.Mismatched, await world.ReadAsync(db => db.Inbox.Select(e => e.Verdict).SingleAsync(Ct)));
    }

    [Fact]
    public async Task News_through_another_merchants_account_touches_nothing()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);
        var (_, foreign) = await world.MerchantAsync();

        var verdict = await world.UseAsync<RecordOutcome, InboxVerdict>(record => record.HandleAsync(
            ScriptedProcessor.News(payment.Id, ProcessorState.Succeeded, payment.Amount), foreign, null, Ct));

        Assert.Equal(InboxVerdict.Unmatched, verdict);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task A_part_payment_spends_the_link_and_makes_one_successor_in_the_receipt()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00);
        var payment = await world.OpenPaymentAsync(id, 40_00);

        await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_1");
        await world.RecordAsync(payment, ProcessorState.Succeeded);

        var successor = await world.ReadAsync(db => db.Links.SingleAsync(l => l.PredecessorId == payment.LinkId, Ct));
        Assert.Equal(LinkStatus.Active, successor.Status);
        Assert.Equal(successor.Id, await world.ReadAsync(db => db.Outbox.Where(m => m.Kind == OutboxKind.ReceiptMail).Select(m => m.LinkId).SingleAsync(Ct)));

        await world.StartAsync(world.TokenOf(successor), 60_00);
        var rest = await world.ReadAsync(db => db.Payments.SingleAsync(p => p.LinkId == successor.Id, Ct));
        await world.RecordAsync(rest, ProcessorState.Succeeded);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Due.Minor);
        Assert.False(await world.ReadAsync(db => db.Links.AnyAsync(l => l.PredecessorId == successor.Id, Ct)));
    }

    [Fact]
    public async Task A_revoked_link_has_no_successor_however_many_payments_come_through_it_late()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00);
        var first = await world.OpenPaymentAsync(id, 10_00);
        await world.RecordAsync(first, ProcessorState.Expired);
        var second = await world.OpenPaymentAsync(id, 20_00);
        await world.RecordAsync(second, ProcessorState.Expired);
        var link = first.LinkId!.Value;    // both were begun through it
        await world.UseAsync<PayPage.UseCases.Links.RevokeLink, bool>(revoke => revoke.HandleAsync(world.Caller.MerchantId, link, "test", Ct));

        await world.RecordAsync(first, ProcessorState.Succeeded);
        await world.RecordAsync(second, ProcessorState.Succeeded);

        Assert.Equal(30_00, (await world.InvoiceAsync(id)).Paid);
        Assert.False(await world.ReadAsync(db => db.Links.AnyAsync(l => l.PredecessorId == link, Ct)));
    }

    [Fact]
    public async Task When_the_invoice_is_settled_the_links_of_other_payers_close()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        await world.AnotherLinkAsync(id);
        var payment = await world.OpenPaymentAsync(id, 12_50);

        await world.RecordAsync(payment, ProcessorState.Succeeded);

        Assert.Equal(LinkStatus.Closed, await world.ReadAsync(db => db.Links.Where(l => l.Id != payment.LinkId).Select(l => l.Status).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Late_money_pays_what_there_is_room_for_and_the_rest_waits_for_the_merchant()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00);
        var late = await world.OpenPaymentAsync(id, 60_00);
        await world.RecordAsync(late, ProcessorState.Expired);
        var other = await world.OpenPaymentAsync(id, 70_00);
        await world.RecordAsync(other, ProcessorState.Succeeded);

        await world.RecordAsync(late, ProcessorState.Succeeded, "evt_late");

        var invoice = await world.InvoiceAsync(id);
        Assert.Equal((100_00, 0), (invoice.Paid, invoice.Reserved));
        Assert.Equal(StrayMoney.Over, (await world.PaymentAsync(late.Id)).Stray);
        Assert.Equal(-30_00, await world.ReadAsync(db => db.Ledger.Where(e => e.Account == LedgerAccount.OverpaymentOwed).SumAsync(e => e.Amount.Minor, Ct)));
        Assert.Equal(0, await world.ReadAsync(db => db.Ledger.SumAsync(e => e.Amount.Minor, Ct)));
    }

    [Fact]
    public async Task With_the_policy_refund_stray_money_goes_back_once()
    {
        await using var world = await World.CreateAsync(policy: StrayMoneyPolicy.Refund);
        var id = await world.InvoiceAsync(100_00);
        var late = await world.OpenPaymentAsync(id, 60_00);
        await world.RecordAsync(late, ProcessorState.Canceled);

        await world.RecordAsync(late, ProcessorState.Succeeded, "evt_late");
        await world.RecordAsync(late, ProcessorState.Succeeded, "evt_late_again");
        await world.DrainAsync();

        Assert.Single(world.Processor.Refunded);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Paid);
        Assert.Equal(0, await world.ReadAsync(db => db.Ledger.Where(e => e.Account == LedgerAccount.OverpaymentOwed).SumAsync(e => e.Amount.Minor, Ct)));
        Assert.Equal(RefundStatus.Succeeded, await world.ReadAsync(db => db.Refunds.Select(r => r.Status).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_refund_that_the_processor_reports_twice_is_booked_once()
    {
        await using var world = await World.CreateAsync(policy: StrayMoneyPolicy.Refund);
        var id = await world.InvoiceAsync(100_00);
        var late = await world.OpenPaymentAsync(id, 60_00);
        await world.RecordAsync(late, ProcessorState.Expired);
        await world.RecordAsync(late, ProcessorState.Succeeded);
        var refund = await world.ReadAsync(db => db.Refunds.Select(r => r.Id).SingleAsync(Ct));
        var news = new RefundNews(refund, "sbr_1", RefundState.Succeeded);

        foreach (var eventId in new[] { "evt_1", "evt_1", "evt_2" })
        {
            await world.UseAsync<RecordRefund, InboxVerdict>(record => record.HandleAsync(news, world.Account, new ReceivedEvent(eventId, "refund.succeeded", "{}"), Ct));
        }

        Assert.Equal(0, await world.ReadAsync(db => db.Ledger.Where(e => e.Account == LedgerAccount.AtProcessor).SumAsync(e => e.Amount.Minor, Ct)));
    }

    [Fact]
    public async Task Money_after_a_cancellation_is_recorded_and_marked()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50, number: "C-1");
        var payment = await world.OpenPaymentAsync(id, 12_50);
        await world.UseAsync<PayPage.UseCases.Invoices.CancelInvoice, PayPage.UseCases.Invoices.CancelInvoice.Outcome>(
            cancel => cancel.HandleAsync("C-1", world.Caller, Ct));

        await world.RecordAsync(payment, ProcessorState.Succeeded, "evt_late");

        Assert.Equal(StrayMoney.AfterCancel, (await world.PaymentAsync(payment.Id)).Stray);
        Assert.Equal(0, (await world.InvoiceAsync(id)).Paid);
        Assert.Equal(-12_50, await world.ReadAsync(db => db.Ledger.Where(e => e.Account == LedgerAccount.OverpaymentOwed).SumAsync(e => e.Amount.Minor, Ct)));
    }

    private static async Task<List<OutboxKind>> KindsAsync(PayPage.Data.PayPageDbContext db) =>
        [.. (await db.Outbox.ToListAsync(Ct)).Select(m => m.Kind).Order()];
}
