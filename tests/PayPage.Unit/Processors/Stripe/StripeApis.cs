using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain;
using PayPage.Processors;
using PayPage.Processors.Stripe;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Processors.Stripe;

/// <summary>Every way to Stripe that is compiled in, put together as the site does it. The same tests hold for all.</summary>
internal static class StripeApis
{
    public const string Http = "HttpClient";
    public const string Net = "Stripe.net";

    public static TheoryData<string> All =>
    [
        Http,
#if STRIPE_NET
        Net,
#endif
    ];

    public static ServiceProvider Services(Uri address, TimeProvider? clock = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Stripe:BaseUrl", (string?)address.AbsoluteUri)]).Build())
        .AddSingleton(clock ?? TimeProvider.System)
        .AddSingleton<RandomBytes>(System.Security.Cryptography.RandomNumberGenerator.GetBytes)
        .AddProcessors()
        .BuildServiceProvider();

    public static IStripeApi Make(string name, Uri address, TimeProvider? clock = null)
    {
        var services = Services(address, clock);

        return name == Http
            ? services.GetServices<IStripeApi>().OfType<HttpStripeApi>().FirstOrDefault() ?? ActivatorUtilities.CreateInstance<HttpStripeApi>(services)
            : services.GetRequiredService<IStripeApi>();
    }

    /// <summary>The processor over the plain way.</summary>
    public static StripeProcessor Processor(StripeServer server, TimeProvider clock)
    {
        var api = Make(Http, server.Url);
        return new StripeProcessor(api, new StripeLookup(api), new StripeStatement(api), clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<StripeProcessor>.Instance);
    }
}

/// <summary>The right time of day, and timers that ring fifty times too early: what waits 15 seconds waits 0.3.</summary>
internal sealed class HastyClock : TimeProvider
{
    private const int Haste = 50;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
}
