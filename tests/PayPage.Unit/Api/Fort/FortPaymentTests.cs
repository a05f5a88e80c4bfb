using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Fort;
using PayPage.Unit.Support;

namespace PayPage.Unit.Api.Fort;

[RunsLong]
public sealed class FortPaymentTests : IAsyncLifetime
{
    private ApiHost _host = null!;    // set before each test

    private FortSystem _shop = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync(Ct);
        _shop = await FortSystem.OfAsync(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_link_is_made_and_the_answer_gives_back_what_was_sent_and_is_signed()
    {
        var sent = FortSystem.Link();
        sent["order_description"] = "Flowers";
        sent["return_url"] = "https://shop.example.com/back";
        var reply = await _shop.CallAsync(sent);

        Assert.Equal(("48000", "48", "Success"), (reply["response_code"], reply["status"], reply["response_message"]));
        Assert.All(sent, parameter => Assert.Equal(parameter.Value, reply[parameter.Key]));
        Assert.Matches("^https://pay.example.com/s/[A-Za-z0-9_-]{22}$", reply["payment_link"]);
        Assert.InRange(reply["payment_link_id"].Length, 1, 20);
        Assert.True(reply.ContainsKey("signature"));
        Assert.Single(_host.World.Sent);

        await _host.InDatabaseAsync(async db =>
        {
            var invoice = await db.Invoices.AsNoTracking().SingleAsync(Ct);
            var own = await db.FortInvoices.AsNoTracking().SingleAsync(Ct);
            var link = await db.Links.AsNoTracking().SingleAsync(Ct);
            var ends = new DateTimeOffset(2027, 12, 20, 12, 36, 55, TimeSpan.Zero);

            Assert.Equal(("R-1", 50000L, "AED", "Flowers"), (invoice.Number, invoice.Total, invoice.Currency.Code, invoice.Description));
            Assert.Equal((ends, ends), (invoice.ExpiresAt, link.LivesUntil));
            Assert.Equal((invoice.Id, reply["payment_link_id"], "https://shop.example.com/back", false), (own.InvoiceId, own.LinkId, own.ReturnUrl, own.CameInAFile));
        });
    }

    [Theory]
    [InlineData("500", "JPY", 500)]
    [InlineData("100000", "JOD", 100000)]
    [InlineData("1", "AED", 1)]
    public async Task Amounts_count_the_smallest_unit_whatever_the_currency(string amount, string currency, long minor)
    {
        Assert.Equal("48000", (await _shop.CallAsync(link => (link["amount"], link["currency"]) = (amount, currency)))["response_code"]);
        await _host.InDatabaseAsync(async db => Assert.Equal(minor, (await db.Invoices.SingleAsync(Ct)).Total));
    }

    [Theory]
    [InlineData("merchant_reference", null, "00001")]
    [InlineData("amount", null, "00001")]
    [InlineData("currency", "", "00001")]
    [InlineData("language", null, "00001")]
    [InlineData("customer_email", null, "00001")]
    [InlineData("request_expiry_date", null, "00001")]
    [InlineData("notification_type", null, "00001")]
    [InlineData("merchant_reference", "with space", "00002")]
    [InlineData("merchant_reference", "...", "00002")]
    [InlineData("merchant_reference", "12345678901234567890123456789012345678901", "00032")]
    [InlineData("amount", "0", "00005")]
    [InlineData("amount", "12.50", "00002")]
    [InlineData("amount", "10000000000", "00032")]
    [InlineData("currency", "XXY", "00013")]
    [InlineData("language", "nl", "00033")]
    [InlineData("customer_email", "nobody", "00002")]
    [InlineData("request_expiry_date", "2027-12-20", "00002")]
    [InlineData("request_expiry_date", "2026-11-21T11:59:59Z", "00122")]
    [InlineData("notification_type", "PIGEON", "00033")]
    [InlineData("notification_type", "SMS", "00001", "customer_phone")]
    [InlineData("link_command", "AUTHORIZATION", "00034")]
    [InlineData("link_command", "REFUND", "00033")]
    [InlineData("payment_option", "VISA", "00003")]
    [InlineData("payment_link_id", "123456789012345678901", "00032")]
    [InlineData("customer_name", "Tanya 2", "00002")]
    [InlineData("customer_phone", "12a", "00002")]
    [InlineData("order_description", "4111 1111 1111 1111", "00002")]
    [InlineData("return_url", "http://shop.example.com/", "00002")]
    [InlineData("recurring_mode", "FIXED", "00073")]
    [InlineData("service_command", null, "00001")]
    [InlineData("service_command", "TOKENIZATION", "00004")]
    public async Task What_is_wrong_is_refused_by_its_code_and_makes_nothing(string name, string? value, string code, string? about = null)
    {
        var reply = await _shop.CallAsync(link => link[name] = value);

        Assert.Equal(code, reply["response_code"]);
        Assert.True(reply.ContainsKey("signature"));
        Assert.True(code == "00004" || reply["response_message"].EndsWith($": {about ?? name}", StringComparison.Ordinal), reply["response_message"]);
        Assert.False(reply.ContainsKey("payment_link"));
        await _host.InDatabaseAsync(async db => Assert.Equal((0, 0, 0), (await db.Invoices.CountAsync(Ct), await db.Customers.CountAsync(Ct), await db.FortInvoices.CountAsync(Ct))));
    }

    [Fact]
    public async Task Messages_are_in_Arabic_for_who_speaks_it()
    {
        var good = await _shop.CallAsync(link => link["language"] = "ar");
        var bad = await _shop.CallAsync(link => (link["language"], link["amount"], link["merchant_reference"]) = ("ar", "0", "R-2"));

        Assert.Equal((FortCode.Success.Arabic, $"{FortCode.BadAmount.Arabic}: amount"), (good["response_message"], bad["response_message"]));
    }

    [Theory]
    [InlineData("EMAIL", 1)]
    [InlineData("NONE", 0)]
    [InlineData("EMAIL,NONE", 0)]
    public async Task NONE_beside_another_way_sends_nothing(string type, int mails)
    {
        Assert.Equal("48000", (await _shop.CallAsync(link => link["notification_type"] = type))["response_code"]);
        Assert.Equal(mails, _host.World.Sent.Count);
    }

    [Fact]
    public async Task Who_proves_nothing_gets_no_signature_and_learns_nothing()
    {
        using var other = await FortSystem.OfAsync(_host, 1);
        var good = _shop.Signed(FortSystem.Link());

        var unknown = await _shop.SendAsync(new(good) { ["access_code"] = "AAAABBBBCCCCDDDDEEEE" });
        var wrong = await _shop.SendAsync(new(good) { ["amount"] = "1" });
        var foreign = await _shop.SendAsync(new(good) { ["merchant_identifier"] = other.Door.MerchantIdentifier });
        var none = await _shop.SendAsync(FortSystem.Link());
        var long1 = await _shop.SendAsync(new(good) { ["access_code"] = new string('A', 21) });

        Assert.Equal(["00010", "00008", "00008", "00001", "00032"], new[] { unknown, wrong, foreign, none, long1 }.Select(reply => reply["response_code"]));
        Assert.All([unknown, wrong, foreign, none, long1], reply => Assert.False(reply.ContainsKey("signature")));

        // Signed well, but in another merchant's name.
        var stolen = FortSystem.Link();
        stolen["merchant_identifier"] = other.Door.MerchantIdentifier;
        Assert.Equal("00009", (await _shop.CallAsync(stolen))["response_code"]);
    }

    [Theory]
    [InlineData("not json", "application/json")]
    [InlineData("[1]", "application/json")]
    [InlineData("{\"amount\":{}}", "application/json")]
    [InlineData("{\"amount\":\"1\",\"amount\":\"2\"}", "application/json")]
    [InlineData("{}", "text/plain")]
    public async Task What_is_no_object_of_texts_is_refused(string body, string type)
    {
        var reply = await _shop.PostAsync(new StringContent(body, Encoding.UTF8, type), "paymentApi");
        Assert.Equal("00073", reply["response_code"]);
    }

    [Fact]
    public async Task More_than_64_kB_is_not_read()
    {
        var reply = await _shop.PostAsync(new StringContent($"{{\"amount\":\"{new string('1', 65_536)}\"}}", Encoding.UTF8, "application/json"), "paymentApi");
        Assert.Equal("00073", reply["response_code"]);
    }

    [Fact]
    public async Task A_door_that_is_shut_answers_as_if_it_were_not_there()
    {
        await _host.UseAsync<PayPage.UseCases.Fort.ChangeFortDoor, bool>(change => change.TurnAsync(false, _shop.Caller, Ct));
        Assert.Equal("00010", (await _shop.CallAsync(FortSystem.Link()))["response_code"]);
    }

    [Fact]
    public async Task SHA_512_signs_calls_and_answers_where_it_is_chosen()
    {
        await _host.UseAsync<PayPage.UseCases.Fort.ChangeFortDoor, PayPage.UseCases.Merchants.SettingsOutcome>(
            change => change.ChangeAsync(new PayPage.UseCases.Fort.FortDoorWords("Sha512", null, null, false), _shop.Door.Version, _shop.Caller, Ct));
        Assert.Equal("00008", (await _shop.CallAsync(FortSystem.Link()))["response_code"]);

        _shop.Door.Digest = FortDigest.Sha512;
        var reply = await _shop.CallAsync(FortSystem.Link());
        Assert.Equal(("48000", 128), (reply["response_code"], reply["signature"].Length));
    }

    [Fact]
    public async Task A_reference_and_a_links_id_are_given_once()
    {
        Assert.Equal("48000", (await _shop.CallAsync(link => link["payment_link_id"] = "mine-1"))["response_code"]);

        Assert.Equal("49066", (await _shop.CallAsync(FortSystem.Link()))["response_code"]);
        Assert.Equal("49126", (await _shop.CallAsync(link => (link["merchant_reference"], link["payment_link_id"]) = ("R-2", "mine-1")))["response_code"]);

        // Another merchant's are his own.
        using var other = await FortSystem.OfAsync(_host, 1);
        Assert.Equal("48000", (await other.CallAsync(link => link["payment_link_id"] = "mine-1"))["response_code"]);
    }

    [Fact]
    public async Task A_hundred_calls_at_once_with_one_reference_make_one_link()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _shop.CallAsync(link => link["notification_type"] = "NONE")));

        Assert.Single(replies, reply => reply["response_code"] == "48000");
        Assert.Equal(99, replies.Count(reply => reply["response_code"] == "49066"));
        await _host.InDatabaseAsync(async db => Assert.Equal((1, 1, 1), (await db.Invoices.CountAsync(Ct), await db.FortInvoices.CountAsync(Ct), await db.Customers.CountAsync(Ct))));
    }

    [Fact]
    public async Task No_phrase_and_no_links_address_reaches_the_log()
    {
        var reply = await _shop.CallAsync(FortSystem.Link());
        _host.World.IsBroken = true;
        await _shop.CallAsync(link => link["merchant_reference"] = "R-2");
        var code = new Uri(reply["payment_link"]).Segments[^1];

        Assert.All(new[] { _shop.Phrases.Request, _shop.Phrases.Response, code, "tanya@example.com" }, secret => Assert.DoesNotContain(_host.Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal)));
    }
}
