using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;
using PayPage.Hosting;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

/// <summary>The commands as operators run them: processes of their own, beside a running site on the same file.</summary>
public sealed class MoneyCommandsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_say_that_all_is_right_then_what_is_not_and_then_that_nobody_answers()
    {
        await using var site = new RunningSite();
        using var browser = await site.ReadyBrowserAsync(Ct);
        var merchant = await MerchantAsync(site);
        await site.AgeAsync(Ct);
        var invoices = await InvoicesAsync(site);

        var right = await RunAsync(site, browser.BaseAddress!, "reconcile", "--to", $"{DateTime.UtcNow.AddDays(1):yyyy-MM-dd}", "--from", $"{DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}");
        Assert.True(right.Code == 0, right.Text);
        Assert.Contains("no difference", right.Text, StringComparison.Ordinal);
        Assert.Contains("1 accounts compared; 0 differences, 0 healed, 0 not compared.", right.Text, StringComparison.Ordinal);
        Assert.Matches(@"payments: [1-9][0-9]* there over USD [0-9.]+, [1-9][0-9]* here over USD", right.Text);

        var books = await RunAsync(site, browser.BaseAddress!, "verify-books");
        Assert.True(books.Code == 0, books.Text);
        Assert.Contains($"{invoices} invoices, ", books.Text, StringComparison.Ordinal);
        Assert.Contains("The books are right.", books.Text, StringComparison.Ordinal);

        var id = await site.TakeAsync(merchant, "till-1", 12_50, Ct);
        await site.AgeAsync(Ct);
        var wrong = await RunAsync(site, browser.BaseAddress!, "reconcile", $"--from={DateTime.UtcNow.AddDays(-2):yyyy-MM-dd}", $"--to={DateTime.UtcNow.AddDays(1):yyyy-MM-dd}", $"--merchant={merchant}");
        Assert.True(wrong.Code == 1, wrong.Text);
        Assert.Contains($"DIFFERENCE UnknownPayment {id}: USD 12.50", wrong.Text, StringComparison.Ordinal);

        await using (var db = site.OpenDatabase())
        {
            await db.Invoices.Where(i => i.Number == "DEMO-SENT").ExecuteUpdateAsync(set => set.SetProperty(i => i.Reserved, 1), Ct);
        }

        var broken = await RunAsync(site, browser.BaseAddress!, "verify-books");
        Assert.True(broken.Code == 1, broken.Text);
        Assert.Contains("invoice-sums: BROKEN in 1 places", broken.Text, StringComparison.Ordinal);
        Assert.Matches("invoice-sums: inv_[0-9a-f]{32}: expected 0 held, as its open payments are, found 1", broken.Text);

        var silent = await RunAsync(site, new Uri("http://127.0.0.1:9/"), "reconcile");
        Assert.True(silent.Code == 2, silent.Text);
        Assert.Contains("NOT COMPARED: The processor did not answer.", silent.Text, StringComparison.Ordinal);
        Assert.Equal(invoices, await InvoicesAsync(site));    // they seed nothing
    }

    [Theory]
    [InlineData("--form 2026-11-30", "'--form' is not known")]
    [InlineData("--from 30.11.2026", "'30.11.2026' is no day for --from")]
    [InlineData("--from", "'' is no day for --from")]
    [InlineData("--merchant", "--merchant says nothing.")]
    [InlineData("yesterday", "'yesterday' is not known")]
    public async Task A_wrong_word_is_answered_with_a_sentence_and_nothing_is_done(string words, string sentence)
    {
        await using var output = new StringWriter();
        Assert.Equal(2, await MoneyCommands.ReconcileAsync(words.Split(' '), output));
        Assert.StartsWith(sentence, $"{output}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_books_takes_nothing()
    {
        await using var output = new StringWriter();
        Assert.Equal(2, await MoneyCommands.VerifyBooksAsync(["--fix"], output));
        Assert.StartsWith("'--fix' is not known", $"{output}", StringComparison.Ordinal);
    }

    [Fact]
    public void Days_are_the_merchants_and_end_where_they_end()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        var now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal((At(18), At(21)), Window());
        Assert.Equal((At(9), At(10)), Window("--from", "2026-11-10", "--to", "2026-11-10"));
        Assert.Equal((At(7), At(10)), Window("--to=2026-11-10"));
        Assert.Equal((At(9), At(21)), Window("--from=2026-11-10"));
        Assert.Equal((At(21), At(22)), Window("--from=2026-11-22"));

        (DateTimeOffset From, DateTimeOffset To) Window(params string[] args) => ReconcileWish.Read(args).Wish!.WindowAt(now, zone) is var window ? (window.From, window.To) : default;

        static DateTimeOffset At(int day) => new(2026, 11, day, 23, 0, 0, TimeSpan.Zero);    // midnight in Amsterdam in winter
    }

    private static async Task<(int Code, string Text)> RunAsync(RunningSite site, Uri address, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["PayPage__DataDirectory"] = Path.GetDirectoryName(site.MailFolder)!;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output + await errors);
    }

    private static async Task<MerchantId> MerchantAsync(RunningSite site)
    {
        await using var db = site.OpenDatabase();
        return await db.Merchants.Select(m => m.Id).SingleAsync(Ct);
    }

    private static async Task<int> InvoicesAsync(RunningSite site)
    {
        await using var db = site.OpenDatabase();
        return await db.Invoices.CountAsync(Ct);
    }
}
