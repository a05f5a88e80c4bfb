using Microsoft.Extensions.Options;
using PayPage.Domain;
using PayPage.Domain.Processors;

namespace PayPage.Processors.Stripe;

/// <summary>Stripe's Payment Element, and what its content security policy must let in (docs.stripe.com/security/guide).</summary>
/// <remarks>Not let in are the maps of its address form, which we do not show.</remarks>
internal sealed class StripePageForms(IOptions<StripeOptions> options) : IPageForms
{
    private const string OwnHost = "js.stripe.com";

    private static readonly FormSources Own = new(
        "https://js.stripe.com https://*.js.stripe.com", "https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com", "https://api.stripe.com",
        "https://js.stripe.com");

    public ProcessorKind Kind => ProcessorKind.Stripe;

    public PageForm? Of(string publicKey, Currency currency)
    {
        var one = new Money(currency.UnitsPerOne, currency);

        return StripeCurrencies.ToStripe(one) is { } theirs
            ? new PageForm(options.Value.ScriptUrl, publicKey, StripeCurrencies.CodeOf(currency), one.Minor, theirs, Sources())
            : null;
    }

    /// <summary>A script or an API from elsewhere is a test's: then only that place is let in.</summary>
    private FormSources Sources()
    {
        var api = OriginOf(options.Value.BaseUrl);
        var script = OriginOf(options.Value.ScriptUrl);

        return options.Value.ScriptUrl.Host == OwnHost ? Own with { Connections = api } : new FormSources(script, script, api, script);
    }

    private static string OriginOf(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
