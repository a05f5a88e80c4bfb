using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Payments;
using PayPage.Hosting;
using PayPage.Unit.Support;
using TheSite = PayPage.Hosting.Site;

namespace PayPage.Unit.Site;

/// <summary>A full disk, a database that somebody else holds, a directory that may not be written to, keys that are gone: a clear word, nothing begun that cannot be recorded, and no hand needed afterwards.</summary>
public sealed class BadSurroundingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_full_disk_nothing_is_begun_and_when_there_is_space_again_paying_works_by_itself()
    {
        using var disk = SmallDisk.Mounted("size=12m");
        await using var site = new RunningSite(disk.Folder);
        using var browser = await site.ReadyBrowserAsync(Ct);

        // The log on disk may have room of its own: it is cut, written to, and somebody reads in it from then on, so that it can only grow.
        for (var i = 0; i < 100 && await RunAsync(site, "PRAGMA wal_checkpoint(TRUNCATE)") != "0"; i++)
        {
            await Task.Delay(100, Ct);
        }

        var path = await RunningSite.PayPathAsync(browser, Ct);
        await using var reader = site.OpenDatabase();
        await reader.Database.OpenConnectionAsync(Ct);
        await reader.Database.ExecuteSqlRawAsync("BEGIN", Ct);
        var before = await reader.Payments.CountAsync(Ct);
        disk.Fill();

        var answer = await PayAsync(browser, path);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Nothing can be taken in at this moment", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(site));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode);    // looking goes on
        var ready = await browser.GetAsync(new Uri("/readyz", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Matches("^Unhealthy: .*(no space left|is full)", await ready.Content.ReadAsStringAsync(Ct));

        disk.Free();
        await reader.Database.ExecuteSqlRawAsync("ROLLBACK", Ct);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/readyz", UriKind.Relative), Ct)).StatusCode);    // nobody has written since
        Assert.Equal(HttpStatusCode.SeeOther, (await PayAsync(browser, path)).StatusCode);
        Assert.Equal(before + 1, await CountAsync(site));
        Assert.Equal("ok", await RunAsync(site, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task While_another_process_holds_the_database_pages_are_read_and_paying_says_soon_that_it_cannot()
    {
        await using var site = new RunningSite();
        using var browser = await site.ReadyBrowserAsync(Ct);
        var path = await RunningSite.PayPathAsync(browser, Ct);
        var before = await CountAsync(site);
        await using var db = site.OpenDatabase();
        await db.Database.OpenConnectionAsync(Ct);
        await db.Database.ExecuteSqlRawAsync("BEGIN EXCLUSIVE", Ct);    // to SQLite each connection is as good as a process

        var clock = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 4);
        clock.Restart();
        var three = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PayAsync(browser, path)));    // each behind the other
        var answer = three[0];
        TestContext.Current.TestOutputHelper?.WriteLine($"Refused after {clock.Elapsed.TotalSeconds:F1} s.");

        Assert.All(three, a => Assert.Equal(HttpStatusCode.ServiceUnavailable, a.StatusCode));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 13);    // 5 s for the first, 2 more for each behind it, on a machine that does more than this
        Assert.Contains("Nothing can be taken in at this moment", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/readyz", UriKind.Relative), Ct)).StatusCode);    // it passes by itself

        await db.Database.ExecuteSqlRawAsync("ROLLBACK", Ct);
        Assert.Equal(before, await CountAsync(site));
        Assert.Equal(HttpStatusCode.SeeOther, (await PayAsync(browser, path)).StatusCode);
    }

    [Fact]
    public void A_directory_that_may_not_be_written_to_stops_the_start_with_its_name()
    {
        using var disk = SmallDisk.Mounted("size=1m");
        disk.Remount("ro");

        var refused = Assert.Throws<StartRefusedException>(() => Build(disk.Folder));

        Assert.StartsWith($"The data directory {disk.Folder.FullName} cannot be written to", refused.Message, StringComparison.Ordinal);
        Assert.Contains("PayPage__DataDirectory", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_without_space_stops_the_start_too()
    {
        using var disk = SmallDisk.Mounted("size=1m");
        disk.Fill();

        Assert.Contains($"{disk.Folder.FullName} cannot be written to", Assert.Throws<StartRefusedException>(() => Build(disk.Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_with_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("paypage-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "paypage.db"), new string('x', 10_000), Ct);

        await using (var app = Build(folder))
        {
            var refused = await Assert.ThrowsAsync<StartRefusedException>(app.PrepareDatabaseAsync);
            Assert.StartsWith("The database file is damaged, or is no database.", refused.Message, StringComparison.Ordinal);
            Assert.Contains(folder.FullName, refused.Message, StringComparison.Ordinal);
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_its_keys_a_database_says_at_the_start_what_is_missing_and_no_page_breaks()
    {
        var folder = Directory.CreateTempSubdirectory("paypage-");
        string old;

        await using (var first = new RunningSite(folder))
        {
            using var payer = await first.ReadyBrowserAsync(Ct);
            old = await RunningSite.PayPathAsync(payer, Ct);
            Assert.DoesNotContain(first.Log, line => line.Contains("No link that is out can be opened", StringComparison.Ordinal));
        }

        await using (var db = Database(folder))
        {
            await db.Keys.ExecuteDeleteAsync(Ct);
        }

        await using (var site = new RunningSite(folder))
        {
            using var browser = site.Browser();
            Assert.Contains(site.Log, line => line.StartsWith("Error No link that is out can be opened", StringComparison.Ordinal) && line.Contains("DataProtection__CertificatePath", StringComparison.Ordinal));
            Assert.Contains(site.Log, line => line.Contains("The secrets of acc_", StringComparison.Ordinal));
            var ready = await browser.GetAsync(new Uri("/readyz", UriKind.Relative), Ct);
            Assert.Contains("is a certificate missing?", await ready.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

            var answer = await browser.GetAsync(new Uri(old, UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("ask whoever sent you the invoice for a new link", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

            // A link that is made now works; but the processor's key is gone, and the page says so before anything is begun.
            var path = await RunningSite.PayPathAsync(browser, Ct);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(path, UriKind.Relative), Ct)).StatusCode);
            var paid = await PayAsync(browser, path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, paid.StatusCode);
            Assert.Contains("cannot take payments on this page at the moment", await paid.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            await using var db = site.OpenDatabase();
            Assert.Equal(PaymentStatus.Failed, (await db.Payments.AsNoTracking().OrderByDescending(p => p.PreparedAt).FirstAsync(Ct)).Status);
            Assert.Equal(0, (await db.Invoices.AsNoTracking().OrderByDescending(i => i.CreatedAt).FirstAsync(Ct)).Reserved);
            Assert.DoesNotContain(site.Log, line => line.Contains("An unhandled exception", StringComparison.Ordinal));
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(DirectoryInfo folder) =>
        TheSite.Build(TheSite.Builder(["--environment=Development", $"--PayPage:DataDirectory={folder.FullName}"]));

    private static PayPage.Data.SqliteDbContext Database(DirectoryInfo folder) => new(
        new DbContextOptionsBuilder<PayPage.Data.SqliteDbContext>().UseSqlite($"Data Source={Path.Combine(folder.FullName, "paypage.db")}").Options);

    private static async Task<int> CountAsync(RunningSite site)
    {
        await using var db = site.OpenDatabase();
        return await db.Payments.CountAsync(Ct);
    }

    private static async Task<string?> RunAsync(RunningSite site, string sql)
    {
        await using var db = site.OpenDatabase();
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return $"{await command.ExecuteScalarAsync(Ct)}";
    }

    private static async Task<HttpResponseMessage> PayAsync(HttpClient browser, string path)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        form.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Choice"] = "full", ["Input.Shown"] = "1250", ["Input.Method"] = "card" });
        return await browser.SendAsync(form, Ct);
    }
}
