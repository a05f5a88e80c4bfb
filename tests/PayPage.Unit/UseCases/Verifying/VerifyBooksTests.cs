using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;
using PayPage.Unit.UseCases.Refunds;
using PayPage.UseCases.Verifying;

namespace PayPage.Unit.UseCases.Verifying;

/// <summary>Real books that are damaged past the product, by SQL: each damage is named.</summary>
public sealed class VerifyBooksTests
{
    public static TheoryData<string> Kinds => TestDatabase.Kinds;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Books_that_nobody_damaged_are_right(string kind)
    {
        await using var world = await ShopAsync(kind);
        var report = await VerifyAsync(world);

        Assert.Empty(report.Broken);
        Assert.Equal((4, 4, 1), (report.Invoices, report.Payments, report.Refunds));
        Assert.Equal(8, Assert.Single(report.Ledger).Value);    // three payments and a refund, two entries each
    }

    /// <param name="sql">What somebody did. For each <c>{paid}</c>, <c>{open}</c>, <c>{late}</c> the place of that payment or its invoice.</param>
    [Theory]
    [InlineData(BookRules.LedgerBalances, "UPDATE Ledger SET Amount_Minor = Amount_Minor + 1 WHERE Account = 'AtProcessor'")]
    [InlineData(BookRules.LedgerBalances, "UPDATE Ledger SET Posting = 'pay_none' WHERE Account = 'InvoiceRefunded'")]
    [InlineData(BookRules.InvoiceSums, "UPDATE Invoices SET Paid = Paid - 1 WHERE Number = 'PAID'")]
    [InlineData(BookRules.InvoiceSums, "UPDATE Invoices SET Refunded = 1 WHERE Number = 'LATE'")]
    [InlineData(BookRules.InvoiceSums, "UPDATE Invoices SET Reserved = 0 WHERE Number = 'OPEN'")]
    [InlineData(BookRules.InvoiceSums, "UPDATE Invoices SET Total = 1 WHERE Number = 'PAID'")]
    [InlineData(BookRules.InvoiceSums, "UPDATE Invoices SET Stage = 'Draft' WHERE Number = 'PAID'")]
    [InlineData(MoneyRules.Payments, "UPDATE Payments SET Status = 'Failed' WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'PAID')")]
    [InlineData(MoneyRules.Payments, "UPDATE Payments SET Status = 'Succeeded' WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'OPEN')")]
    [InlineData(MoneyRules.Payments, "UPDATE Payments SET GivenBack = GivenBack + 1 WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'PAID')")]
    [InlineData(MoneyRules.Payments, "UPDATE Payments SET Disputed = 1 WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'PAID')")]
    [InlineData(MoneyRules.Refunds, "UPDATE Refunds SET Status = 'Pending'")]
    [InlineData(MoneyRules.Refunds, "UPDATE Refunds SET Amount_Minor = Amount_Minor + 1")]
    [InlineData(MoneyRules.Overpayments, "UPDATE Payments SET Stray = 'None' WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'LATE')")]
    [InlineData(MoneyRules.Overpayments, "UPDATE Audit SET Detail = 'Late; Refund' WHERE Kind = 'StrayMoney'")]
    [InlineData(MoneyRules.Overpayments, "DELETE FROM Audit WHERE Kind = 'StrayMoney'")]
    [InlineData(ToldRules.Name, "DELETE FROM Receipts")]
    [InlineData(ToldRules.Name, "DELETE FROM Outbox WHERE Kind = 'ConfirmationMail'")]
    [InlineData(ToldRules.Name, "UPDATE Events SET PaymentId = NULL WHERE Type IN ('InvoicePaid', 'InvoicePartiallyPaid')")]
    [InlineData(ToldRules.Name, "UPDATE Payments SET Status = 'Canceled' WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'PAID')")]
    [InlineData(WatchRules.Name, "UPDATE Payments SET NextCheckAt = NULL WHERE Status = 'Submitted'")]
    [InlineData(WatchRules.Name, "UPDATE Payments SET PreparedAt = '2026-10-01 12:00:00' WHERE Status = 'Submitted'")]
    [InlineData(HistoryRules.Name, "DELETE FROM Audit WHERE Kind = 'PaymentSucceeded'")]
    [InlineData(HistoryRules.Name, "UPDATE Audit SET Kind = 'PaymentCanceled' WHERE Kind = 'PaymentSucceeded'")]
    [InlineData(HistoryRules.Name, "UPDATE Invoices SET Stage = 'Canceled' WHERE Number = 'OPEN'")]
    [InlineData(HistoryRules.Name, "UPDATE Invoices SET IssuedAt = NULL WHERE Number = 'OPEN'")]
    [InlineData(BookRules.Currencies, "UPDATE Payments SET Amount_Currency = 'EUR' WHERE Status = 'Submitted'")]
    [InlineData(BookRules.Currencies, "UPDATE Refunds SET Amount_Currency = 'EUR'")]
    [InlineData(BookRules.Currencies, "UPDATE Ledger SET Amount_Currency = 'EUR' WHERE Account = 'InvoiceRefunded'")]
    [InlineData(BookRules.Currencies, "UPDATE Payments SET Amount_Minor = 0 WHERE Status = 'Submitted'")]
    [InlineData(BookRules.Owners, "UPDATE Payments SET Mode = 'Live' WHERE Status = 'Submitted'")]
    [InlineData(BookRules.Owners, "UPDATE Ledger SET Mode = 'Live' WHERE Account = 'InvoiceRefunded'")]
    [InlineData(LinkRules.Name, "UPDATE Links SET Status = 'Active' WHERE Status = 'Used'")]
    [InlineData(LinkRules.Name, "UPDATE Links SET Status = 'Expired' WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'OPEN')")]
    [InlineData(LinkRules.Name, "UPDATE Links SET RevokedAt = '2026-11-01 12:00:00' WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'OPEN')")]
    [InlineData(LinkRules.Name, "UPDATE Links SET Status = 'Used' WHERE InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'OPEN')")]
    public async Task Each_damage_is_found_and_named(string rule, string sql)
    {
        await using var world = await ShopAsync("Sqlite");
        await DamageAsync(world, sql);

        var report = await VerifyAsync(world);

        Assert.Contains(report.Broken, b => b.Rule == rule);
        Assert.True(report.BrokenOf(rule) > 0);
        Assert.All(report.Broken, b => Assert.True(b.Expected != b.Found && b.Id.Length > 0, $"{b}"));
    }

