using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Data;
using PayPage.Demo;
using PayPage.Domain.Inbox;
using PayPage.Domain.Payments;
using PayPage.Hosting;
using PayPage.UseCases.Payments;

namespace PayPage.Bench;

/// <summary>A whole site with its sandbox, in which payers began as many payments as are wanted. Then it was stopped: no worker writes beside us.</summary>
internal sealed class BegunPayments : IAsyncDisposable
{
    private const int BegunAtATime = 4;
    private const int AttemptBytes = 16;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paypage-bench-");
    private readonly WebApplication _app;

    private BegunPayments()
    {
        var address = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        _app = Site.Build(Site.Builder(
        [
            "--applicationName=PayPage", "--environment=Production", $"--urls={address}", $"--PayPage:PublicBaseUrl={address}",
            $"--PayPage:DataDirectory={_folder.FullName}", "--Sandbox:AllowInProduction=true", "--Demo:Enabled=true",
            "--Logging:Console:LogLevel:Default=Error",    // what it tells of itself goes to where our table is printed
        ]));
    }

    /// <summary>The site's database.</summary>
    public string DatabaseFile => Path.Combine(_folder.FullName, "paypage.db");

    public string CopyFile => Path.Combine(_folder.FullName, "bare.db");

    /// <summary>All known to the processor and open, in the order of their ids.</summary>
    public IReadOnlyList<Payment> All { get; private set; } = [];

    public static async Task<BegunPayments> OpenAsync(int count)
    {
        var begun = new BegunPayments();
        await begun._app.PrepareDatabaseAsync();
        Site.Map(begun._app);
        IReadOnlyList<string> paths;

        await using (var scope = begun._app.Services.CreateAsyncScope())
        {
            // A merchant that is there before the demo starts keeps the demo's own invoices away.
            var (caller, _) = await scope.ServiceProvider.GetRequiredService<DemoMerchant>().ReadyAsync(CancellationToken.None);
            paths = await ManyInvoices.MakeAsync(begun._app.Services, caller, count, CancellationToken.None);
        }

        // The demo greets whoever starts it, with the keys: they are nothing for a report.
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        await begun._app.StartAsync();
        await begun.BeginAsync(paths);
        await begun._app.StopAsync();
        Console.SetOut(console);
        begun.All = await begun.UseAsync<PayPageDbContext, List<Payment>>(
            db => db.Payments.AsNoTracking().Where(p => p.Status == PaymentStatus.Submitted).OrderBy(p => p.Id).ToListAsync());

        return begun.All.Count == count ? begun : throw new InvalidOperationException($"{begun.All.Count} of {count} payments were begun.");
    }

    /// <summary>What a webhook of the sandbox ends in: the processor has the money.</summary>
    public async Task RecordAsync(Payment payment)
    {
        var account = payment.AccountId ?? throw new InvalidOperationException("A payment by card has an account.");
        var news = new ProcessorNews(payment.Id, payment.ProcessorReference, ProcessorState.Succeeded, payment.Amount, null, "Visa •••• 4242");
        var received = new ReceivedEvent($"evt_{payment.Id.Value:N}", "payment.succeeded", BodyOf(payment));
        var verdict = await UseAsync<RecordOutcome, InboxVerdict>(record => record.HandleAsync(news, account, received, CancellationToken.None));

        if (verdict != InboxVerdict.Applied)
        {
            throw new InvalidOperationException($"A payment was not recorded: {verdict}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task BeginAsync(IReadOnlyList<string> paths)
    {
        var totals = await UseAsync<PayPageDbContext, Dictionary<string, long>>(db => db.Invoices.ToDictionaryAsync(i => i.Number, i => i.Total));
        var others = new ConcurrentBag<StartPayment.Outcome>();

        await Parallel.ForEachAsync(Enumerable.Range(0, paths.Count), new ParallelOptions { MaxDegreeOfParallelism = BegunAtATime }, async (i, ct) =>
        {
            var attempt = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(AttemptBytes));
            var wish = new StartPayment.Wish(paths[i]["/p/".Length..], totals[ManyInvoices.NumberOf(i)], PaymentMethod.Card, null, null, attempt);

            if (await UseAsync<StartPayment, StartPayment.Outcome>(start => start.HandleAsync(wish, ct)) is var outcome and not StartPayment.Outcome.GoOn)
            {
                others.Add(outcome);
            }
        });

        if (others.TryPeek(out var other))
        {
            throw new InvalidOperationException($"{others.Count} payments were not begun: {other.GetType().Name}.");
        }
    }

    /// <summary>As a request would: everything in a scope of its own.</summary>
    private async Task<T> UseAsync<TUseCase, T>(Func<TUseCase, Task<T>> use)
        where TUseCase : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>As long as the sandbox's own.</summary>
    private static string BodyOf(Payment payment) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"type":"payment.succeeded","created_at":"{{payment.PreparedAt:O}}","data":{"id":"{{payment.ProcessorReference}}","client_reference":"{{payment.Id}}","status":"succeeded","amount":{{payment.Amount.Minor}},"currency":"{{payment.Amount.Currency.Code}}","method":"card","payer_url":"{{payment.PayerUrl}}","decline_reason":null,"card":{"brand":"visa","last4":"4242"},"bank":null} }
        """);
}
