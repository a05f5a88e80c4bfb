using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using PayPage.Hosting;

namespace PayPage.Unit.Site;

public sealed class ForwardedAddressesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.0.0.5, 192.168.0.0/16;2001:db8::/32 ::1", true)]
    [InlineData("proxy.example.com", false)]
    [InlineData("10.0.0.5/8", false)]     // bits behind the prefix: was the address meant, or the network?
    [InlineData("10.1", false)]           // 10.0.0.1 to the parser
    [InlineData("0.0.0.0/0", false)]      // everybody
    [InlineData("::/0", false)]
    [InlineData("0.0.0.0/1, 128.0.0.0/1", false)]    // everybody, in two words
    [InlineData("8.0.0.0/7", false)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("fc00::/7", true)]
    [InlineData("2000::/3", false)]
    [InlineData("10.0.0.5:8080", false)]
    public void Proxies_are_addresses_or_networks(string setting, bool may) => Assert.Equal(may, Objection(("PayPage:TrustedProxies", setting)) is null);

    [Fact]
    public void A_wrong_one_stops_the_start_with_a_sentence_that_names_it() => Assert.StartsWith(
        "PayPage__TrustedProxies holds 'nonsense'", Objection(("PayPage:TrustedProxies", "10.0.0.5,nonsense")), StringComparison.Ordinal);

    [Fact]
    public void A_file_may_hold_a_list()
    {
        Assert.Null(Objection(("PayPage:TrustedProxies:0", "10.0.0.5"), ("PayPage:TrustedProxies:1", "10.1.0.0/16")));
        Assert.NotNull(Objection(("PayPage:TrustedProxies:0", "10.0.0.5"), ("PayPage:TrustedProxies:1", "x")));
    }

    private static string? Objection(params (string Name, string Value)[] settings) => StartChecks.Objection(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build(),
        new HostingEnvironment { EnvironmentName = "Development" });
}
