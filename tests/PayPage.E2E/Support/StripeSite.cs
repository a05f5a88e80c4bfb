using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PayPage.Unit.StripeStandIn;

namespace PayPage.E2E.Support;

/// <summary>A site whose demo merchant is paid through Stripe on the pay page, and the local Stripe that it talks to.</summary>
internal sealed class StripeSite : IAsyncDisposable
{
    private static readonly string Script = Embedded("stripe.js");
    private static readonly string Form = Embedded("form.html");

    private StripeSite(StripeServer stripe, RunningSite site) => (Stripe, Site) = (stripe, site);

    public StripeServer Stripe { get; }

    public RunningSite Site { get; }

    public static async Task<StripeSite> StartAsync()
    {
        var stripe = await StripeServer.StartAsync();
        var site = await RunningSite.StartAsync(Arrangement.SandboxInside, new Dictionary<string, string>
        {
            ["Stripe__BaseUrl"] = $"{stripe.Url}",
            ["Payments__FirstCheck"] = "00:10:00",    // what a page shows is what webhooks and returns told, and nobody else
        });
        var account = await site.Database.OpenStripeAccountAsync(stripe.PublishableKey, stripe.AccountId, await SealAsync(site, stripe));
        stripe.Hooks.Url = new Uri(site.BaseUrl, $"hooks/stripe/acc_{account:N}");
        return new StripeSite(stripe, site);
    }

    /// <summary>In this browser Stripe's own addresses lead to the stand-ins.</summary>
    /// <param name="fails">Whether the form says of itself that it could not be loaded.</param>
    public async Task BringScriptAsync(IBrowserContext browser, bool fails = false) => await browser.RouteAsync(
        "https://js.stripe.com/**",
        route => route.FulfillAsync(route.Request.Url.EndsWith(".html", StringComparison.Ordinal)
            ? new() { ContentType = "text/html", Body = Form }
            : new()
            {
                ContentType = "text/javascript",
                Body = Script.Replace("__API__", $"{Stripe.Url}", StringComparison.Ordinal).Replace("__FAILS__", fails ? "true" : "false", StringComparison.Ordinal),
            }));

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Stripe.DisposeAsync();
    }

    /// <summary>As the site itself seals an account's secrets: with the keys in its database.</summary>
    private static async Task<byte[]> SealAsync(RunningSite site, StripeServer stripe)
    {
        var keys = await site.Database.KeysAsync();
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("PayPage").DisableAutomaticKeyGeneration();
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeysOf(keys));
        await using var provider = services.BuildServiceProvider();

        return provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("PayPage.ProcessorSecrets.v1")
            .Protect(JsonSerializer.SerializeToUtf8Bytes(new { ApiKey = stripe.SecretKey, WebhookSecrets = new[] { stripe.Hooks.Secret } }));
    }

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(StripeSite).Assembly.GetManifestResourceStream(name)!);    // the project file embeds it
        return reader.ReadToEnd();
    }

    private sealed class KeysOf(IReadOnlyList<string> keys) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) => throw new InvalidOperationException("The site makes its keys itself.");
    }
}
