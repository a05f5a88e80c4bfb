using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Inbox;
using PayPage.Domain.Ledger;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.UseCases.Home;
using PayPage.UseCases.Refunds;

namespace PayPage.Unit.UseCases.Refunds;

/// <summary>What processors say of refunds, in whatever order, and what becomes of it.</summary>
public sealed class RefundNewsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pending_is_never_told_as_done()
    {
        await using var world = await World.CreateAsync();
        world.Processor.OnRefund = refund => new RefundAnswer.Found(RefundRoom.NewsOf(refund, RefundState.Pending));
        var invoice = await world.InvoiceAsync(100_00);
        var payment = await world.PaidAsync(invoice, 100_00);

        await world.GiveBackAsync(payment, 40_00);
        await world.DrainAsync();

        Assert.Equal(RefundStatus.Pending, (await world.RefundAsync(payment.Id)).Status);
        Assert.Equal(0, (await world.InvoiceAsync(invoice)).Refunded);
        Assert.Equal(40_00, (await world.PaymentAsync(payment.Id)).GivenBack);
        Assert.DoesNotContain(world.Mail.Sent, mail => mail.Subject.Contains("given back", StringComparison.Ordinal));
        Assert.False(await world.ReadAsync(db => db.Ledger.AnyAsync(e => e.Account == LedgerAccount.InvoiceRefunded, Ct)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_failure_frees_the_money_alerts_the_merchant_and_can_be_asked_for_again(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        world.Processor.OnRefund = refund => new RefundAnswer.Found(RefundRoom.NewsOf(refund, RefundState.Pending));
        var invoice = await world.InvoiceAsync(100_00);
        var payment = await world.PaidAsync(invoice, 100_00);
        await world.GiveBackAsync(payment, 100_00);
        await world.DrainAsync();
        var failed = await world.RefundAsync(payment.Id);

        await world.HearAsync(RefundRoom.NewsOf(failed, RefundState.Failed, "insufficient_funds"), "evt_1");
        await world.HearAsync(RefundRoom.NewsOf(failed, RefundState.Failed, "insufficient_funds"), "evt_1");
        await world.DrainAsync();

        Assert.Equal(0, (await world.PaymentAsync(payment.Id)).GivenBack);
        Assert.Equal("insufficient_funds", (await world.RefundAsync(payment.Id)).FailureReason);
        Assert.Single(world.Mail.Sent, mail => mail.Subject.Contains("A refund failed: $100.00", StringComparison.Ordinal) && mail.To == "accounts@northgate.example");
        Assert.DoesNotContain(world.Mail.Sent, mail => mail.Subject.Contains("given back", StringComparison.Ordinal));
        Assert.Equal([failed.Id], await WorriesAsync(world));

        // A processor answers the same key with the same failure for ever: the second try has a key of its own.
        world.Processor.OnRefund = refund => new RefundAnswer.Found(RefundRoom.NewsOf(refund, refund.Id == failed.Id ? RefundState.Failed : RefundState.Succeeded));
        var number = (await world.InvoiceAsync(invoice)).Number;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(
            () => world.UseAsync<RetryRefund, RetryRefund.Outcome>(retry => retry.HandleAsync(number, failed.Id, world.NewRefund(), isProven: true, world.Caller, Ct)), Ct)));
        await world.DrainAsync();

        Assert.All(outcomes, o => Assert.Equal(RetryRefund.Outcome.Done, o));
        var again = await world.ReadAsync(db => db.Refunds.SingleAsync(r => r.PredecessorId == failed.Id, Ct));
        Assert.Equal((RefundStatus.Succeeded, RefundStatus.Retried), (again.Status, await world.ReadAsync(db => db.Refunds.Where(r => r.Id == failed.Id).Select(r => r.Status).SingleAsync(Ct))));
        Assert.Equal(100_00, (await world.InvoiceAsync(invoice)).Refunded);
        Assert.Empty(await WorriesAsync(world));
        Assert.Single(world.Mail.Sent, mail => mail.Subject.Contains("Money given back: $100.00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retry_needs_room_and_proof_like_any_refund()
    {
        await using var world = await World.CreateAsync();
        world.Processor.OnRefund = _ => new RefundAnswer.Refused("no funds");
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00), 100_00);
        await world.GiveBackAsync(payment, 60_00);
        await world.DrainAsync();
        var failed = await world.RefundAsync(payment.Id);
        var number = (await world.InvoiceAsync(payment.InvoiceId)).Number;

        Assert.Equal(RetryRefund.Outcome.NeedsProof, await RetryAsync(isProven: false));
        await world.GiveBackAsync(payment, 50_00);
        Assert.Equal(RetryRefund.Outcome.TooMuch, await RetryAsync(isProven: true));
        Assert.Equal(RefundStatus.Failed, await world.ReadAsync(db => db.Refunds.Where(r => r.Id == failed.Id).Select(r => r.Status).SingleAsync(Ct)));

        Task<RetryRefund.Outcome> RetryAsync(bool isProven) => world.UseAsync<RetryRefund, RetryRefund.Outcome>(
            retry => retry.HandleAsync(number, failed.Id, world.NewRefund(), isProven, world.Caller, Ct));
    }

    [Fact]
    public async Task What_was_settled_in_another_way_worries_nobody_any_more()
    {
        await using var world = await World.CreateAsync();
        world.Processor.OnRefund = _ => new RefundAnswer.Refused("no funds");
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00), 100_00);
        await world.GiveBackAsync(payment, 60_00);
        await world.DrainAsync();
        var failed = await world.RefundAsync(payment.Id);
        var number = (await world.InvoiceAsync(payment.InvoiceId)).Number;
        Assert.Equal([failed.Id], await WorriesAsync(world));

        Assert.Equal(RetryRefund.Outcome.Done, await world.UseAsync<RetryRefund, RetryRefund.Outcome>(retry => retry.LeaveAsync(number, failed.Id, world.Caller, Ct)));
        Assert.Equal(RetryRefund.Outcome.Done, await world.UseAsync<RetryRefund, RetryRefund.Outcome>(retry => retry.LeaveAsync(number, failed.Id, world.Caller, Ct)));

        Assert.Empty(await WorriesAsync(world));
        Assert.Equal(1, await world.ReadAsync(db => db.Audit.CountAsync(e => e.Kind == AuditKind.RefundLeft, Ct)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Money_that_the_payers_bank_sends_back_is_the_merchants_again(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var invoice = await world.InvoiceAsync(100_00);
        var payment = await world.PaidAsync(invoice, 100_00);
        await world.GiveBackAsync(payment, 40_00);
        await world.DrainAsync();
        var refund = await world.RefundAsync(payment.Id);
        Assert.Equal(RefundStatus.Succeeded, refund.Status);

        Assert.Equal(InboxVerdict.Applied, await world.HearAsync(RefundRoom.NewsOf(refund, RefundState.Failed, "lost_or_stolen_card"), "evt_back"));
        await world.DrainAsync();

        Assert.Equal((RefundStatus.Failed, 2), await world.ReadAsync(db => db.Refunds.Select(r => ValueTuple.Create(r.Status, r.Postings)).SingleAsync(Ct)));
        Assert.Equal((0, 0), ((await world.InvoiceAsync(invoice)).Refunded, (await world.PaymentAsync(payment.Id)).GivenBack));
        Assert.Equal((100_00, 0), (await world.BalanceAsync(LedgerAccount.AtProcessor), await world.BalanceAsync(LedgerAccount.InvoiceRefunded)));
        Assert.Contains(world.Mail.Sent, mail => mail.Subject.Contains("A refund failed", StringComparison.Ordinal) && mail.Text.Contains("did not take it", StringComparison.Ordinal));
        Assert.Equal([refund.Id], await WorriesAsync(world));
    }

    [Fact]
    public async Task A_success_that_is_heard_of_after_a_failure_is_not_believed_before_the_processor_was_asked()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00), 100_00);
        await world.GiveBackAsync(payment, 40_00);
        await world.DrainAsync();
        var refund = await world.RefundAsync(payment.Id);
        await world.HearAsync(RefundRoom.NewsOf(refund, RefundState.Failed), "evt_2");
        world.Processor.OnRefund = asked => new RefundAnswer.Found(RefundRoom.NewsOf(asked, RefundState.Failed));
        var asked = world.Processor.Refunded.Count;

        Assert.Equal(InboxVerdict.Stale, await world.HearAsync(RefundRoom.NewsOf(refund, RefundState.Succeeded), "evt_1"));    // older, and late
        await world.DrainAsync();

        Assert.Equal(asked + 1, world.Processor.Refunded.Count);
        Assert.Equal(RefundStatus.Failed, (await world.RefundAsync(payment.Id)).Status);

        world.Processor.OnRefund = found => new RefundAnswer.Found(RefundRoom.NewsOf(found, RefundState.Succeeded));
        Assert.Equal(InboxVerdict.Applied, await world.HearAsync(RefundRoom.NewsOf(refund, RefundState.Succeeded)));    // an answer, not an event

        Assert.Equal((RefundStatus.Succeeded, 3), await world.ReadAsync(db => db.Refunds.Select(r => ValueTuple.Create(r.Status, r.Postings)).SingleAsync(Ct)));
        Assert.Equal((40_00, 40_00), ((await world.PaymentAsync(payment.Id)).GivenBack, await world.BalanceAsync(LedgerAccount.InvoiceRefunded)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_was_given_back_past_us_is_written_down_once_as_a_fact(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var invoice = await world.InvoiceAsync(100_00);
        var payment = await world.PaidAsync(invoice, 100_00);
        var news = new RefundNews(null, "re_theirs", RefundState.Succeeded) { MoneyReference = payment.MoneyReference, Amount = new Money(25_00, Currency.Usd) };

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => world.HearAsync(news, $"evt_{i}"), Ct)));
        await world.DrainAsync();

        Assert.Single(verdicts, v => v == InboxVerdict.Applied);
        Assert.Equal((RefundOrigin.Processor, 25_00), await world.ReadAsync(db => db.Refunds.Select(r => ValueTuple.Create(r.Origin, r.Amount.Minor)).SingleAsync(Ct)));
        Assert.Equal((25_00, 25_00), ((await world.InvoiceAsync(invoice)).Refunded, (await world.PaymentAsync(payment.Id)).GivenBack));
        Assert.Empty(world.Processor.Refunded);
        Assert.Equal(InboxVerdict.Unmatched, await world.HearAsync(news with { Reference = "re_other", MoneyReference = "none of ours" }, "evt_x"));
        Assert.Equal(InboxVerdict.Mismatched, await world.HearAsync(news with { Amount = new Money(26_00, Currency.Usd) }, "evt_y"));
    }

    [Fact]
    public async Task A_refund_that_is_done_before_we_hear_that_what_went_past_us_came_back_is_a_fact()
    {
        await using var world = await World.CreateAsync();
        var invoice = await world.InvoiceAsync(100_00);
        var payment = await world.PaidAsync(invoice, 100_00);
        await world.GiveBackAsync(payment, 100_00);
        var ours = await world.RefundAsync(payment.Id);
        var theirs = new RefundNews(null, "re_theirs", RefundState.Succeeded) { MoneyReference = payment.MoneyReference, Amount = new Money(25_00, Currency.Usd) };

        Assert.Equal(InboxVerdict.Applied, await world.HearAsync(theirs, "evt_1"));
        Assert.Equal(InboxVerdict.Applied, await world.HearAsync(RefundRoom.NewsOf(ours, RefundState.Succeeded), "evt_3"));
        Assert.Equal(InboxVerdict.Applied, await world.HearAsync(theirs with { State = RefundState.Failed }, "evt_2"));

        Assert.Equal((100_00, 100_00), ((await world.InvoiceAsync(invoice)).Refunded, (await world.PaymentAsync(payment.Id)).GivenBack));
        Assert.Equal((0, 100_00), (await world.BalanceAsync(LedgerAccount.AtProcessor), await world.BalanceAsync(LedgerAccount.InvoiceRefunded)));
    }

    [Fact]
    public async Task A_refused_key_is_no_failure_of_the_refund()
    {
        await using var world = await World.CreateAsync();
        world.Processor.OnRefund = _ => new RefundAnswer.NoAnswer(KeyRefused: true);
        var payment = await world.PaidAsync(await world.InvoiceAsync(100_00), 100_00);
        await world.GiveBackAsync(payment, 40_00);
        await world.DrainAsync();

        Assert.Equal(RefundStatus.Requested, (await world.RefundAsync(payment.Id)).Status);
        Assert.NotNull(await world.ReadAsync(db => db.Accounts.Select(a => a.RefusedSince).SingleAsync(Ct)));
        Assert.True(await world.ReadAsync(db => db.Outbox.AnyAsync(m => m.Kind == OutboxKind.RefundRequest && m.SentAt == null && m.DeadAt == null, Ct)));
    }

    private static async Task<IReadOnlyList<RefundId>> WorriesAsync(World world) =>
        [.. (await world.UseAsync<FindWorries, IReadOnlyList<Worry>>(find => find.HandleAsync(10, world.Caller, Ct))).OfType<Worry.RefundFailed>().Select(w => w.Refund)];
}
