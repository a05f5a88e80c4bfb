using System.Net;
using PayPage.Hosting;

namespace PayPage.Unit.Site;

public sealed class RateFencesByAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "C0000201/4", "C000/4")]
    [InlineData("::ffff:192.0.2.1", "C0000201/4", "C000/4")]
    [InlineData("2001:db8:1:2::1", "20010DB800010002/6", "20010DB8/6")]
    [InlineData("2001:db8:1:2:ffff::9", "20010DB800010002/6", "20010DB8/6")]
    [InlineData("2001:db8:1:3::1", "20010DB800010003/6", "20010DB8/6")]
    public void An_address_counts_by_what_one_subscriber_has(string address, string own, string provider)
    {
        Assert.Equal(own, RateFencesByAddress.Key(IPAddress.Parse(address), byProvider: false));
        Assert.Equal(provider, RateFencesByAddress.Key(IPAddress.Parse(address), byProvider: true));
    }

    [Fact]
    public void Each_address_has_a_count_of_its_own()
    {
        using var fence = new RateFencesByAddress(1, TimeSpan.FromMinutes(1), TimeProvider.System);

        Assert.Null(fence.Wait(IPAddress.Parse("2001:db8:0:1::1")));
        Assert.Null(fence.Wait(IPAddress.Parse("2001:db8:0:2::1")));
        Assert.NotNull(fence.Wait(IPAddress.Parse("2001:db8:0:1::2")));
    }

    [Fact]
    public void When_more_come_than_fit_they_count_by_their_providers()
    {
        using var fence = new RateFencesByAddress(1, TimeSpan.FromMinutes(1), TimeProvider.System, mostKept: 2);
        Assert.Null(fence.Wait(IPAddress.Parse("2001:db8:0:1::1")));
        Assert.Null(fence.Wait(IPAddress.Parse("2001:db8:0:2::1")));

        Assert.Null(fence.Wait(IPAddress.Parse("2001:db8:0:3::1")));
        Assert.NotNull(fence.Wait(IPAddress.Parse("2001:db8:0:4::1")));
        Assert.Null(fence.Wait(IPAddress.Parse("198.51.100.1")));    // another provider's
    }

    [Fact]
    public void A_million_addresses_of_one_network_fill_no_memory()
    {
        using var fence = new RateFencesByAddress(1_000_000, TimeSpan.FromMinutes(10), TimeProvider.System);
        var address = IPAddress.Parse("2001:db8::1").GetAddressBytes();

        for (var i = 0; i < 1_000_000; i++)
        {
            (address[5], address[6], address[7]) = ((byte)(i >> 16), (byte)((i >> 8) & 255), (byte)(i & 255));
            fence.Wait(new IPAddress(address));
        }

        Assert.Equal(100_001, fence.Kept);    // 33 MB
    }

    [Fact]
    public async Task A_count_is_dropped_some_seconds_after_its_time_and_makes_room()
    {
        using var fence = new RateFencesByAddress(1, TimeSpan.FromMilliseconds(1), TimeProvider.System, mostKept: 1);
        Assert.Null(fence.Wait(IPAddress.Parse("192.0.2.1")));
        Assert.Equal(1, fence.Kept);

        for (var i = 0; i < 300 && fence.Kept > 0; i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, fence.Kept);
    }
}
