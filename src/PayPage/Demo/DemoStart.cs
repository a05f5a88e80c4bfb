using PayPage.Domain.Links;

namespace PayPage.Demo;

/// <summary>Seeds the demo once the site listens, and tells whoever started it where to look.</summary>
internal sealed partial class DemoStart(
    IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, DemoKey key, ISiteAddresses addresses, ILogger<DemoStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var invoices = scope.ServiceProvider.GetRequiredService<DemoInvoices>();
        var (caller, isNew) = await scope.ServiceProvider.GetRequiredService<DemoMerchant>().ReadyAsync(stoppingToken);

        var admin = await scope.ServiceProvider.GetRequiredService<DemoAdmin>().ReadyAsync(stoppingToken);

        if (isNew)
        {
            await invoices.SeedAsync(caller, stoppingToken);
            await PayAsync(scope.ServiceProvider, caller, stoppingToken);
        }

        // To the console and not to the log: a pay link is a key, and this one is meant for whoever sits here.
        var token = await invoices.ReadyTokenAsync(caller, stoppingToken);
        Console.WriteLine($"""

            PayPage is ready (demo data, test mode: no real money moves).
              Site:          {addresses.PayPage("").GetLeftPart(UriPartial.Authority)}
              Demo API key:  {await key.ReadAsync(stoppingToken)}
              Pay link:      {addresses.PayPage(token)}
              Back office:   {(admin is null ? $"{addresses.Origin}/merchant" : $"{addresses.Origin}/merchant/sign-in/once?key={admin} (works once)")}
              Test card:     4242 4242 4242 4242, any future date, any code

            """);
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
