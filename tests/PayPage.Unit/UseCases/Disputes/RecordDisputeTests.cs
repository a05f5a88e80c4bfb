using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Events;
using PayPage.Domain.Inbox;
using PayPage.Domain.Ledger;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.UseCases.Disputes;

public sealed class RecordDisputeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_dispute_takes_the_money_and_a_lost_one_gives_it_to_the_payer(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var payment = await world.PaidAsync();

        Assert.Equal(InboxVerdict.Applied, await world.DisputeAsync(payment, DisputeState.NeedsAnswer));
        Assert.Equal([(LedgerAccount.InvoicePaid, -12_50), (LedgerAccount.InDispute, 12_50)], await world.BalancesAsync());
        Assert.Equal(0, (await world.PaymentAsync(payment.Id)).Refundable.Minor);
        Assert.Equal(0, (await world.InvoiceAsync(payment.InvoiceId)).Refunded);

        Assert.Equal(InboxVerdict.Applied, await world.DisputeAsync(payment, DisputeState.Lost));
        Assert.Equal([(LedgerAccount.InvoicePaid, -12_50), (LedgerAccount.InvoiceRefunded, 12_50)], await world.BalancesAsync());

        var invoice = await world.InvoiceAsync(payment.InvoiceId);
        Assert.Equal((12_50, 12_50, 0), (invoice.Paid, invoice.Refunded, invoice.Due.Minor));    // it is not due again
        await world.BooksBalanceAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_dispute_that_is_won_leaves_the_books_as_they_were(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var payment = await world.PaidAsync();

        await world.DisputeAsync(payment, DisputeState.NeedsAnswer);
        await world.DisputeAsync(payment, DisputeState.UnderReview);
        await world.DisputeAsync(payment, DisputeState.Won);

        Assert.Equal([(LedgerAccount.AtProcessor, 12_50), (LedgerAccount.InvoicePaid, -12_50)], await world.BalancesAsync());
        Assert.Equal(12_50, (await world.PaymentAsync(payment.Id)).Refundable.Minor);
        await world.BooksBalanceAsync();
    }

    [Fact]
    public async Task An_inquiry_moves_no_money_until_it_is_escalated()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();

        await world.DisputeAsync(payment, DisputeState.Inquiry, 9_00);
        Assert.Equal([(LedgerAccount.AtProcessor, 12_50), (LedgerAccount.InvoicePaid, -12_50)], await world.BalancesAsync());

        await world.DisputeAsync(payment, DisputeState.Closed, 9_00);
        Assert.Equal(DisputeState.Closed, (await world.DisputeAsync()).State);

        await world.DisputeAsync(payment, DisputeState.NeedsAnswer, 12_50);    // the bank takes more than it asked about
        Assert.Equal(12_50, (await world.PaymentAsync(payment.Id)).Disputed);
        await world.BooksBalanceAsync();
    }

    [Fact]
    public async Task Of_a_part_only_the_part_is_taken()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();

        await world.DisputeAsync(payment, DisputeState.Lost, 5_00);

        Assert.Equal(
            [(LedgerAccount.AtProcessor, 7_50), (LedgerAccount.InvoicePaid, -12_50), (LedgerAccount.InvoiceRefunded, 5_00)], await world.BalancesAsync());
        Assert.Equal(7_50, (await world.PaymentAsync(payment.Id)).Refundable.Minor);
        await world.BooksBalanceAsync();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_event_ten_times_at_once_is_one_dispute(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var payment = await world.PaidAsync();
        var news = world.News(payment, DisputeState.NeedsAnswer);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.TellAsync(news, "evt_1"), Ct)));

        Assert.Single(verdicts, v => v == InboxVerdict.Applied);
        Assert.Equal(12_50, (await world.PaymentAsync(payment.Id)).Disputed);
        Assert.Equal(1, await world.ReadAsync(db => db.Disputes.CountAsync(Ct)));
        await world.BooksBalanceAsync();
    }

    [Fact]
    public async Task Older_news_that_comes_later_changes_nothing_and_is_stored()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();
        var (asked, opened, answered) = (world.News(payment, DisputeState.Inquiry), world.News(payment, DisputeState.NeedsAnswer), world.News(payment, DisputeState.UnderReview));
        await world.DisputeAsync(payment, DisputeState.Lost);

        Assert.Equal(InboxVerdict.Stale, await world.TellAsync(asked, "evt_1"));
        Assert.Equal(InboxVerdict.Stale, await world.TellAsync(opened, "evt_2"));
        Assert.Equal(InboxVerdict.Stale, await world.TellAsync(answered, "evt_3"));
        Assert.Equal(InboxVerdict.Stale, await world.TellAsync(world.News(payment, DisputeState.Lost), "evt_4"));

        Assert.Equal(DisputeState.Lost, (await world.DisputeAsync()).State);
        Assert.Equal(4, await world.ReadAsync(db => db.Inbox.CountAsync(Ct)));
        await world.BooksBalanceAsync();
    }

    [Fact]
    public async Task A_second_round_turns_a_loss_and_turns_it_back()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();
        var opposite = world.News(payment, DisputeState.Won) with { At = null };
        await world.DisputeAsync(payment, DisputeState.Lost);

        Assert.Equal(InboxVerdict.Mismatched, await world.TellAsync(opposite));    // nobody can say which is newer
        Assert.Equal(InboxVerdict.Applied, await world.DisputeAsync(payment, DisputeState.Won));
        Assert.Equal((0, 12_50), ((await world.InvoiceAsync(payment.InvoiceId)).Refunded, (await world.PaymentAsync(payment.Id)).Refundable.Minor));
        await world.BooksBalanceAsync();

        Assert.Equal(InboxVerdict.Applied, await world.DisputeAsync(payment, DisputeState.Lost));
        Assert.Equal((12_50, 0), ((await world.InvoiceAsync(payment.InvoiceId)).Refunded, (await world.PaymentAsync(payment.Id)).Refundable.Minor));
        await world.BooksBalanceAsync();
    }

    [Fact]
    public async Task News_of_another_amount_currency_or_money_moves_nothing()
    {
        await using var world = await World.CreateAsync();
        var (payment, other) = (await world.PaidAsync(), await world.PaidAsync());

        Assert.Equal(InboxVerdict.Mismatched, await world.DisputeAsync(payment, DisputeState.NeedsAnswer, 12_51));
        Assert.Equal(InboxVerdict.Mismatched, await world.TellAsync(world.News(payment, DisputeState.NeedsAnswer) with { Amount = new Money(12_50, Currency.Parse("EUR")) }, "evt_2"));
        Assert.Equal(InboxVerdict.Mismatched, await world.DisputeAsync(payment, DisputeState.NeedsAnswer, 0));
        Assert.Empty(await world.ReadAsync(db => db.Disputes.ToListAsync(Ct)));

        await world.DisputeAsync(payment, DisputeState.NeedsAnswer);
        Assert.Equal(InboxVerdict.Mismatched, await world.DisputeAsync(payment, DisputeState.Lost, 5_00));
        Assert.Equal(InboxVerdict.Mismatched, await world.DisputeAsync(other, DisputeState.Lost));    // the same dispute, another payment
        Assert.Equal((12_50, 0), ((await world.PaymentAsync(payment.Id)).Disputed, (await world.PaymentAsync(other.Id)).Disputed));
        await world.BooksBalanceAsync();
    }

    [Fact]
    public async Task Another_accounts_payment_is_not_touched()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();
        var (_, foreign) = await world.MerchantAsync();

        var verdict = await world.UseAsync<PayPage.UseCases.Disputes.RecordDispute, InboxVerdict>(
            record => record.HandleAsync(world.News(payment, DisputeState.NeedsAnswer), foreign, new ReceivedEvent("evt_1", "dispute.opened", "{}"), Ct));

        Assert.Equal(InboxVerdict.Unmatched, verdict);
        Assert.Equal(0, (await world.PaymentAsync(payment.Id)).Disputed);
    }

    [Theory]
    [InlineData(DisputeState.Inquiry, 0, 0)]
    [InlineData(DisputeState.NeedsAnswer, 12_50, 0)]
    [InlineData(DisputeState.Lost, 12_50, 12_50)]
    public async Task A_dispute_that_is_heard_of_before_its_money_enters_the_books_with_it(DisputeState state, long disputed, long refunded)
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50);

        Assert.Equal(InboxVerdict.Unmatched, await world.DisputeAsync(payment, DisputeState.Inquiry));
        Assert.Null((await world.DisputeAsync()).PaymentId);
        Assert.Equal(world.Clock.GetUtcNow(), (await world.PaymentAsync(payment.Id)).NextCheckAt);    // the processor is asked for the money at once

        if (state != DisputeState.Inquiry)
        {
            await world.DisputeAsync(payment, state);
        }

        Assert.Empty(await world.BalancesAsync());
        await world.RecordAsync(payment, ProcessorState.Succeeded);

        Assert.Equal((disputed, refunded), ((await world.PaymentAsync(payment.Id)).Disputed, (await world.InvoiceAsync(payment.InvoiceId)).Refunded));
        Assert.Equal(payment.Id, (await world.DisputeAsync()).PaymentId);
        Assert.Equal(state == DisputeState.Inquiry, (await world.ReadAsync(db => db.Audit.AnyAsync(e => e.Kind == AuditKind.DisputeAsked, Ct))));
        await world.BooksBalanceAsync();
    }

    [Theory]
    [InlineData(RefundStatus.Succeeded)]
    [InlineData(RefundStatus.Pending)]
    public async Task What_a_refund_gave_back_is_not_given_back_twice_and_is_the_merchants_loss(RefundStatus refunded)
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();
        var refund = await RefundAsync(world, payment, 5_00, refunded);

        await world.DisputeAsync(payment, DisputeState.NeedsAnswer);
        await world.DisputeAsync(payment, DisputeState.Lost);
        Assert.Equal(7_50, (await world.DisputeAsync()).OfInvoice);

        if (refunded == RefundStatus.Pending)
        {
            await RecordAsync(world, refund, RefundState.Succeeded);
        }

        Assert.Equal(
            [(LedgerAccount.AtProcessor, -5_00), (LedgerAccount.InvoicePaid, -12_50), (LedgerAccount.InvoiceRefunded, 12_50), (LedgerAccount.DisputeLoss, 5_00)],
            await world.BalancesAsync());
        await world.BooksBalanceAsync();
    }

    [Fact]
    public async Task Of_money_that_the_invoice_had_no_room_for_nothing_comes_out_of_the_invoice()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var late = await world.OpenPaymentAsync(id, 12_50);
        await world.RecordAsync(late, ProcessorState.Expired);
        var second = await world.OpenPaymentAsync(id, 12_50);
        await world.RecordAsync(second, ProcessorState.Succeeded);
        await world.RecordAsync(late, ProcessorState.Succeeded);    // all of it is too much

        await world.DisputeAsync(late, DisputeState.Lost, 10_00);

        Assert.Equal(
            [(LedgerAccount.AtProcessor, 15_00), (LedgerAccount.InvoicePaid, -12_50), (LedgerAccount.OverpaymentOwed, -2_50)], await world.BalancesAsync());
        Assert.Equal(0, (await world.InvoiceAsync(id)).Refunded);
        await world.BooksBalanceAsync();
    }

    [Fact]
    public async Task The_history_and_the_merchants_systems_hear_of_each_step_that_matters()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync();

        await world.DisputeAsync(payment, DisputeState.Inquiry);
        await world.DisputeAsync(payment, DisputeState.NeedsAnswer);
        await world.DisputeAsync(payment, DisputeState.UnderReview);
        await world.DisputeAsync(payment, DisputeState.Lost);

        var kinds = await world.ReadAsync(db => db.Audit.OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind).ToListAsync(Ct));
        Assert.Equal([AuditKind.DisputeAsked, AuditKind.DisputeOpened, AuditKind.DisputeAnswered, AuditKind.DisputeLost], kinds.TakeLast(4));

        var events = await world.ReadAsync(db => db.Events.OrderBy(e => e.Sequence).ToListAsync(Ct));
        Assert.Equal([EventType.PaymentDisputed, EventType.PaymentDisputed, EventType.PaymentDisputeLost], events.TakeLast(3).Select(e => e.Type));
        Assert.Contains("\"status\":\"lost\"", events[^1].Body, StringComparison.Ordinal);
        Assert.Contains("\"refunded\":1250", events[^1].Body, StringComparison.Ordinal);    // the invoice's
    }

    private static async Task<Refund> RefundAsync(World world, Payment payment, long minor, RefundStatus status)
    {
        var refund = new Refund
        {
            Id = RefundId.New(world.Get<IdSource>()),
            MerchantId = payment.MerchantId,
            PaymentId = payment.Id,
            Amount = new Money(minor, payment.Amount.Currency),
            OfOverpayment = 0,
            AccountId = payment.AccountId,
            Actor = "test",
            RequestedAt = world.Clock.GetUtcNow(),
        };

        await world.Get<WriteSeam>().RunAsync(
            async (unit, token) =>
            {
                await unit.Returns.TryHoldAsync(payment.Id, minor, token);
                unit.Db.Add(refund);
            },
            Ct);
        await RecordAsync(world, refund, status == RefundStatus.Succeeded ? RefundState.Succeeded : RefundState.Pending);
        return refund;
    }

    private static Task<InboxVerdict> RecordAsync(World world, Refund refund, RefundState state) => world.UseAsync<RecordRefund, InboxVerdict>(
        record => record.HandleAsync(new RefundNews(refund.Id, $"re_{refund.Id}", state), world.Account, null, Ct));
}
