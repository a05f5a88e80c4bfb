using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;

namespace PayPage.Unit.Api.Signing;

public sealed class SignatureTests(SignedHostFixture fixture) : IClassFixture<SignedHostFixture>
{
    private readonly ApiHost _host = fixture.NextSecond();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SignedCall Call => new() { Date = _host.Clock.GetUtcNow() };

    /// <summary>A request of the vendor's own client, byte for byte.</summary>
    [Fact]
    public async Task What_the_vendors_client_signs_is_believed_as_it_is()
    {
        const string call =
            """
            POST /invoicing/v2/invoices HTTP/1.1
            Accept: application/json
            Content-Type: application/json
            v-c-client-id: cybs-rest-sdk-node-0.0.83
            digest: SHA-256=TlDuGwoBJodSr35VZRh0/UaSSDbSOZaP6vDYWDAVWYI=
            v-c-merchant-id: testrest
            date: Sat, 21 Nov 2026 20:10:27 GMT
            host: localhost:44835
            signature: keyid="08c94330-f618-42a3-b09d-e1e43be5efda", algorithm="HmacSHA256", headers="host date request-target digest v-c-merchant-id", signature="UEOyes10qSU8TIklHUBuLAGthyS+9VvBtBSNevSNCH8="
            User-Agent: Mozilla/5.0
            v-c-sdk-telemetry-merchant-id: testrest
            Content-Length: 297
            Accept-Encoding: gzip, compress, deflate, br
            Connection: keep-alive

            {"invoiceInformation":{"description":"This is a test invoice – é","dueDate":"2019-07-11","sendImmediately":true,"deliveryMode":"email"},"orderInformation":{"amountDetails":{"totalAmount":"2623.64","currency":"USD"}},"customerInformation":{"name":"Tanya Lee","email":"tanya.lee@my-email.world"}}
            """;
        await using var host = await SignedHostFixture.StartAsync();
        host.Clock.Advance(new DateTimeOffset(2026, 11, 21, 20, 10, 27, TimeSpan.Zero) - host.Clock.GetUtcNow());

        var (status, text) = await RawCall.SendAsync(host.Address, Encoding.UTF8.GetBytes(call.ReplaceLineEndings("\r\n")), Ct);

        Assert.Equal(201, status);
        Assert.Contains("\"status\":\"SENT\"", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> Good => [.. new[] { "as it is", "old target", "other order", "more signed", "upper case names", "spaces", "lower case algorithm", "upper case key id", "5 minutes late", "5 minutes early", "query", "escaped", "get", "get twice", "post without body" }];

    [Theory]
    [MemberData(nameof(Good))]
    public async Task What_is_signed_as_the_dialect_says_is_believed(string how)
    {
        var get = Call with { Method = "GET", Target = "/invoicing/v2/invoices/x", Body = "" };
        var call = how switch
        {
            "old target" => Call with { Names = "host date (request-target) digest v-c-merchant-id" },
            "other order" => Call with { Names = "v-c-merchant-id digest request-target date host" },
            "more signed" => Call with { Names = "host date request-target digest v-c-merchant-id v-c-more", Extra = "v-c-more: \r\n" },
            "upper case names" => Call with { Then = h => h["signature"] = h["signature"].Replace("headers=\"host date", "HEADERS=\"Host DATE", StringComparison.Ordinal) },
            "spaces" => Call with { Then = h => h["signature"] = $"  {h["signature"].Replace(", ", "  ,   ", StringComparison.Ordinal)}  " },
            "lower case algorithm" => Call with { Then = h => h["signature"] = h["signature"].Replace("HmacSHA256", "hmacsha256", StringComparison.Ordinal) },
            "upper case key id" => Call with { Key = SignedCall.KeyId.ToString().ToUpperInvariant() },
            "5 minutes late" => Call with { Date = Call.Date.AddMinutes(-5) },
            "5 minutes early" => Call with { Date = Call.Date.AddMinutes(5) },
            "query" => get with { Target = "/invoicing/v2/invoices/x?offset=0&limit=5&status=PAID" },
            "escaped" => get with { Target = "/invoicing/v2/invoices/INV%201%2F%C3%A9" },
            "get" or "get twice" => get,
            "post without body" => Call with { Target = "/api/v1/batches/bat_0/process", Body = "" },
            _ => Call,
        };

        if (how == "get twice")
        {
            await RawCall.SendAsync(_host.Address, call.Bytes(), Ct);    // the same second, the same signature, and no harm done
        }

        Assert.Equal(call.Body.Length > 0 ? 201 : 404, (await RawCall.SendAsync(_host.Address, call.Bytes(), Ct)).Status);
    }

    public static TheoryData<string> Bad =>
    [
        .. new[]
        {
            "method", "target", "query added", "target escaped otherwise", "host", "date moved on", "merchant", "body", "body serialised anew", "digest", "digest and body", "no digest", "no digest header",
            "host not signed", "date not signed", "target not signed", "merchant not signed", "digest not signed", "header missing", "header twice", "name twice", "another's secret", "an empty secret", "unknown key",
            "revoked key", "a key that is sent", "more than 5 minutes late", "more than 5 minutes early", "no date", "iso date", "other merchant signed", "algorithm none", "algorithm sha1", "signature cut", "signature empty",
            "member twice", "no key id", "no quotes", "oversized", "two signatures", "bearer too", "wrong base64",
        },
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Whatever_was_changed_is_refused_and_nothing_is_made(string what)
    {
        var before = await CountAsync();

        var call = what switch
        {
            "method" => Call with { SentMethod = "PUT" },
            "target" => Call with { SentTarget = "/api/v1/batches" },
            "query added" => Call with { SentTarget = "/invoicing/v2/invoices?x=1" },
            "target escaped otherwise" => Call with { SentTarget = "/invoicing/v2/%69nvoices" },
            "host" => Call with { Then = h => h["host"] = "other.example.com" },
            "date moved on" => Call with { Date = Call.Date.AddDays(-1), Then = h => h["date"] = Call.Date.ToString("r", System.Globalization.CultureInfo.InvariantCulture) },
            "merchant" => Call with { Then = h => h["v-c-merchant-id"] = "another" },
            "body" => Call with { SentBody = Bodies.WithoutLines.Replace("2623.64", "2623.65", StringComparison.Ordinal) },
            "body serialised anew" => Call with { SentBody = System.Text.Json.Nodes.JsonNode.Parse(Bodies.WithoutLines)!.ToJsonString(new() { WriteIndented = true }) },
            "digest" => Call with { Then = h => h["digest"] = $"SHA-256={Convert.ToBase64String(new byte[32])}" },
            "digest and body" => Call with
            {
                SentBody = "{}",
                Then = h => h["digest"] = $"SHA-256={Convert.ToBase64String(SHA256.HashData("{}"u8))}",
            },
            "no digest" => Call with { Names = "host date request-target v-c-merchant-id", Then = h => h.Remove("digest") },
            "no digest header" => Call with { Then = h => h.Remove("digest") },
            "host not signed" => Call with { Names = "date request-target digest v-c-merchant-id" },
            "date not signed" => Call with { Names = "host request-target digest v-c-merchant-id" },
            "target not signed" => Call with { Names = "host date digest v-c-merchant-id" },
            "merchant not signed" => Call with { Names = "host date request-target digest" },
            "digest not signed" => Call with { Names = "host date request-target v-c-merchant-id" },
            "header missing" => Call with { Names = "host date request-target digest v-c-merchant-id v-c-more" },
            "header twice" => Call with { Extra = "v-c-merchant-id: testrest\r\n" },
            "name twice" => Call with { Names = "host host date request-target digest v-c-merchant-id" },
            "another's secret" => Call with { With = new byte[32] },
            "an empty secret" => Call with { With = [] },
            "unknown key" => Call with { Key = "18c94330-f618-42a3-b09d-e1e43be5efda" },
            "a key that is sent" => Call with { Key = (await _host.AddKeyAsync("sent", Ct)).Id.Uuid },
            "more than 5 minutes late" => Call with { Date = Call.Date.AddMinutes(-5).AddSeconds(-1) },
            "more than 5 minutes early" => Call with { Date = Call.Date.AddMinutes(5).AddSeconds(1) },
            "no date" => Call with { Then = h => h.Remove("date") },
            "iso date" => Call with { Then = h => h["date"] = Call.Date.ToString("o", System.Globalization.CultureInfo.InvariantCulture) },
            "other merchant signed" => Call with { Merchant = "another" },
            "algorithm none" => Changed("HmacSHA256", "none"),
            "algorithm sha1" => Changed("HmacSHA256", "HmacSHA1"),
            "signature cut" => Call with { Then = h => h["signature"] = h["signature"][..^6] + "\"" },
            "signature empty" => Call with { Then = h => h["signature"] = "" },
            "member twice" => Call with { Then = h => h["signature"] += $", keyid=\"{SignedCall.KeyId}\"" },
            "no key id" => Changed("keyid=", "id="),
            "no quotes" => Changed("\"", ""),
            "oversized" => Call with { Then = h => h["signature"] += new string(' ', 2000) + "," },
            "two signatures" => Call with { Extra = "Signature: x\r\n" },
            "bearer too" => Call with { Extra = $"Authorization: Bearer {ApiHost.Key}\r\n" },
            "wrong base64" => Changed("signature=\"", "signature=\"*"),
            "revoked key" => Call with { Key = $"{await RevokedAsync()}", With = new byte[32] },
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Say above what that is."),
        };

        var (status, text) = await RawCall.SendAsync(_host.Address, call.Bytes(), Ct);

        // A method that the address does not take is found out before anybody asks who calls.
        Assert.Equal(what == "method" ? 405 : 401, status);
        Assert.True(what is "method" or "target" || text.Contains("""{"response":{"rmsg":"Authentication Failed"}}""", StringComparison.Ordinal));
        Assert.Equal(before, await CountAsync());

        SignedCall Changed(string from, string to) => Call with { Then = h => h["signature"] = h["signature"].Replace(from, to, StringComparison.Ordinal) };
    }

    [Fact]
    public async Task A_recorded_call_makes_nothing_a_second_time_even_signed_with_other_blanks()
    {
        var before = await CountAsync();
        var date = Call.Date;
        Assert.Equal(201, (await RawCall.SendAsync(_host.Address, Call.Bytes(), Ct)).Status);
        _host.Clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Equal(401, (await RawCall.SendAsync(_host.Address, (Call with { Date = date }).Bytes(), Ct)).Status);
        Assert.Equal(401, (await RawCall.SendAsync(_host.Address, (Call with { Date = date, Then = h => h["signature"] = $" {h["signature"]} " }).Bytes(), Ct)).Status);
        Assert.Equal(before.Invoices + 1, (await CountAsync()).Invoices);
        Assert.Equal(201, (await RawCall.SendAsync(_host.Address, Call.Bytes(), Ct)).Status);    // the same wish, signed again
    }

    [Fact]
    public async Task Of_twenty_recordings_played_at_once_one_gets_through()
    {
        var call = Call.Bytes();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RawCall.SendAsync(_host.Address, call, Ct)));

        Assert.Equal(19, answers.Count(a => a.Status == 401));
        Assert.Single(answers, a => a.Status == 201);
    }

    [Fact]
    public async Task The_log_says_why_and_holds_no_secret()
    {
        await RawCall.SendAsync(_host.Address, (Call with { Date = Call.Date.AddHours(1) }).Bytes(), Ct);

        Assert.Contains("the date is no date", _host.Log.Lines.Last(line => line.Id == 3501).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Log.Lines, line => line.Text.Contains(Convert.ToBase64String(SignedCall.Secret), StringComparison.Ordinal));
    }

    private async Task<(int Invoices, int Spent)> CountAsync()
    {
        (int, int) counts = default;
        await _host.InDatabaseAsync(async db => counts = (await db.Invoices.CountAsync(Ct), await db.SpentSignatures.CountAsync(Ct)));
        return counts;
    }

    private async Task<Guid> RevokedAsync()
    {
        var id = Guid.Parse("38c94330-f618-42a3-b09d-e1e43be5efda");
        await _host.AddSignerAsync(id, new byte[32], "testrest", Ct);
        await _host.InDatabaseAsync(db => db.ApiKeys.Where(k => k.Id == new ApiKeyId(id)).ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, _host.Clock.GetUtcNow()), Ct));
        return id;
    }
}
