using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Ledger;
using PayPage.Domain.Merchants;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Refunds;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Reconciliation;
using PayPage.UseCases.Verifying;

namespace PayPage.Unit.UseCases.Reconciliation;

/// <summary>What colleagues do about differences: each once, whoever tries at the same time.</summary>
public sealed class InboxTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Matched_money_pays_the_invoice_once_with_a_receipt_and_the_books_are_right(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        var difference = await world.ForeignDifferenceAsync();

        Assert.Equal(new MatchMoney.Outcome.Matched("A-1"), await world.MatchAsync(difference, "A-1"));
        Assert.Equal(new MatchMoney.Outcome.Matched("A-1"), await world.MatchAsync(difference, "A-1"));    // a double click

        var payment = await world.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(p => p.InvoiceId == id, Ct));
        Assert.Equal(
            (PaymentStatus.Succeeded, "sbp_foreign", StrayMoney.Late, "Visa •••• 1881", difference.At), (payment.Status, payment.MoneyReference, payment.Stray, payment.Instrument, payment.SettledAt));
        Assert.Equal((12_50, 0), ((await world.InvoiceAsync(id)).Paid, (await world.InvoiceAsync(id)).Reserved));
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.ReceiptMail && m.PaymentId == payment.Id, Ct)));
        Assert.Equal(1, await world.ReadAsync(db => db.Audit.CountAsync(e => e.InvoiceId == id && e.Kind == AuditKind.MoneyMatched && e.Actor == "test", Ct)));
        var settled = await world.DifferenceAsync(difference.Id);
        Assert.Equal((DifferenceState.Matched, id, payment.Id), (settled.State, settled.InvoiceId!.Value, settled.PaymentId!.Value));
        Assert.Equal(ComparisonOutcome.Same, (await world.CompareAsync()).Run.Outcome);
        Assert.Empty((await world.UseAsync<VerifyBooks, BooksReport>(verify => verify.HandleAsync(Ct))).Broken);
    }

    [Fact]
    public async Task Of_two_clerks_who_match_the_same_money_to_two_invoices_one_does()
    {
        await using var world = await World.CreateAsync();
        var ids = new[] { await world.InvoiceAsync(12_50, number: "A-1"), await world.InvoiceAsync(12_50, number: "A-2") };
        var difference = await world.ForeignDifferenceAsync();

        var outcomes = await Task.WhenAll(world.MatchAsync(difference, "A-1"), world.MatchAsync(difference, "A-2"));

        Assert.Single(outcomes.OfType<MatchMoney.Outcome.Matched>());
        Assert.Single(outcomes.OfType<MatchMoney.Outcome.NotOpen>());
        Assert.Equal(12_50, await world.ReadAsync(db => db.Invoices.Where(i => ids.Contains(i.Id)).SumAsync(i => i.Paid, Ct)));
        Assert.Equal(1, await world.ReadAsync(db => db.Payments.CountAsync(Ct)));
    }

    [Fact]
    public async Task Of_more_than_the_invoice_has_room_for_the_rest_is_owed_or_goes_back_as_the_merchant_wants()
    {
        await using var world = await World.CreateAsync(policy: StrayMoneyPolicy.Refund);
        var id = await world.InvoiceAsync(10_00, number: "A-1");
        var difference = await world.ForeignDifferenceAsync(12_50);

        await world.MatchAsync(difference, "A-1");

        var payment = await world.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((10_00, StrayMoney.Over, 2_50), ((await world.InvoiceAsync(id)).Paid, payment.Stray, payment.GivenBack));
        Assert.Equal(-2_50, await world.BalanceAsync(LedgerAccount.OverpaymentOwed));
        await world.DrainAsync();
        Assert.Equal(0, await world.BalanceAsync(LedgerAccount.OverpaymentOwed));
        Assert.Empty((await world.UseAsync<VerifyBooks, BooksReport>(verify => verify.HandleAsync(Ct))).Broken);
    }

    [Fact]
    public async Task What_fits_stays_even_where_late_money_goes_back_by_rule_for_a_person_wants_it_so()
    {
        await using var world = await World.CreateAsync(policy: StrayMoneyPolicy.Refund);
        var id = await world.InvoiceAsync(12_50, number: "A-1");
        await world.MatchAsync(await world.ForeignDifferenceAsync(), "A-1");
        Assert.Equal((12_50, 0), ((await world.InvoiceAsync(id)).Paid, await world.ReadAsync(db => db.Refunds.CountAsync(Ct))));
    }

    [Fact]
    public async Task A_paid_invoice_takes_it_as_money_that_is_double()
    {
        await using var world = await World.CreateAsync();
        await world.PaidAsync(await world.InvoiceAsync(12_50, number: "A-1"), 12_50);
        world.Lists(await world.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(Ct)));
        var difference = await world.ForeignDifferenceAsync();

        Assert.IsType<MatchMoney.Outcome.Matched>(await world.MatchAsync(difference, "A-1"));

        Assert.Equal(StrayMoney.Double, await world.ReadAsync(db => db.Payments.Where(p => p.MoneyReference == "sbp_foreign").Select(p => p.Stray).SingleAsync(Ct)));
        Assert.Equal(-12_50, await world.BalanceAsync(LedgerAccount.OverpaymentOwed));
    }

    [Fact]
    public async Task Nothing_is_matched_to_what_takes_no_money_or_is_not_the_merchants()
    {
        await using var world = await World.CreateAsync();
        var other = await world.MerchantAsync();
        await world.InvoiceAsync(12_50, number: "DRAFT", publish: false);
        await world.InvoiceAsync(12_50, number: "GONE");
        await world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(cancel => cancel.HandleAsync("GONE", world.Caller, Ct));
        await world.InvoiceAsync(12_50, number: "THEIRS", caller: other.Caller);
        await world.InvoiceAsync(12_50, number: "A-1");
        var difference = await world.ForeignDifferenceAsync();
        var euros = await world.ForeignDifferenceAsync(reference: "sbp_euros", currency: Currency.Parse("EUR"));

        Assert.IsType<MatchMoney.Outcome.NotPayable>(await world.MatchAsync(difference, "DRAFT"));
        Assert.IsType<MatchMoney.Outcome.NotPayable>(await world.MatchAsync(difference, "GONE"));
        Assert.IsType<MatchMoney.Outcome.NoSuchInvoice>(await world.MatchAsync(difference, "THEIRS"));
        Assert.IsType<MatchMoney.Outcome.NoSuchInvoice>(await world.MatchAsync(difference, "NONE"));
        Assert.IsType<MatchMoney.Outcome.OtherCurrency>(await world.MatchAsync(euros, "A-1"));
        Assert.IsType<MatchMoney.Outcome.NoSuchDifference>(await world.MatchAsync(difference, "THEIRS", other.Caller));
        Assert.IsType<MatchMoney.Outcome.NoSuchDifference>(await world.MatchAsync(difference, "A-1", world.Caller with { Mode = Mode.Live }));
        Assert.Equal(0, await world.ReadAsync(db => db.Payments.CountAsync(Ct)));
        Assert.Equal(DifferenceState.Open, (await world.DifferenceAsync(difference.Id)).State);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Money_is_given_back_once_by_its_name_there_and_its_refund_is_no_difference(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var difference = await world.ForeignDifferenceAsync();
        var refund = RefundId.New(world.Get<IdSource>());

        Assert.Equal(new GiveBackUnknown.Outcome.NeedsProof(), await world.GiveBackAsync(difference, refund, proven: false));
        Assert.Equal(new GiveBackUnknown.Outcome.Asked(DifferenceState.GivenBack), await world.GiveBackAsync(difference, refund));
        Assert.Equal(new GiveBackUnknown.Outcome.Asked(DifferenceState.GivenBack), await world.GiveBackAsync(difference, refund));    // a double click
        Assert.IsType<GiveBackUnknown.Outcome.NotOpen>(await world.GiveBackAsync(difference));    // another clerk
        Assert.IsType<MatchMoney.Outcome.NotOpen>(await world.MatchAsync(difference, "A-1"));

        Assert.Equal([refund], world.Processor.Refunded);
        world.Processor.Movements.Add(new Movement.Back("sbr_1", difference.Amount, world.Clock.GetUtcNow(), refund, "sbp_foreign", RefundState.Succeeded));
        Assert.Equal((ComparisonOutcome.Same, 0), (await world.CompareAsync()).Run is var run ? (run.Outcome, run.Healed) : default);
        Assert.Equal(DifferenceState.GivenBack, (await world.DifferenceAsync(difference.Id)).State);
    }

    [Fact]
    public async Task A_refund_that_nobody_answered_is_asked_for_again_under_the_same_key()
    {
        await using var world = await World.CreateAsync();
        var difference = await world.ForeignDifferenceAsync();
        world.Processor.OnRefund = _ => new RefundAnswer.NoAnswer();

        Assert.Equal(new GiveBackUnknown.Outcome.Asked(DifferenceState.GivingBack), await world.GiveBackAsync(difference));
        world.Processor.OnRefund = refund => new RefundAnswer.Found(new RefundNews(refund.Id, "sbr_1", RefundState.Succeeded));
        await world.CompareAsync();

        Assert.Equal(DifferenceState.GivenBack, (await world.DifferenceAsync(difference.Id)).State);
        Assert.Single(world.Processor.Refunded.Distinct());
        Assert.Equal(2, world.Processor.Refunded.Count);
    }

    [Fact]
    public async Task A_refund_that_the_processor_refuses_leaves_the_difference_open_with_the_reason()
    {
        await using var world = await World.CreateAsync();
        var difference = await world.ForeignDifferenceAsync();
        world.Processor.OnRefund = _ => new RefundAnswer.Refused("The balance is too low.");

        Assert.Equal(new GiveBackUnknown.Outcome.Refused("The balance is too low."), await world.GiveBackAsync(difference));

        world.Processor.OnRefund = refund => new RefundAnswer.Found(new RefundNews(refund.Id, "sbr_1", RefundState.Succeeded));
        Assert.Equal(new GiveBackUnknown.Outcome.Asked(DifferenceState.GivenBack), await world.GiveBackAsync(difference));
        Assert.Equal(2, world.Processor.Refunded.Distinct().Count());    // another key: a processor gives the same answer to the same request for ever
    }

    [Fact]
    public async Task Another_merchant_gives_nothing_back_and_marks_nothing()
    {
        await using var world = await World.CreateAsync();
        var other = await world.MerchantAsync();
        var difference = await world.ForeignDifferenceAsync();

        Assert.IsType<GiveBackUnknown.Outcome.NoSuchDifference>(await world.GiveBackAsync(difference, caller: other.Caller));
        Assert.Equal(MarkDifference.Outcome.NoSuchDifference, await world.MarkAsync(difference, "mine", other.Caller));
        Assert.Null(await world.UseAsync<CompareNow, bool?>(now => now.AskAsync(difference.Id, other.Caller, Ct)));
        Assert.Empty(world.Processor.Refunded);
    }

    [Fact]
    public async Task A_note_settles_a_difference_once_and_stands_in_the_history_of_its_invoice()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        await world.PaidAsync(id, 12_50);
        var missing = Assert.Single((await world.CompareAsync()).Differences);

        Assert.Equal(MarkDifference.Outcome.Done, await world.MarkAsync(missing, "Moved to another account"));
        Assert.Equal(MarkDifference.Outcome.Done, await world.MarkAsync(missing, "Moved to another account"));
        Assert.Equal(MarkDifference.Outcome.NotOpen, await world.MarkAsync(missing, "Something else"));

        Assert.Equal(["Moved to another account"], await world.ReadAsync(db => db.Audit.Where(e => e.InvoiceId == id && e.Kind == AuditKind.DifferenceMarked).Select(e => e.Detail).ToListAsync(Ct)));
        Assert.Empty((await world.CompareAsync()).Differences);    // settled stays settled
    }

    [Theory]
    [InlineData(null, "Write down what it is")]
    [InlineData("  \u200b ", "Write down what it is")]
    [InlineData("ok", null)]
    public void A_note_says_something(string? typed, string? objection)
    {
        var said = MarkDifference.Objection(typed, out _);
        Assert.Equal(objection is null, said is null);
        Assert.StartsWith(objection ?? "", said ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_again_about_one_the_processor_says_how_it_stands()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(await world.InvoiceAsync(12_50), 12_50);
        var missing = Assert.Single((await world.CompareAsync()).Differences);
        Assert.True(await world.UseAsync<CompareNow, bool?>(now => now.AskAsync(missing.Id, world.Caller, Ct)));
        Assert.Equal(DifferenceState.Open, (await world.DifferenceAsync(missing.Id)).State);

        world.Processor.Movements.Add(new Movement.In(payment.MoneyReference!, payment.Amount, payment.SettledAt!.Value, payment.Id, PaymentMethod.Card, null));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await world.UseAsync<CompareNow, bool?>(now => now.AskAsync(missing.Id, world.Caller, Ct)));
        Assert.Equal(DifferenceState.Resolved, (await world.DifferenceAsync(missing.Id)).State);
    }
}
