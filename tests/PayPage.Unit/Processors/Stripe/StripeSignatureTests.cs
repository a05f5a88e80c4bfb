using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PayPage.Processors.Stripe;
using PayPage.Unit.StripeStandIn;

namespace PayPage.Unit.Processors.Stripe;

public sealed class StripeSignatureTests
{
    private const string Body = "{\n  \"id\": \"evt_1\",\n  \"amount\": 1250\n}";
    private const string Secret = "whsec_first";
    private const string Other = "whsec_second";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Made by OpenSSL, so that the stand-in and the product cannot be wrong together.</summary>
    [Fact]
    public void A_signature_made_by_another_hand_is_good() => Assert.Null(StripeSignature.FaultOf(
        "{\"id\":\"evt_1\"}"u8, "t=1795348800,v1=0d9091e5a0c441d7ccaefa96922df62e902c7df18287012837bee094205c6c61", ["whsec_known"], DateTimeOffset.FromUnixTimeSeconds(1795348800)));

    [Theory]
    [InlineData(-299, true)]
    [InlineData(-300, true)]
    [InlineData(299, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void A_signature_is_good_for_five_minutes_either_way(int seconds, bool good) =>
        Assert.Equal(good, Fault(Hooks.Sign(Body, Secret, Now.AddSeconds(seconds).ToUnixTimeSeconds())) is null);

    [Theory]
    [InlineData("1795348800000")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("1e9")]
    public void A_time_in_milliseconds_or_no_time_is_refused(string time) =>
        Assert.NotNull(Fault($"t={time},v1={Convert.ToHexStringLower(new byte[32])}"));

    [Fact]
    public void The_time_is_signed_too()
    {
        var old = Hooks.Sign(Body, Secret, Now.AddHours(-1).ToUnixTimeSeconds());
        var renewed = $"t={Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)},{old.Split(',')[1]}";

        Assert.Equal("no signature fits", Fault(renewed));
    }

    [Fact]
    public void Either_of_two_secrets_may_have_signed_until_one_is_taken_away()
    {
        var header = Hooks.Sign(Body, Other, Now.ToUnixTimeSeconds());

        Assert.Null(Fault(header, secrets: [Secret, Other]));
        Assert.Equal("no signature fits", Fault(header, secrets: [Secret]));
        Assert.Equal("no signature fits", Fault(header, secrets: []));
        Assert.Equal("no signature fits", Fault(Hooks.Sign(Body, "", Now.ToUnixTimeSeconds()), secrets: [""]));
    }

    [Fact]
    public void One_good_signature_among_several_is_enough()
    {
        var good = Hooks.Sign(Body, Secret, Now.ToUnixTimeSeconds()).Split(',');

        Assert.Null(Fault($"{good[0]},v0=abc,v1={Convert.ToHexStringLower(new byte[32])},{good[1]},v1=short"));
        Assert.Null(Fault($" {good[0]} , {good[1]} "));
        Assert.NotNull(Fault($"{good[0]},{good[1].Replace("v1=", "v0=", StringComparison.Ordinal)}"));
        Assert.NotNull(Fault($"{good[0]},{good[1][..^1]}"));
        Assert.NotNull(Fault(good[1]));
    }

    [Fact]
    public void A_body_that_was_read_and_written_again_is_refused()
    {
        var header = Hooks.Sign(Body, Secret, Now.ToUnixTimeSeconds());

        Assert.Equal("no signature fits", Fault(header, JsonNode.Parse(Body)!.ToJsonString()));
        Assert.Equal("no signature fits", Fault(header, Body.Replace("1250", "1251", StringComparison.Ordinal)));
        Assert.Equal("no signature fits", Fault(header, Body + "\n"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("t=1,v1")]
    [InlineData("nonsense")]
    [InlineData("t=1795348800")]
    public void A_header_that_is_missing_or_cut_is_refused(string? header) => Assert.NotNull(Fault(header));

    [Fact]
    public void A_header_that_is_too_long_is_not_looked_at()
    {
        var good = Hooks.Sign(Body, Secret, Now.ToUnixTimeSeconds());
        Assert.Equal("the signature header is too long", Fault(good + string.Concat(Enumerable.Repeat(",v0=0", 1000))));
    }

    private static string? Fault(string? header, string? body = null, string[]? secrets = null) =>
        StripeSignature.FaultOf(Encoding.UTF8.GetBytes(body ?? Body), header, secrets ?? [Secret], Now);
}