    [Fact]
    public async Task Disputed_money_that_the_ledger_does_not_explain_is_found()
    {
        await using var world = await ShopAsync("Sqlite");
        var payment = await world.ReadAsync(db => db.Payments.AsNoTracking().FirstAsync(p => p.Status == PaymentStatus.Succeeded && p.GivenBack == 0, Ct));
        await world.UseAsync<PayPage.UseCases.Disputes.RecordDispute, PayPage.Domain.Inbox.InboxVerdict>(record => record.HandleAsync(
            new DisputeNews("dp_1", payment.MoneyReference!, DisputeState.NeedsAnswer, payment.Amount, "fraudulent", null), world.Account, null, Ct));
        Assert.Empty((await VerifyAsync(world)).Broken);

        await DamageAsync(world, "UPDATE Disputes SET State = 'Won'");

        Assert.Contains((await VerifyAsync(world)).Broken, b => b.Rule == MoneyRules.Disputes);
    }

    [Fact]
    public async Task A_payment_begun_through_a_link_that_was_spent_is_found()
    {
        await using var world = await ShopAsync("Sqlite");
        await DamageAsync(world, """
            UPDATE Payments SET LinkId = (SELECT Id FROM Links WHERE Status = 'Used' AND InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'PAID')),
                InvoiceId = (SELECT Id FROM Invoices WHERE Number = 'PAID'), PreparedAt = '2026-11-21 23:00:00' WHERE Status = 'Submitted'
            """);
        Assert.Contains((await VerifyAsync(world)).Broken, b => b.Rule == LinkRules.Name && b.Found.Contains("2026-11-21 23:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_invoices_than_a_page_holds_are_all_looked_at()
    {
        await using var world = await World.CreateAsync();

        for (var i = 0; i < 205; i++)
        {
            await world.InvoiceAsync(1_00, number: $"N-{i}");
        }

        await DamageAsync(world, "UPDATE Invoices SET Paid = 1 WHERE Number IN ('N-0', 'N-204')");
        var report = await VerifyAsync(world);
        Assert.Equal((205, 2), (report.Invoices, report.BrokenCount));
    }

    [Fact]
    public async Task The_books_are_checked_once_a_night_by_whoever_comes_first_and_by_another_where_he_died()
    {
        await using var world = await ShopAsync("Sqlite");
        world.Clock.Advance(world.Clock.GetUtcNow().Date.AddDays(1).AddHours(1) - world.Clock.GetUtcNow().DateTime);
        Assert.False(await NightlyAsync(world));    // too early
        world.Clock.Advance(TimeSpan.FromHours(1));
        await DamageAsync(world, "UPDATE Invoices SET Paid = Paid - 1 WHERE Number = 'PAID'");

        var both = await Task.WhenAll(NightlyAsync(world), NightlyAsync(world));

        Assert.Single(both, first => first);
        var check = await world.ReadAsync(db => db.BooksChecks.AsNoTracking().SingleAsync(Ct));
        Assert.Equal((4L, world.Clock.GetUtcNow()), (check.Invoices, check.FinishedAt));
        Assert.Equal(1, check.Broken);
        Assert.StartsWith("invoice-sums: inv_", check.Findings, StringComparison.Ordinal);

        await DamageAsync(world, "UPDATE BooksChecks SET FinishedAt = NULL");
        Assert.False(await NightlyAsync(world));    // he may be at work still
        world.Clock.Advance(TimeSpan.FromHours(4));
        Assert.True(await NightlyAsync(world));
        Assert.Equal(1, await world.ReadAsync(db => db.BooksChecks.CountAsync(c => c.FinishedAt != null, Ct)));
    }

    [Fact]
    public async Task Nothing_that_goes_on_meanwhile_looks_broken()
    {
        await using var world = await World.CreateAsync();
        var invoices = new List<PayPage.Domain.Invoices.InvoiceId>();

        for (var i = 0; i < 6; i++)
        {
            invoices.Add(await world.InvoiceAsync(10_00));
        }

        var work = Task.Run(
            async () =>
            {
                foreach (var invoice in invoices)
                {
                    var payment = await world.PaidAsync(invoice, 10_00);
                    await world.GiveBackAsync(payment, 1_00);
                }
            },
            Ct);
        var looked = 0;

        do
        {
            Assert.Empty((await VerifyAsync(world)).Broken);
            looked++;
        }
        while (!work.IsCompleted);

        await work;
        Assert.True(looked > 1);
    }

    /// <summary>An invoice that is paid and given back in part, one that was paid late, one that is being paid, and one that nobody touched.</summary>
    private static async Task<World> ShopAsync(string kind)
    {
        var world = await World.CreateAsync(kind);
        var paid = await world.PaidAsync(await world.InvoiceAsync(12_50, number: "PAID"), 12_50);
        await world.GiveBackAsync(paid, 2_50);
        var late = await world.OpenPaymentAsync(await world.InvoiceAsync(20_00, number: "LATE"), 20_00);
        await world.RecordAsync(late, ProcessorState.Expired);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RecordAsync(late, ProcessorState.Succeeded);
        var parts = await world.InvoiceAsync(30_00, number: "PARTS");
        await world.PaidAsync(parts, 10_00);
        await world.DrainAsync();
        var open = await world.OpenPaymentAsync(await world.InvoiceAsync(7_00, number: "OPEN"), 7_00);
        Assert.Equal(PaymentStatus.Submitted, open.Status);
        return world;
    }

    private static Task<BooksReport> VerifyAsync(World world) => world.UseAsync<VerifyBooks, BooksReport>(verify => verify.HandleAsync(Ct));

    private static Task<bool> NightlyAsync(World world) => world.UseAsync<VerifyNightly, bool>(verify => verify.HandleAsync(Ct));

    private static async Task DamageAsync(World world, string sql)
    {
        await using var db = world.Database.Open();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", Ct);
        Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql, Ct));
    }
}
