using System.Net;
using PayPage.Unit.Support;

namespace PayPage.Unit.Office;

public sealed class DoorFenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_hammers_the_doors_waits_and_reading_them_costs_nothing()
    {
        await using var site = new RunningSite(("Demo:Enabled", "false"), ("Limits:DoorsPerAddress", "3"));
        using var stranger = Colleague.Stranger(site);
        string[] doors = ["/merchant/sign-in", "/merchant/sign-in/forgotten", "/merchant/invitation/none"];

        foreach (var door in doors)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await SendAsync(stranger, door)).StatusCode);
        }

        var answer = await SendAsync(stranger, "/merchant/sign-in/reset");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
        Assert.Contains("Too many tries", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/merchant/sign-in/forgotten", Ct)).StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(Colleague who, string door) => who.PostAsync(door, "/merchant/sign-in/forgotten", Ct, ("Email", "nobody"));
}
