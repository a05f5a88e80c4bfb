using PayPage.Domain.Webhooks;

namespace PayPage.Unit.Domain.Webhooks;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://shop.example.com/hooks/paypage?key=1")]
    [InlineData("https://shop.example.com:443/")]
    [InlineData("https://shop.example.com./hook")]
    [InlineData("https://büro.example.de/")]
    public void A_name_that_everybody_can_look_up_is_taken(string address) => Assert.Null(WebhookAddress.Objection(new Uri(address)));

    [Theory]
    [InlineData("http://shop.example.com/")]
    [InlineData("ftp://shop.example.com/")]
    [InlineData("https://shop.example.com:8443/")]
    [InlineData("https://user:word@shop.example.com/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://127.1/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://8.8.8.8/")]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    [InlineData("https://localhost/")]
    [InlineData("https://localhost./")]
    [InlineData("https://intranet/")]
    [InlineData("https://shop.localhost/")]
    [InlineData("https://printer.local/")]
    [InlineData("https://db.internal/")]
    [InlineData("https://router.home.arpa/")]
    public void Figures_names_of_a_house_other_ports_and_passwords_are_not(string address) => Assert.NotNull(WebhookAddress.Objection(new Uri(address)));
}
