using PayPage.Domain.Webhooks;
using PayPage.Unit.Support;

namespace PayPage.Unit.Domain.Webhooks;

public sealed class StandardWebhooksTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    // From the reference libraries of Standard Webhooks 1.0.0.
    [Fact]
    public void The_signature_is_the_one_that_the_reference_libraries_make() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of(
            ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), """{"test": 2432232314}"""));

    [Fact]
    public void A_secret_has_32_bytes_and_tells_nothing_in_a_log()
    {
        var secrets = new WebhookSecrets(WebhookSecrets.New(new Chance().Bytes));

        Assert.Equal(32, Convert.FromBase64String(secrets.Current["whsec_".Length..]).Length);
        Assert.DoesNotContain(secrets.Current, $"{secrets}", StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_change_both_secrets_sign_for_a_day_and_then_the_new_one_alone()
    {
        var old = new WebhookSecrets(WebhookSecrets.New(new Chance().Bytes));
        var changed = old.Rotated(new Chance(2).Bytes, At);

        Assert.Equal([changed.Current, old.Current], changed.ValidAt(At.AddHours(24).AddSeconds(-1)));
        Assert.Equal([changed.Current], changed.ValidAt(At.AddHours(24)));
    }

    [Fact]
    public void There_are_ten_tries_in_about_three_days()
    {
        var pauses = Enumerable.Range(1, 9).Select(tries => RetrySchedule.After(tries, 0, null)!.Value).ToList();

        Assert.Equal(
            [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
                TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24)],
            pauses);
        Assert.Null(RetrySchedule.After(10, 0, TimeSpan.FromHours(1)));
        Assert.InRange(pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause).TotalHours, 75, 76);
    }

    [Theory]
    [InlineData(0.5, null, 5.5)]
    [InlineData(0.0, 2, 5.0)]
    [InlineData(0.5, 60, 60.0)]
    [InlineData(0.0, 1_000_000, 86_400.0)]
    public void Chance_and_the_receivers_wish_make_a_pause_longer_and_never_shorter(double chance, int? asked, double seconds) => Assert.Equal(
        TimeSpan.FromSeconds(seconds), RetrySchedule.After(1, chance, asked is { } wish ? TimeSpan.FromSeconds(wish) : null));

    [Fact]
    public void The_picture_of_an_endpoint_in_the_docs_is_the_table() => Approved.Picture(EndpointTransitions.Table, "endpoint");
}
