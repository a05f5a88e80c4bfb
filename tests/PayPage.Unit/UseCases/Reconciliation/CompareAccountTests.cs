using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain;
using PayPage.Domain.Payments;
using PayPage.Domain.Reconciliation;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Refunds;
using PayPage.UseCases.Home;
using PayPage.UseCases.Reconciliation;

namespace PayPage.Unit.UseCases.Reconciliation;

public sealed class CompareAccountTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_both_have_is_no_difference_and_is_counted_on_both_sides(string kind)
    {
        await using var world = await World.CreateAsync(kind);

        for (var i = 0; i < 5; i++)
        {
            world.Lists(await world.PaidAsync(await world.InvoiceAsync(10_00), 10_00));
        }

        var run = (await world.CompareAsync()).Run;

        Assert.Equal(ComparisonOutcome.Same, run.Outcome);
        Assert.Equal(new ComparedSums("USD") { PaymentsThere = 5, PaidThere = 50_00, PaymentsHere = 5, PaidHere = 50_00 }, Assert.Single(run.Sums));
        Assert.Equal(0, await world.ReadAsync(db => db.Differences.CountAsync(Ct)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Money_that_nobody_here_knows_is_a_difference_and_found_again_it_is_the_same(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        world.ListsForeign();

        var first = Assert.Single((await world.CompareAsync()).Differences);
        var again = Assert.Single((await world.CompareAsync()).Differences);

        Assert.Equal((DifferenceKind.UnknownPayment, "sbp_foreign", new Money(12_50, Currency.Usd), DifferenceState.Open), (first.Kind, first.Reference, first.Amount, first.State));
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(1, await world.ReadAsync(db => db.Differences.CountAsync(Ct)));
        Assert.True((await world.DifferenceAsync(first.Id)).LastSeen > first.LastSeen);
        Assert.Equal(2, await world.ReadAsync(db => db.Comparisons.CountAsync(c => c.Outcome == ComparisonOutcome.Different && c.Differences == 1, Ct)));
    }

    [Fact]
    public async Task A_payment_of_ours_that_the_processor_does_not_list_is_a_difference()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(await world.InvoiceAsync(12_50), 12_50);

        var missing = Assert.Single((await world.CompareAsync()).Differences);

        Assert.Equal((DifferenceKind.MissingPayment, payment.Id, payment.Amount), (missing.Kind, missing.PaymentId, missing.Amount));

        world.Processor.Movements.Add(new Movement.In(payment.MoneyReference!, payment.Amount, payment.SettledAt!.Value, payment.Id, PaymentMethod.Card, null));
        world.Clock.Advance(TimeSpan.FromDays(20));    // longer ago than any usual comparison looks
        Assert.Equal(1, (await world.CompareAsync()).Run.Resolved);
        Assert.Equal(DifferenceState.Resolved, (await world.DifferenceAsync(missing.Id)).State);
    }

    [Fact]
    public async Task A_payment_listed_before_the_days_that_are_compared_is_not_missing()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.OpenPaymentAsync(await world.InvoiceAsync(12_50), 12_50);
        var came = world.Clock.GetUtcNow();
        world.Clock.Advance(TimeSpan.FromDays(2));
        await world.RecordAsync(payment, ProcessorState.Succeeded);    // we heard of it two days later
        payment = await world.PaymentAsync(payment.Id);
        world.Processor.Movements.Add(new Movement.In(payment.MoneyReference!, payment.Amount, came, payment.Id, PaymentMethod.Card, null));
        world.Clock.Advance(TimeSpan.FromHours(1));

        var report = await world.CompareThenAsync(new StatementWindow(world.Clock.GetUtcNow().AddDays(-1), world.Clock.GetUtcNow()));

        Assert.Equal(ComparisonOutcome.Same, report.Run.Outcome);
    }

    [Fact]
    public async Task A_payment_whose_news_was_lost_is_put_into_the_books_and_is_no_difference()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);
        world.Processor.OnFind = asked => new PaymentAnswer.Found(ScriptedProcessor.News(asked, ProcessorState.Succeeded, payment.Amount));
        world.Lists(payment);

        var report = await world.CompareAsync();

        Assert.Equal([$"{payment.Id}"], report.Healed);
        Assert.Equal(ComparisonOutcome.Same, report.Run.Outcome);
        Assert.Equal(12_50, (await world.InvoiceAsync(id)).Paid);
        Assert.Empty((await world.CompareAsync()).Healed);
    }

    [Fact]
    public async Task A_payment_that_was_given_up_here_and_succeeded_there_enters_as_late_money()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.OpenPaymentAsync(id, 12_50);
        await world.RecordAsync(payment, ProcessorState.Expired);
        world.Processor.OnFind = asked => new PaymentAnswer.Found(ScriptedProcessor.News(asked, ProcessorState.Succeeded, payment.Amount));
        world.Lists(await world.PaymentAsync(payment.Id));

        Assert.Single((await world.CompareAsync()).Healed);

        Assert.Equal((PaymentStatus.Succeeded, StrayMoney.Late), ((await world.PaymentAsync(payment.Id)).Status, (await world.PaymentAsync(payment.Id)).Stray));
    }

    [Fact]
    public async Task A_processor_that_does_not_answer_is_never_no_difference()
    {
        await using var world = await World.CreateAsync();
        var known = await world.ForeignDifferenceAsync();
        await world.PaidAsync(await world.InvoiceAsync(12_50), 12_50);
        world.Processor.OnStatement = _ => new StatementPage.NoAnswer();

        var report = await world.CompareAsync();

        Assert.Equal((ComparisonOutcome.NotCompared, "The processor did not answer."), (report.Run.Outcome, report.Run.Why));
        Assert.Empty(report.Differences);    // nobody may say that our payment is missing there
        Assert.Equal(DifferenceState.Open, (await world.DifferenceAsync(known.Id)).State);
        Assert.Equal(1, await world.ReadAsync(db => db.Differences.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_said()
    {
        await using var world = await World.CreateAsync();
        world.Processor.OnStatement = _ => new StatementPage.Listed([], null, Unreadable: 1);
        Assert.Equal(ComparisonOutcome.NotCompared, (await world.CompareAsync()).Run.Outcome);
    }

    [Fact]
    public async Task What_happened_a_moment_ago_is_not_compared_yet()
    {
        await using var world = await World.CreateAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.ListsForeign();
        world.Clock.Advance(TimeSpan.FromMinutes(14));

        var report = await world.CompareThenAsync(new StatementWindow(world.Clock.GetUtcNow().AddDays(-1), world.Clock.GetUtcNow().AddDays(1)));

        Assert.Empty(report.Differences);
        Assert.Equal(world.Clock.GetUtcNow() - CompareAccount.Grace, report.Run.To);
    }

    [Fact]
    public async Task Days_that_have_not_begun_are_not_compared_and_nothing_is_thought_gone()
    {
        await using var world = await World.CreateAsync();
        await world.PaidAsync(await world.InvoiceAsync(12_50), 12_50);
        var missing = Assert.Single((await world.CompareAsync()).Differences);
        var now = world.Clock.GetUtcNow();
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        var report = await world.CompareThenAsync(new StatementWindow(now.AddMinutes(-5), now.AddDays(1)));

        Assert.Equal((ComparisonOutcome.NotCompared, 0), (report.Run.Outcome, report.Run.Resolved));
        Assert.Equal(DifferenceState.Open, (await world.DifferenceAsync(missing.Id)).State);
    }

    [Fact]
    public async Task Another_amount_or_currency_is_a_difference()
    {
        await using var world = await World.CreateAsync();
        world.Lists(await world.PaidAsync(await world.InvoiceAsync(12_50), 12_50), amount: 12_51);
        var euros = await world.PaidAsync(await world.InvoiceAsync(9_00), 9_00);
        world.Processor.Movements.Add(new Movement.In(euros.MoneyReference!, new Money(9_00, Currency.Parse("EUR")), euros.SettledAt!.Value, euros.Id, PaymentMethod.Card, null));

        var report = await world.CompareAsync();

        Assert.Equal([DifferenceKind.OtherAmount, DifferenceKind.OtherAmount], report.Differences.Select(d => d.Kind));
    }

    [Fact]
    public async Task A_payment_that_was_paid_twice_there_is_money_that_nobody_knows()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(await world.InvoiceAsync(12_50), 12_50);
        world.Lists(payment);
        world.Processor.Movements.Add(new Movement.In("sbp_second", payment.Amount, payment.SettledAt!.Value, payment.Id, PaymentMethod.Card, null));

        var second = Assert.Single((await world.CompareAsync()).Differences);

        Assert.Equal((DifferenceKind.UnknownPayment, "sbp_second", payment.Id), (second.Kind, second.Reference, second.PaymentId));
    }

    [Fact]
    public async Task A_refund_made_past_us_whose_news_was_lost_is_put_into_the_books()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.PaidAsync(id, 12_50);
        world.Lists(payment);
        world.Processor.Movements.Add(new Movement.Back("sbr_past_us", new Money(2_50, Currency.Usd), world.Clock.GetUtcNow(), null, payment.MoneyReference, RefundState.Succeeded));

        var report = await world.CompareAsync();

        Assert.Single(report.Healed);
        Assert.Equal(ComparisonOutcome.Same, report.Run.Outcome);
        Assert.Equal(2_50, (await world.InvoiceAsync(id)).Refunded);
    }

    [Fact]
    public async Task A_refund_of_ours_that_did_not_happen_there_is_a_difference_and_one_that_waits_is_none()
    {
        await using var world = await World.CreateAsync();
        var payment = await world.PaidAsync(await world.InvoiceAsync(12_50), 12_50);
        world.Lists(payment);
        await world.GiveBackAsync(payment, 2_50);
        Assert.Equal(ComparisonOutcome.Same, (await world.CompareAsync()).Run.Outcome);    // asked for, and not done

        await world.DrainAsync();
        var missing = Assert.Single((await world.CompareAsync()).Differences);

        var refund = await world.RefundAsync(payment.Id);
        Assert.Equal((DifferenceKind.MissingRefund, refund.Id, refund.ProcessorReference), (missing.Kind, missing.RefundId, missing.Reference));

        world.Processor.Movements.Add(new Movement.Back(refund.ProcessorReference!, refund.Amount, refund.RequestedAt, refund.Id, payment.MoneyReference, RefundState.Succeeded));
        Assert.Equal((0, 1), ((await world.CompareAsync()).Differences.Count, await world.ReadAsync(db => db.Differences.CountAsync(d => d.State == DifferenceState.Resolved, Ct))));
    }

    [Fact]
    public async Task A_refund_that_a_bank_sent_back_is_put_right()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(12_50);
        var payment = await world.PaidAsync(id, 12_50);
        world.Lists(payment);
        await world.GiveBackAsync(payment, 2_50);
        await world.DrainAsync();
        var refund = await world.RefundAsync(payment.Id);
        world.Processor.Movements.Add(new Movement.Back(refund.ProcessorReference!, refund.Amount, refund.RequestedAt, refund.Id, payment.MoneyReference, RefundState.Failed));

        Assert.Equal([$"{refund.Id}"], (await world.CompareAsync()).Healed);

        Assert.Equal((RefundStatus.Failed, 0L), ((await world.RefundAsync(payment.Id)).Status, (await world.InvoiceAsync(id)).Refunded));
    }

    [Fact]
    public async Task Money_that_nobody_knows_and_that_all_went_back_waits_for_nobody()
    {
        await using var world = await World.CreateAsync();
        var known = await world.ForeignDifferenceAsync();
        world.Processor.Movements.Add(new Movement.Back("sbr_1", new Money(12_50, Currency.Usd), world.Clock.GetUtcNow(), null, "sbp_foreign", RefundState.Succeeded));

        var report = await world.CompareAsync();

        Assert.Empty(report.Differences);
        Assert.Equal(DifferenceState.Resolved, (await world.DifferenceAsync(known.Id)).State);
    }

    [Fact]
    public async Task A_refund_of_nothing_that_is_known_is_a_difference()
    {
        await using var world = await World.CreateAsync();
        world.Processor.Movements.Add(new Movement.Back("sbr_1", new Money(12_50, Currency.Usd), world.Clock.GetUtcNow(), null, "sbp_elsewhere", RefundState.Succeeded));
        Assert.Equal(DifferenceKind.UnknownRefund, Assert.Single((await world.CompareAsync()).Differences).Kind);
    }

    [Fact]
    public async Task Where_other_systems_share_the_account_only_money_with_our_mark_can_be_unknown()
    {
        await using var world = await World.CreateAsync(with: services => services.Configure<ReconciliationOptions>(options => options.SharedAccounts = true));
        var theirs = world.ListsForeign();
        world.Processor.Movements.Add(new Movement.Back("sbr_1", theirs.Amount, theirs.At, null, "sbp_other", RefundState.Succeeded));
        world.Processor.Movements.Add(theirs with { Reference = "sbp_marked", Id = PaymentId.New(world.Get<IdSource>()) });

        var report = await world.CompareAsync();

        Assert.Equal("sbp_marked", Assert.Single(report.Differences).Reference);
        Assert.Equal(2, Assert.Single(report.Run.Sums).PaymentsThere);    // counted all the same
    }

    [Fact]
    public async Task What_is_gone_closes_by_itself_and_found_again_it_is_open_again()
    {
        await using var world = await World.CreateAsync();
        var difference = await world.ForeignDifferenceAsync();
        var movement = world.Processor.Movements[0];
        world.Processor.Movements.Clear();

        Assert.Equal(1, (await world.CompareAsync()).Run.Resolved);
        Assert.Equal(DifferenceState.Resolved, (await world.DifferenceAsync(difference.Id)).State);

        world.Processor.Movements.Add(movement);
        await world.CompareAsync();
        Assert.Equal([DifferenceState.Open, DifferenceState.Resolved, DifferenceState.Open], (await world.DifferenceAsync(difference.Id)).Steps.Select(s => s.State));
    }

    [Fact]
    public async Task Differences_are_on_the_attention_list_of_their_merchant_until_somebody_settled_them()
    {
        await using var world = await World.CreateAsync();
        var difference = await world.ForeignDifferenceAsync();
        await world.PaidAsync(await world.InvoiceAsync(12_50), 12_50);
        var other = await world.MerchantAsync();
        var missing = (await world.CompareAsync()).Differences.Single(d => d.Kind == DifferenceKind.MissingPayment);

        Assert.Equal((1, 1), Assert.Single(await WorriesAsync(world.Caller)) is var worry ? (worry.Unknown, worry.Missing) : default);
        Assert.Empty(await WorriesAsync(other.Caller));
        Assert.Empty(await WorriesAsync(world.Caller with { Mode = Mode.Live }));

        await world.MarkAsync(difference, "Our shop");
        await world.MarkAsync(missing, "Paid out by hand");
        Assert.Empty(await WorriesAsync(world.Caller));

        async Task<IEnumerable<Worry.MoneyDiffers>> WorriesAsync(PayPage.UseCases.Caller caller) =>
            (await world.UseAsync<FindWorries, IReadOnlyList<Worry>>(find => find.HandleAsync(10, caller, Ct))).OfType<Worry.MoneyDiffers>();
    }

    [Fact]
    public async Task Each_account_is_compared_once_a_night_and_again_in_an_hour_where_the_processor_did_not_answer()
    {
        await using var world = await World.CreateAsync();
        Assert.Equal(0, await DueAsync());    // the first time only sets the night

        world.Clock.Advance(TimeSpan.FromHours(13).Add(TimeSpan.FromMinutes(29)));    // 12:00 UTC is 13:00 in Amsterdam; half past two there
        Assert.Equal(0, await DueAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        world.Processor.OnStatement = _ => new StatementPage.NoAnswer();
        Assert.Equal((1, 0), (await DueAsync(), await DueAsync()));

        world.Clock.Advance(CompareDue.AgainAfter);
        world.Processor.OnStatement = null;
        Assert.Equal((1, 0), (await DueAsync(), await DueAsync()));

        var run = await world.ReadAsync(db => db.Comparisons.AsNoTracking().OrderByDescending(c => c.At).FirstAsync(Ct));
        Assert.Equal((new DateTimeOffset(2026, 11, 18, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 21, 23, 0, 0, TimeSpan.Zero)), (run.From, run.To));    // whole days in Amsterdam

        Task<int> DueAsync() => world.UseAsync<CompareDue, int>(due => due.HandleAsync(Ct));
    }
}
