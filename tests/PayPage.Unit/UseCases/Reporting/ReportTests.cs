using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Reports;
using PayPage.Unit.Support;
using PayPage.UseCases.Invoices;
using PayPage.UseCases.Reporting;

namespace PayPage.Unit.UseCases.Reporting;

/// <summary>The merchant is in Amsterdam, and it is noon UTC of 21 November 2026.</summary>
public sealed class ReportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_invoices_has_the_names_of_its_columns_and_a_line_for_each()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(241_00, number: "INV-7", mail: true);
        await world.DrainAsync();
        await PayAsync(world, id, 41_00);

        var file = await FileAsync(world, ReportKind.Invoices);

        Assert.Equal(
            "\uFEFFnumber,status,customer,company,currency,total,paid,outstanding,due_date,created_at\r\n"
            + "INV-7,partial,Tanya Lee,,USD,241.00,41.00,200.00,2026-12-01,2026-11-21T13:00:00+01:00\r\n",
            file);
    }

    [Fact]
    public async Task A_customers_formula_is_a_name_in_the_file_and_stays_as_it_is_in_the_books()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00, number: "=1+1");
        await world.ReadAsync(db => db.Invoices.ExecuteUpdateAsync(set => set.SetProperty(i => i.BillTo.CompanyName, "@SUM(A1:A9),\"x\""), Ct));

        var file = await FileAsync(world, ReportKind.Invoices, ("columns", "number,company,total"));

        Assert.Equal("'=1+1,\"'@SUM(A1:A9),\"\"x\"\"\",10.00", file.Split("\r\n")[1].Replace("INV-", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Payments_are_told_by_the_day_on_which_their_money_came()
    {
        await using var world = await World.CreateAsync();
        var id = await world.InvoiceAsync(241_00, number: "INV-7");
        await PayAsync(world, id, 41_00);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await PayAsync(world, id, 100_00);
        await world.RecordAsync(await world.OpenPaymentAsync(id, 50_00), ProcessorState.Declined);

        var today = await LinesAsync(world, ReportKind.Payments, ("from", "2026-11-22"), ("columns", "invoice,amount,status"));
        var begun = await LinesAsync(world, ReportKind.Payments, ("by", "created"), ("columns", "invoice,amount,status"));

        Assert.Equal(["succeeded,INV-7,100.00"], today);
        Assert.Equal(["succeeded,INV-7,41.00", "succeeded,INV-7,100.00", "failed,INV-7,50.00"], begun);
    }

    [Fact]
    public async Task A_day_begins_and_ends_at_the_merchants_midnight()
    {
        await using var world = await World.CreateAsync();
        world.Clock.Advance(new DateTimeOffset(2026, 11, 21, 22, 59, 59, TimeSpan.Zero) - world.Clock.GetUtcNow());
        await world.InvoiceAsync(1_00, number: "LAST");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.InvoiceAsync(1_00, number: "FIRST");

        Assert.Equal(["LAST"], await LinesAsync(world, ReportKind.Invoices, ("to", "2026-11-21"), ("columns", "number")));
        Assert.Equal(["FIRST"], await LinesAsync(world, ReportKind.Invoices, ("from", "2026-11-22"), ("columns", "number")));
    }

    [Fact]
    public async Task Refunds_are_told_with_the_payment_that_they_give_back()
    {
        await using var world = await World.CreateAsync(policy: PayPage.Domain.Merchants.StrayMoneyPolicy.Refund);
        var id = await world.InvoiceAsync(241_00, number: "INV-7");
        var payment = await world.OpenPaymentAsync(id, 241_00);
        await world.RecordAsync(payment, ProcessorState.Expired);
        await world.RecordAsync(payment, ProcessorState.Succeeded);    // late: it goes back

        Assert.Equal(
            [$"{(await world.PaymentAsync(payment.Id)).Reference},requested,INV-7,241.00"],
            await LinesAsync(world, ReportKind.Refunds, ("columns", "payment,status,invoice,amount")));
    }

    [Fact]
    public async Task Sums_keep_currencies_apart_and_test_and_live_and_merchants_too()
    {
        await using var world = await World.CreateAsync();
        var (other, _) = await world.MerchantAsync();
        await world.InvoiceAsync(241_00, number: "A");
        await world.InvoiceAsync(9_00, number: "B", publish: false);
        await YenAsync(world, 1200);
        await world.InvoiceAsync(777_00, caller: other);
        await world.InvoiceAsync(888_00, caller: world.Caller with { Mode = Mode.Live });

        var shown = await PreviewAsync(world, ReportKind.Invoices);

        Assert.Equal([("JPY", 1, 1200L, 1200L), ("USD", 2, 250_00L, 241_00L)], shown.Sums.Select(s => (s.Currency.Code, s.Count, s.Sums[0], s.Sums[2])));
        Assert.Equal(3, shown.Lines.Count);
        Assert.Equal(new DateOnly(2026, 11, 1), Assert.Single(shown.Months).First);
    }

    [Fact]
    public async Task Months_are_cut_where_the_range_is()
    {
        await using var world = await World.CreateAsync();

        for (var day = 0; day < 70; day += 10)
        {
            await world.InvoiceAsync(1_00, due: new DateOnly(2026, 12, 1).AddDays(day));
        }

        var shown = await PreviewAsync(world, ReportKind.Invoices, ("by", "due"), ("from", "2026-12-10"), ("to", "2027-01-15"));

        // Due on 11, 21 and 31 December and on 10 January.
        Assert.Equal([(1, 1), (12, 3)], shown.Months.Select(month => (month.First.Month, month.Sums[0].Count)));
        Assert.Equal(4, shown.Found);
    }

    [Theory]
    [InlineData("search", "tanya", 3)]
    [InlineData("search", "nobody", 0)]
    [InlineData("status", "draft", 1)]
    [InlineData("status", "draft,created", 3)]
    [InlineData("currency", "eur", 0)]
    [InlineData("currency", "usd", 3)]
    public async Task Filters_hold_for_lines_and_sums_alike(string name, string value, int lines)
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(1_00);
        await world.InvoiceAsync(2_00);
        await world.InvoiceAsync(3_00, publish: false);

        Assert.Equal(lines, (await LinesAsync(world, ReportKind.Invoices, (name, value))).Count);
        Assert.Equal(lines, (await PreviewAsync(world, ReportKind.Invoices, (name, value))).Found);
    }

    [Theory]
    [InlineData("from", "21.11.2026")]
    [InlineData("to", "1026-11-21")]
    [InlineData("by", "paidd")]
    [InlineData("status", "sent,gone")]
    [InlineData("currency", "EURO")]
    [InlineData("columns", "number,secret")]
    public async Task What_cannot_be_read_is_named(string name, string value)
    {
        await using var world = await World.CreateAsync();

        Assert.Equal([name], (await WishAsync(world, ReportKind.Invoices, (name, value))).Faults.Keys);
    }

    [Fact]
    public async Task A_wish_is_the_same_after_it_was_written_and_read()
    {
        await using var world = await World.CreateAsync();
        var (wish, _) = await WishAsync(
            world, ReportKind.Invoices, ("search", "tulips & co"), ("by", "due"), ("from", "2026-01-01"), ("to", "2026-12-31"), ("status", "paid"), ("status", "sent"),
            ("currency", "usd"), ("columns", "total"), ("columns", "number"));

        var again = await world.UseAsync<ReadReport, ReportWish>(read => Task.FromResult(
            ReportQuery.Read(read.Of(ReportKind.Invoices), ReportQuery.Write(read.Of(ReportKind.Invoices), wish)).Wish));

        Assert.Equal(["number", "total"], again.Columns);
        Assert.Equal(["sent", "paid"], again.Statuses);
        Assert.Equal((wish.By, wish.From, wish.To, wish.Currency, "tulips & co"), (again.By, again.From, again.To, again.Currency, again.Search?.Whole));
    }

    /// <summary>Two thousand invoices of one instant, and more: every slice ends in the middle of what is alike.</summary>
    [Theory]
    [InlineData("created")]
    [InlineData("due")]
    public async Task Slices_leave_nothing_out_and_tell_nothing_twice(string by)
    {
        await using var world = await World.CreateAsync();

        for (var i = 0; i < 130; i++)
        {
            await world.InvoiceAsync(1_00, number: $"N-{i:000}", due: new DateOnly(2026, 12, 1).AddDays(i % 3));
        }

        var numbers = await world.UseAsync<ReadReport, List<string>>(async read =>
        {
            var report = read.Of(ReportKind.Invoices);
            var wish = ReportQuery.Read(report, [KeyValuePair.Create("by", by)]).Wish;
            var ground = new ReportGround(world.Caller, TimeZoneInfo.Utc, new DateOnly(2026, 11, 21));
            return await report.LinesAsync(wish, ground, slice: 7, Ct).Select(line => ((PayPage.UseCases.Reporting.InvoiceLine)line).Number).ToListAsync(Ct);
        });

        Assert.Equal(130, numbers.Count);
        Assert.Equal(130, numbers.Distinct().Count());
    }

    [Fact]
    public async Task A_reader_that_goes_away_stops_the_query()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(1_00);
        await world.InvoiceAsync(2_00);
        using var gone = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.UseAsync<ReadReport, bool>(async read =>
        {
            var report = read.Of(ReportKind.Invoices);
            var ground = new ReportGround(world.Caller, TimeZoneInfo.Utc, new DateOnly(2026, 11, 21));

            await foreach (var line in report.LinesAsync(ReportQuery.Read(report, []).Wish, ground, slice: 1, gone.Token))
            {
                Assert.NotNull(line);
                await gone.CancelAsync();
            }

            return true;
        }));
    }

    private static async Task PayAsync(World world, InvoiceId id, long amount) =>
        await world.RecordAsync(await world.OpenPaymentAsync(id, amount), ProcessorState.Succeeded);

    private static Task<CreateInvoice.Outcome> YenAsync(World world, long total) => world.UseAsync<CreateInvoice, CreateInvoice.Outcome>(create => create.HandleAsync(
        new NewInvoice
        {
            BillTo = new BillTo { Name = "Tanya Lee" },
            Currency = Currency.Jpy,
            Amounts = new InvoiceAmounts { Lines = total },
            Lines = [],
            Description = "Flowers",
            DueDate = new DateOnly(2026, 12, 1),
            Delivery = DeliveryMode.None,
            Publish = true,
        },
        world.Caller,
        Ct));

    private static Task<(ReportWish Wish, IReadOnlyDictionary<string, string> Faults)> WishAsync(World world, ReportKind kind, params (string Name, string Value)[] typed) =>
        world.UseAsync<ReadReport, (ReportWish, IReadOnlyDictionary<string, string>)>(read =>
            Task.FromResult(ReportQuery.Read(read.Of(kind), typed.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))));

    private static async Task<ReportPreview> PreviewAsync(World world, ReportKind kind, params (string Name, string Value)[] typed)
    {
        var (wish, _) = await WishAsync(world, kind, typed);
        return await world.UseAsync<ReadReport, ReportPreview>(read => read.PreviewAsync(wish, world.Caller, Ct));
    }

    private static async Task<string> FileAsync(World world, ReportKind kind, params (string Name, string Value)[] typed)
    {
        var (wish, _) = await WishAsync(world, kind, typed);
        return await world.UseAsync<ReadReport, string>(async read =>
        {
            var file = new StringBuilder();

            await foreach (var line in ReportCsv.LinesAsync(read.ColumnsOf(wish), read.LinesAsync(wish, world.Caller, Ct), Ct))
            {
                file.Append(line);
            }

            return file.ToString();
        });
    }

    private static async Task<List<string>> LinesAsync(World world, ReportKind kind, params (string Name, string Value)[] typed) =>
        [.. (await FileAsync(world, kind, typed)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
}
