using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PayPage.Domain.Payments;
using PayPage.Domain.Processors;
using PayPage.Processors.Sandbox;

namespace PayPage.Unit.Processors;

public sealed class SandboxEventsTests
{
    private const string Body =
        """{"id":"evt_1","type":"payment.succeeded","created_at":"2026-11-21T12:00:00Z","data":{"id":"sbp_1","client_reference":"pay_01890a5d000070008000000000000001","status":"succeeded","amount":1250,"currency":"USD","card":{"brand":"Visa","last4":"4242"}}}""";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Secret = "whsec_" + Convert.ToBase64String(new byte[32]);
    private static readonly string OtherSecret = "whsec_" + Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]);

    [Fact]
    public void A_signed_event_is_read_in_our_words()
    {
        var news = Assert.IsType<EventReading.OfPayment>(Read(Body, Now, Secret)).News;

        Assert.Equal(("sbp_1", ProcessorState.Succeeded, "Visa •••• 4242"), (news.Reference, news.State, news.Instrument));
        Assert.Equal("USD 12.50", news.Amount.ToString());
    }

    [Theory]
    [InlineData(-299, true)]
    [InlineData(299, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void A_signature_is_good_for_five_minutes_either_way(int seconds, bool good) =>
        Assert.Equal(good, Read(Body, Now.AddSeconds(seconds), Secret) is EventReading.OfPayment);

    [Fact]
    public void A_time_in_milliseconds_is_refused() => Assert.IsType<EventReading.NotGenuine>(
        Read(Body, Now, Secret, timestamp: Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Either_of_two_secrets_may_have_signed()
    {
        Assert.IsType<EventReading.OfPayment>(Read(Body, Now, OtherSecret, known: [Secret, OtherSecret]));
        Assert.IsType<EventReading.NotGenuine>(Read(Body, Now, OtherSecret, known: [Secret]));
    }

    [Fact]
    public void A_body_changed_by_one_byte_is_refused() =>
        Assert.IsType<EventReading.NotGenuine>(Read(Body, Now, Secret, sent: Body.Replace("1250", "1251", StringComparison.Ordinal)));

    [Theory]
    [InlineData("webhook-id")]
    [InlineData("webhook-timestamp")]
    [InlineData("webhook-signature")]
    public void A_missing_header_is_refused(string missing) => Assert.IsType<EventReading.NotGenuine>(Read(Body, Now, Secret, without: missing));

    [Fact]
    public void An_unknown_kind_is_genuine_and_none_of_ours() =>
        Assert.IsType<EventReading.Other>(Read("""{"id":"evt_1","type":"balance.changed","data":{}}""", Now, Secret));

    [Theory]
    [InlineData("inquiry", DisputeState.Inquiry)]
    [InlineData("needs_response", DisputeState.NeedsAnswer)]
    [InlineData("under_review", DisputeState.UnderReview)]
    [InlineData("won", DisputeState.Won)]
    [InlineData("lost", DisputeState.Lost)]
    [InlineData("closed", DisputeState.Closed)]
    public void A_dispute_is_read_in_our_words(string status, DisputeState state)
    {
        var body = $$$"""{"id":"evt_1","type":"dispute.updated","created_at":"2026-11-21T12:00:00Z","data":{"id":"sbd_1","payment_id":"sbp_1","status":"{{{status}}}","amount":1250,"currency":"USD","reason":"duplicate","evidence_due_by":"2026-12-01T00:00:00Z"}}""";
        var news = Assert.IsType<EventReading.OfDispute>(Read(body, Now, Secret)).News;

        Assert.Equal(("sbd_1", "sbp_1", state, "duplicate"), (news.Reference, news.MoneyReference, news.State, news.Reason));
        Assert.Equal((Now, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)), (news.At, news.EvidenceBy));
    }

    [Theory]
    [InlineData("prevented", 1250, "USD")]
    [InlineData("won", 0, "USD")]
    [InlineData("won", 1250, "XXX9")]
    public void A_dispute_that_cannot_be_read_is_none_of_ours(string status, long amount, string currency) => Assert.IsType<EventReading.Other>(Read(
        $$$"""{"id":"evt_1","type":"dispute.updated","data":{"id":"sbd_1","payment_id":"sbp_1","status":"{{{status}}}","amount":{{{amount}}},"currency":"{{{currency}}}"}}""", Now, Secret));

    [Fact]
    public void What_is_signed_but_cannot_be_read_is_refused() => Assert.IsType<EventReading.NotGenuine>(Read("{", Now, Secret));

    private static EventReading Read(
        string signed, DateTimeOffset signedAt, string secret, string[]? known = null, string? sent = null, string? timestamp = null, string? without = null)
    {
        var time = timestamp ?? signedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var headers = new Dictionary<string, string>
        {
            ["webhook-id"] = "evt_1",
            ["webhook-timestamp"] = time,
            ["webhook-signature"] = $"v1a,other v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"evt_1.{time}.{signed}")))}",
        };
        headers.Remove(without ?? "");

        return SandboxEvents.Read(Encoding.UTF8.GetBytes(sent ?? signed), headers.GetValueOrDefault, new ProcessorSecrets("key", known ?? [secret]), Now);
    }
}
