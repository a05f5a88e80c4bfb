using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayPage.Domain;
using PayPage.Processors;
using PayPage.Processors.Stripe;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeClientChoiceTests
{
    [Fact]
    public void Our_own_client_can_be_chosen_in_every_build() => Assert.IsType<HttpStripeApi>(Chosen("Http"));

    [Fact]
    public void A_client_that_nobody_made_is_refused_by_name() =>
        Assert.Contains("Stripe:Client", Assert.ThrowsAny<Exception>(() => Chosen("Pigeon")).Message, StringComparison.Ordinal);

#if STRIPE_NET
    [Theory]
    [InlineData(null)]
    [InlineData("StripeNet")]
    public void A_build_with_the_library_uses_it(string? client) => Assert.IsType<PayPage.Processors.StripeNet.StripeNetApi>(Chosen(client));
#else
    [Fact]
    public void A_build_without_the_library_uses_our_own_client() => Assert.IsType<HttpStripeApi>(Chosen(null));

    [Fact]
    public void A_build_without_the_library_does_not_start_when_it_is_asked_for()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Chosen("StripeNet"));

        Assert.Equal("Stripe:Client is StripeNet, but this build has no Stripe.net: build with -p:StripeNet=true, or leave the setting out.", Assert.Single(refused.Failures));
    }
#endif

    private static IStripeApi Chosen(string? client)
    {
        using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Stripe:Client", client)]).Build())
            .AddSingleton(TimeProvider.System)
            .AddSingleton<RandomBytes>(System.Security.Cryptography.RandomNumberGenerator.GetBytes)
            .AddProcessors()
            .BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();    // what the site does before it listens
        return services.GetRequiredService<IStripeApi>();
    }
}
