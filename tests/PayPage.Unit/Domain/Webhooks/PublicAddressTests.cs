using System.Net;
using PayPage.Domain.Webhooks;

namespace PayPage.Unit.Domain.Webhooks;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("93.184.216.34")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:830::200e")]
    [InlineData("2001:200::1")]
    [InlineData("2003::1")]
    [InlineData("3ffe::1")]
    public void An_address_out_in_the_open_may_be_reached(string address) => Assert.True(Is(address));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.0")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.0")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.0.0")]
    [InlineData("192.168.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    public void One_of_a_network_of_its_own_may_not(string address) => Assert.False(Is(address));

    [Theory]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]                // compatible
    [InlineData("::ffff:10.0.0.1")]            // mapped
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]             // even one that is public by itself: nobody needs it so dressed
    [InlineData("::ffff:0:127.0.0.1")]         // translated
    [InlineData("64:ff9b::7f00:1")]            // NAT64
    [InlineData("64:ff9b:1::1")]               // NAT64 of one's own
    [InlineData("100::1")]                     // discard
    [InlineData("2001::1")]                    // Teredo
    [InlineData("2001:0:7f00:1::")]
    [InlineData("2001:10::1")]                 // ORCHID
    [InlineData("2001:db8::1")]                // documentation
    [InlineData("2002:7f00:1::")]              // 6to4 of 127.0.0.1
    [InlineData("2002:808:808::1")]
    [InlineData("3fff::1")]                    // documentation
    [InlineData("5f00::1")]                    // segment routing
    [InlineData("fc00::1")]                    // unique local
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]                    // link-local
    [InlineData("febf::1")]
    [InlineData("fec0::1")]                    // site-local
    [InlineData("ff02::1")]                    // multicast
    [InlineData("4000::1")]                    // not handed out
    public void Nor_one_that_IPv6_keeps_for_itself_or_dresses_up(string address) => Assert.False(Is(address));

    [Fact]
    public void What_is_no_address_is_not_public() => Assert.False(PublicAddress.Is([1, 2, 3]));

    private static bool Is(string address) => PublicAddress.Is(IPAddress.Parse(address).GetAddressBytes());
}
