using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Reconciliation;
using PayPage.UseCases.Verifying;

namespace PayPage.Hosting;

/// <summary>
/// The commands that look after the money: <c>reconcile</c> and <c>verify-books</c>. They run beside a site on the same database, and neither seed, migrate nor
/// start anything. They end with 0 where all is right, 1 where something is not, 2 where they could not find out.
/// </summary>
internal static class MoneyCommands
{
    private const int Right = 0;
    private const int Wrong = 1;
    private const int Unknown = 2;

    /// <summary>Compares the books with the processors, both ways, and prints what was compared and each difference.</summary>
    /// <param name="args">See <see cref="ReconcileWish"/>.</param>
    public static Task<int> ReconcileAsync(string[] args, TextWriter output) => ReconcileWish.Read(args) switch
    {
        (null, { } objection) => RefuseAsync(output, objection),
        ({ } wish, _) => RunAsync(output, services => CompareAsync(services, wish, output)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Checks whether all that must be true of the books is true, and prints what was checked and what is not.</summary>
    public static Task<int> VerifyBooksAsync(string[] args, TextWriter output) => args.Length > 0
        ? RefuseAsync(output, $"'{args[0]}' is not known: verify-books takes nothing, it checks all books.")
        : RunAsync(output, services => VerifyAsync(services, output));

    private static async Task<int> RefuseAsync(TextWriter output, string objection)
    {
        await output.WriteLineAsync(objection);
        return Unknown;
    }

    private static async Task<int> RunAsync(TextWriter output, Func<IServiceProvider, Task<int>> command)
    {
        var builder = Site.Builder([]);
        builder.Logging.ClearProviders();    // what is to be known is printed

        // Where the sandbox lives in the running site, it is asked there, and not opened here a second time.
        if (SandboxHost.IsHere(builder.Configuration, builder.Environment))
        {
            builder.Configuration[$"{SandboxSettings.Section}:BaseUrl"] = SiteAddresses.Loopback((builder.Configuration["urls"] ?? "http://localhost:5000").Split(';')[0]).ToString();
        }

        await using var app = Site.Build(builder);
        await using var scope = app.Services.CreateAsyncScope();

        try
        {
            var db = scope.ServiceProvider.GetRequiredService<PayPageDbContext>();

            if ((await db.Database.GetPendingMigrationsAsync()).Any())
            {
                return await RefuseAsync(output, "The database is not up to date, or there is none: start the site once, or run the command 'migrate'.");
            }

            if (db is not SqliteDbContext)
            {
                await app.Services.GetRequiredService<DatabaseClock>().MeasureAsync(db, CancellationToken.None);
            }

            return await command(scope.ServiceProvider);
        }
        catch (Exception e) when (OneMoment.IsFault(e))
        {
            return await RefuseAsync(output, $"The database could not be used: {e.Message}");
        }
    }

    private static async Task<int> CompareAsync(IServiceProvider services, ReconcileWish wish, TextWriter output)
    {
        var db = services.GetRequiredService<PayPageDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var merchants = await db.Merchants.AsNoTracking().OrderBy(m => m.CreatedAt).ToListAsync();
        merchants.RemoveAll(m => wish.Merchant is { } only && $"{m.Id}" != only);

        if (merchants.Count == 0 && wish.Merchant is not null)
        {
            return await RefuseAsync(output, $"There is no business '{wish.Merchant}' here.");
        }

        var reports = new List<ComparisonReport>();

        foreach (var merchant in merchants)
        {
            var window = wish.WindowAt(now, merchant.Zone);

            if (window.From >= window.To)
            {
                return await RefuseAsync(output, "--from is after --to.");
            }

            foreach (var account in await CompareNow.InUse(db.Accounts.Where(a => a.MerchantId == merchant.Id), window).ToListAsync())
            {
                var report = await services.GetRequiredService<CompareAccount>().HandleAsync(account, window, UseCases.Actor.System, CancellationToken.None);
                await MoneyReport.WriteAsync(output, merchant, account, report);
                reports.Add(report);
            }
        }

        await output.WriteLineAsync($"{reports.Count} accounts compared; {reports.Sum(r => r.Differences.Count)} differences, {reports.Sum(r => r.Healed.Count)} healed, {reports.Count(NotCompared)} not compared.");
        return reports.Exists(NotCompared) ? Unknown : reports.Exists(r => r.Differences.Count > 0) ? Wrong : Right;

        static bool NotCompared(ComparisonReport report) => report.Run.Outcome == ComparisonOutcome.NotCompared;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, TextWriter output)
    {
        var report = await services.GetRequiredService<VerifyBooks>().HandleAsync(CancellationToken.None);
        await MoneyReport.WriteAsync(output, report);
        return report.BrokenCount > 0 ? Wrong : Right;
    }
}
