using PayPage.Data;
using PayPage.Domain.Links;

namespace PayPage.Demo;

/// <summary>Seeds the demo once the site listens, and tells whoever started it where to look.</summary>
internal sealed partial class DemoStart(
    IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, DemoKey key, ISiteAddresses addresses, ILogger<DemoStart> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var invoices = scope.ServiceProvider.GetRequiredService<DemoInvoices>();
        var merchant = scope.ServiceProvider.GetRequiredService<DemoMerchant>();
        var isNew = await merchant.IsNewAsync(stoppingToken);
        var (caller, _) = await PatientlyAsync(() => merchant.ReadyAsync(stoppingToken), stoppingToken);
        var admin = await PatientlyAsync(() => scope.ServiceProvider.GetRequiredService<DemoAdmin>().ReadyAsync(stoppingToken), stoppingToken);

        if (isNew)
        {
            await PatientlyAsync(() => SeedAsync(scope.ServiceProvider, invoices, caller, stoppingToken), stoppingToken);
        }

        // To the console and not to the log: a pay link is a key, and this one is meant for whoever sits here.
        var token = await PatientlyAsync(() => invoices.ReadyTokenAsync(caller, stoppingToken), stoppingToken);
        Console.WriteLine($"""

            PayPage is ready (demo data, test mode: no real money moves).
              Site:          {addresses.PayPage("").GetLeftPart(UriPartial.Authority)}
              Demo API key:  {await key.ReadAsync(stoppingToken)}
              Pay link:      {addresses.PayPage(token)}
              Back office:   {(admin is null ? $"{addresses.Origin}/merchant" : $"{addresses.Origin}/merchant/sign-in/once?key={admin} (works once)")}
              Test card:     4242 4242 4242 4242, any future date, any code

            """);
    }

    /// <summary>A database that is busy while everything starts at once is no reason to end the site: all of this may be done again.</summary>
    private static async Task<T> PatientlyAsync<T>(Func<Task<T>> step, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await step();
            }
            catch (StoreBusyException)
            {
                await Task.Delay(Pause, ct);
            }
        }
    }

    private async Task<bool> SeedAsync(IServiceProvider services, DemoInvoices invoices, UseCases.Caller caller, CancellationToken ct)
    {
        await invoices.SeedAsync(caller, ct);
        await PayAsync(services, caller, ct);
        return true;
    }

    private async Task PayAsync(IServiceProvider services, UseCases.Caller caller, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<DemoPayers>().PayAsync(caller, ct);
        }
        catch (HttpRequestException e)
        {
            LogUnpaid(e);
        }
    }

    private async Task StartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }

    [LoggerMessage(1001, LogLevel.Warning, "The sandbox could not be reached, so no demo invoice was paid.")]
    private partial void LogUnpaid(Exception e);
}
