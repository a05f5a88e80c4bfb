using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayPage.Processors;
using PayPage.Processors.Stripe;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeOptionsTests
{
    [Fact]
    public void By_default_it_is_Stripe_itself_in_the_version_that_is_pinned()
    {
        var options = Read("Stripe:None", "");

        Assert.Equal("https://api.stripe.com/", options.BaseUrl.AbsoluteUri);
        Assert.Equal($"https://js.stripe.com/{StripeVersion.Pinned.Split('.')[1]}/stripe.js", options.ScriptUrl.AbsoluteUri);
    }

    [Theory]
    [InlineData("Stripe:BaseUrl", "http://127.0.0.1:4000")]
    [InlineData("Stripe:BaseUrl", "https://stripe.example")]
    [InlineData("Stripe:ScriptUrl", "http://localhost:4000/stub.js")]
    public void Another_address_is_taken(string name, string value) =>
        Assert.StartsWith(value, $"{(name.EndsWith("BaseUrl", StringComparison.Ordinal) ? Read(name, value).BaseUrl : Read(name, value).ScriptUrl)}", StringComparison.Ordinal);

    [Theory]
    [InlineData("Stripe:BaseUrl", "api.stripe.com")]
    [InlineData("Stripe:BaseUrl", "http://api.stripe.com")]
    [InlineData("Stripe:BaseUrl", "ftp://api.stripe.com")]
    [InlineData("Stripe:BaseUrl", "https://api.stripe.com/v1")]
    [InlineData("Stripe:ScriptUrl", "stripe.js")]
    [InlineData("Stripe:ScriptUrl", "http://js.stripe.com/stripe.js")]
    [InlineData("Stripe:ScriptUrl", "javascript:alert(1)")]
    public void An_address_that_keys_or_scripts_should_not_go_over_stops_the_start(string name, string value) =>
        Assert.Contains(name, Assert.Throws<OptionsValidationException>(() => Read(name, value)).Message, StringComparison.Ordinal);

    private static StripeOptions Read(string name, string value) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)value)]).Build())
        .AddProcessors()
        .BuildServiceProvider()
        .GetRequiredService<IOptions<StripeOptions>>().Value;
}
