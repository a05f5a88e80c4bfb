using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Audit;
using PayPage.Domain.Invoices;
using PayPage.Domain.Ledger;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;
using PayPage.Domain.Payments;
using PayPage.Domain.Receipts;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Payments;
using Outcome = PayPage.UseCases.Payments.RecordOutsidePayment.Outcome;

namespace PayPage.Unit.UseCases.Payments;

public sealed class RecordOutsidePaymentTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Cash_pays_an_invoice_as_a_card_does_through_an_account_of_its_own(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(12_50, number: "O-1");

        var recorded = Assert.IsType<Outcome.Recorded>(await RecordAsync(world, 12_50));

        var invoice = await world.InvoiceAsync(id);
        var payment = await world.ReadAsync(db => db.Payments.SingleAsync(Ct));
        Assert.Equal((12_50, 0), (invoice.Paid, invoice.Reserved));
        Assert.Equal((PaymentStatus.Succeeded, "Cash", recorded.Reference), (payment.Status, payment.Instrument, payment.Reference));
        Assert.Equal(
            [(LedgerAccount.Outside, 12_50), (LedgerAccount.InvoicePaid, -12_50)],
            await world.ReadAsync(async db => (await db.Ledger.ToListAsync(Ct)).Select(e => (e.Account, e.Amount.Minor)).OrderBy(e => e.Account)));
        Assert.Equal(LinkStatus.Closed, (await world.LinkAsync((await world.LinkOfAsync(id)).Id)).Status);
        Assert.Equal(
            [OutboxKind.ReceiptMail, OutboxKind.ConfirmationMail],
            await world.ReadAsync(async db => (await db.Outbox.Select(m => m.Kind).ToListAsync(Ct)).Order().ToList()));
    }

    [Fact]
    public async Task The_receipt_says_how_and_on_which_day_the_money_came()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "O-1");

        await RecordAsync(world, 12_50, new OutsideMeans(OutsideKind.Cheque, "100234"), Today.AddDays(-3));

        var facts = ReceiptFactsText.Read(await world.ReadAsync(db => db.Receipts.Select(r => r.Facts).SingleAsync(Ct)));
        Assert.Equal("Cheque 100234", facts.Instrument);
        Assert.Equal(new DateTimeOffset(2026, 11, 18, 12, 0, 0, TimeSpan.FromHours(1)), facts.PaidAt);    // noon in Amsterdam
        Assert.Equal((0, 12_50), (facts.Left.Minor, facts.Amount.Minor));
    }

    [Fact]
    public async Task A_form_that_comes_back_with_other_figures_is_no_repetition()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "O-1");
        var payment = PaymentId.New(world.Get<IdSource>());
        var first = Assert.IsType<Outcome.Recorded>(await RecordAsync(world, 10_00, id: payment));

        Assert.Equal(first, await RecordAsync(world, 10_00, id: payment));
        Assert.Equal(new Outcome.RecordedOther(first.Reference, new Money(10_00, Currency.Usd)), await RecordAsync(world, 55_00, id: payment));
        Assert.IsType<Outcome.RecordedOther>(await RecordAsync(world, 10_00, new OutsideMeans(OutsideKind.Cheque, "7"), id: payment));
        Assert.Equal(10_00, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task A_part_leaves_the_customers_link_good_for_the_rest_and_the_receipt_carries_it()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "O-1");
        var (_, token) = await world.LinkOfAsync(id);

        await RecordAsync(world, 60_00);
        await world.DrainAsync();

        Assert.Contains(token, Assert.Single(world.Mail.Sent, mail => mail.To == "tanya@example.com").Text, StringComparison.Ordinal);
        await world.RecordAsync(await world.OpenPaymentAsync(id, 40_00), ProcessorState.Succeeded);
        Assert.Equal(100_00, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task The_customer_gets_no_mail_where_the_merchant_says_so_but_the_merchant_does()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(12_50, number: "O-1");

        await RecordAsync(world, 12_50, tells: false);

        Assert.Equal(OutboxKind.ConfirmationMail, await world.ReadAsync(db => db.Outbox.Select(m => m.Kind).SingleAsync(Ct)));
        Assert.Equal(1, await world.ReadAsync(db => db.Receipts.CountAsync(Ct)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_form_sent_five_times_records_once(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(100_00, number: "O-1");
        var payment = NewId(world);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => RecordAsync(world, 10_00, id: payment), Ct)));

        Assert.Single(outcomes.Select(o => Assert.IsType<Outcome.Recorded>(o).Reference).Distinct());
        Assert.Equal(10_00, (await world.InvoiceAsync(id)).Paid);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_colleagues_who_record_the_same_cheque_at_once_record_it_once_unless_they_insist(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(100_00, number: "O-1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => RecordAsync(world, 10_00), Ct)));

        var recorded = Assert.Single(outcomes.OfType<Outcome.Recorded>());
        Assert.Equal(recorded.Reference, Assert.Single(outcomes.OfType<Outcome.LooksRecorded>()).Reference);
        Assert.Equal(10_00, (await world.InvoiceAsync(id)).Paid);

        Assert.IsType<Outcome.Recorded>(await RecordAsync(world, 10_00, isAnother: true));
        Assert.Equal(20_00, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task What_a_card_payment_holds_is_not_given_away_and_nobody_pays_twice()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "O-1");
        var card = await world.OpenPaymentAsync(id, 70_00);

        var refused = Assert.IsType<Outcome.NoRoom>(await RecordAsync(world, 100_00));
        Assert.Equal((30_00, 70_00), (refused.Available.Minor, refused.Held.Minor));
        Assert.IsType<Outcome.Recorded>(await RecordAsync(world, 30_00));
        await world.RecordAsync(card, ProcessorState.Succeeded);

        Assert.Equal((100_00, 0), ((await world.InvoiceAsync(id)).Paid, (await world.InvoiceAsync(id)).Reserved));
        Assert.Equal(StrayMoney.None, (await world.PaymentAsync(card.Id)).Stray);
        Assert.Equal(LinkStatus.Used, (await world.LinkAsync(card.LinkId!.Value)).Status);    // it was begun through one
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Cash_and_a_card_for_the_same_sum_at_once_never_come_to_more_than_the_invoice(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(100_00, number: "O-1");
        var (_, token) = await world.LinkOfAsync(id);

        await Task.WhenAll(Task.Run(() => RecordAsync(world, 100_00), Ct), Task.Run(() => world.StartAsync(token, 100_00), Ct));

        var invoice = await world.InvoiceAsync(id);
        Assert.Equal(100_00, invoice.Paid + invoice.Reserved);
        Assert.Equal(invoice.Paid, await world.ReadAsync(async db => (await db.Ledger.ToListAsync(Ct)).Where(e => e.Account == LedgerAccount.InvoicePaid).Sum(e => -e.Amount.Minor)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_a_cancellation_and_cash_at_once_one_wins(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        var id = await world.InvoiceAsync(100_00, number: "O-1");

        var cancel = Task.Run(() => world.UseAsync<CancelInvoice, CancelInvoice.Outcome>(c => c.HandleAsync("O-1", world.Caller, Ct)), Ct);
        var record = Task.Run(() => RecordAsync(world, 10_00), Ct);
        await Task.WhenAll(cancel, record);

        var isCanceled = (await world.InvoiceAsync(id)).Stage == InvoiceStage.Canceled;
        Assert.Equal(isCanceled ? CancelInvoice.Outcome.Canceled : CancelInvoice.Outcome.Paid, await cancel);
        Assert.Equal(isCanceled ? 0 : 10_00, (await world.InvoiceAsync(id)).Paid);
        Assert.Equal(isCanceled, await record is Outcome.NotPayable { Stage: InvoiceStage.Canceled });
    }

    [Fact]
    public async Task An_amount_below_the_minimum_is_money_all_the_same_and_the_rest_can_be_paid()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(100_00, number: "O-1", parts: false);

        Assert.IsType<Outcome.Recorded>(await RecordAsync(world, 99_99));
        await world.RecordAsync(await world.OpenPaymentAsync(id, 1), ProcessorState.Succeeded);

        Assert.Equal(100_00, (await world.InvoiceAsync(id)).Paid);
    }

    [Fact]
    public async Task Drafts_paid_ones_and_foreign_ones_take_no_money()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00, number: "D-1", publish: false);
        await world.InvoiceAsync(10_00, number: "O-1");
        var paid = NewId(world);
        await RecordAsync(world, 10_00, id: paid);
        await world.InvoiceAsync(10_00, number: "O-2");
        var (stranger, _) = await world.MerchantAsync();

        Assert.Equal(new Outcome.NotPayable(InvoiceStage.Draft), await RecordAsync(world, 10_00, number: "D-1"));
        Assert.Equal(0, Assert.IsType<Outcome.NoRoom>(await RecordAsync(world, 10_00, isAnother: true)).Available.Minor);
        Assert.IsType<Outcome.NoSuchInvoice>(await RecordAsync(world, 10_00, caller: stranger));
        Assert.IsType<Outcome.NoSuchInvoice>(await RecordAsync(world, 10_00, id: paid, number: "O-2"));
    }

    [Fact]
    public async Task Who_recorded_it_stands_in_the_history()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00, number: "O-1");

        await RecordAsync(world, 10_00, caller: world.Caller with { Actor = "usr_ann" });

        Assert.Equal("usr_ann", await world.ReadAsync(db => db.Audit.Where(e => e.Kind == AuditKind.PaymentSucceeded).Select(e => e.Actor).SingleAsync(Ct)));
    }

    private static PaymentId NewId(World world) => PaymentId.New(world.Get<IdSource>());

    private static Task<Outcome> RecordAsync(
        World world, long amount, OutsideMeans? means = null, DateOnly? on = null, bool tells = true, bool isAnother = false, PaymentId? id = null,
        string number = "O-1", Caller? caller = null) =>
        world.UseAsync<RecordOutsidePayment, Outcome>(record => record.HandleAsync(
            new RecordOutsidePayment.Wish(number, id ?? NewId(world), amount, means ?? new OutsideMeans(OutsideKind.Cash, null), on ?? Today, tells, isAnother),
            caller ?? world.Caller, Ct));
}
