using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.UseCases.Keys;

namespace PayPage.Unit.Api.Calls;

/// <summary>What stands in front of every route: scopes, limits, ids of calls, and a shape for every refusal.</summary>
public sealed class ApiDoorTests
{
    private const string Invoices = "/invoicing/v2/invoices";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiScopes.Read, "GET", "/invoicing/v2/invoices/x", 404)]
    [InlineData(ApiScopes.Read, "HEAD", "/invoicing/v2/invoices/x", 404)]
    [InlineData(ApiScopes.Read, "GET", "/api/v1/events", 200)]
    [InlineData(ApiScopes.Read, "POST", Invoices, 403)]
    [InlineData(ApiScopes.Read, "POST", "/api/v1/batches", 403)]
    [InlineData(ApiScopes.Read, "DELETE", "/api/v1/batches/x", 403)]
    [InlineData(ApiScopes.Write, "POST", Invoices, 400)]
    [InlineData(ApiScopes.Write, "GET", "/invoicing/v2/invoices/x", 403)]
    [InlineData(ApiScopes.Refund, "POST", Invoices, 403)]
    [InlineData(ApiScopes.Refund, "GET", "/api/v1/events", 403)]
    [InlineData(ApiScopes.Read | ApiScopes.Write, "POST", Invoices, 400)]
    public async Task A_key_may_do_what_its_scopes_say_and_nothing_else(ApiScopes scopes, string method, string path, int status)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddKeyAsync("scoped", Ct, scopes);
        using var client = host.Client("scoped");
        using var call = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        call.Content = method is "GET" or "HEAD" ? null : "{}".AsJson();

        var answer = await client.SendAsync(call, Ct);

        Assert.Equal(status, (int)answer.StatusCode);

        if (status == 403)
        {
            Assert.Contains($"lacks the scope {(method == "GET" ? "read" : "write")}", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_sees_only_what_is_of_its_mode_and_a_key_that_signs_is_none_to_send()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddKeyAsync("live", Ct, mode: Mode.Live);
        await host.AddSignerAsync(Guid.Parse("28c94330-f618-42a3-b09d-e1e43be5efda"), new byte[32], "acme", Ct);
        using var test = host.Client();
        using var live = host.Client("live");
        using var signer = host.Client(Convert.ToBase64String(new byte[32]));
        var made = await test.PostAsync(new Uri(Invoices, UriKind.Relative), Bodies.WithoutLines.AsJson(), Ct);

        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync(made.Headers.Location, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await live.GetAsync(made.Headers.Location, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await signer.GetAsync(made.Headers.Location, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_minute_has_so_many_calls_and_every_answer_says_how_many_are_left()
    {
        await using var host = await ApiHost.StartAsync(Ct, ("Limits:ApiCallsPerMinute", "3"));
        await host.AddKeyAsync("second", Ct);
        using var client = host.Client();
        using var second = host.Client("second");

        for (var left = 2; left >= 0; left--)
        {
            var answer = await client.GetAsync(new Uri($"{Invoices}/x", UriKind.Relative), Ct);
            Assert.Equal(("3", $"{left}", "60"), (One(answer, "RateLimit-Limit"), One(answer, "RateLimit-Remaining"), One(answer, "RateLimit-Reset")));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(20.5));
        var dialect = await client.PostAsync(new Uri(Invoices, UriKind.Relative), Bodies.WithoutLines.AsJson(), Ct);
        var own = await client.GetAsync(new Uri("/api/v1/events", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(40), "0"), (dialect.StatusCode, dialect.Headers.RetryAfter?.Delta, One(dialect, "RateLimit-Remaining")));
        Assert.Equal("TOO_MANY_CALLS", (await JsonAsync(dialect)).GetProperty("reason").GetString());
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (own.StatusCode, own.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(new Uri("/api/v1/events", UriKind.Relative), Ct)).StatusCode);
        await host.InDatabaseAsync(async db => Assert.Equal(0, await db.Invoices.CountAsync(Ct)));

        host.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/v1/events", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_keys_is_asked_to_wait_and_whoever_has_one_is_not()
    {
        await using var host = await ApiHost.StartAsync(Ct, ("Limits:ApiFailuresPerAddress", "2"));
        using var stranger = host.Client("guess");
        using var client = host.Client();
        var address = new Uri($"{Invoices}/x", UriKind.Relative);

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(address, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync(address, Ct)).StatusCode);
        var slowed = await stranger.GetAsync(address, Ct);
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (slowed.StatusCode, slowed.Headers.RetryAfter?.Delta > TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Ct)).StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000001")]
    public async Task A_limit_out_of_range_is_a_limit_that_nobody_starts_with(string limit)
    {
        var refused = await Assert.ThrowsAnyAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => ApiHost.StartAsync(Ct, ("Limits:ApiCallsPerMinute", limit)));
        Assert.Contains("ApiCallsPerMinute", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order-17/try:2", true)]
    [InlineData("two words", false)]
    [InlineData(null, false)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task Every_answer_names_the_call(object? sent, bool isKept)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var stranger = host.Client(null);
        var own = sent is int length ? new string('x', length) : sent as string;

        foreach (var (who, method, path) in new[] { (client, HttpMethod.Get, "/api/v1/events"), (client, HttpMethod.Patch, Invoices), (stranger, HttpMethod.Get, $"{Invoices}/x"), (client, HttpMethod.Get, "/invoicing/none") })
        {
            using var call = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));

            if (own is not null)
            {
                call.Headers.TryAddWithoutValidation("X-Request-Id", own);
            }

            var id = One(await who.SendAsync(call, Ct), "X-Request-Id");
            Assert.True(isKept ? id == own : id.StartsWith("req_", StringComparison.Ordinal) && id.Length == 36, id);
        }
    }

    [Theory]
    [InlineData("GET", "/invoicing/v2/nothing", 404)]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api", 404)]
    [InlineData("PATCH", Invoices, 405)]
    [InlineData("TRACE", Invoices, 405)]
    [InlineData("OPTIONS", Invoices, 405)]
    [InlineData("PUT", "/api/v1/events", 405)]
    [InlineData("TRACE", "/api/v1/events", 405)]
    [InlineData("NONSENSE", "/api/v1/batches", 405)]
    public async Task What_no_route_answers_is_answered_in_the_shape_of_its_api(string method, string path, int status)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var call = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));

        var answer = await client.SendAsync(call, Ct);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 405, answer.Content.Headers.Allow.Count > 0);
        Assert.DoesNotContain(method, answer.Content.Headers.Allow);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var body = await JsonAsync(answer);
        Assert.Equal(path.StartsWith("/invoicing", StringComparison.Ordinal) ? "application/json" : "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(body.TryGetProperty(path.StartsWith("/invoicing", StringComparison.Ordinal) ? "reason" : "type", out _));
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-HTTP-Method")]
    [InlineData("X-Method-Override")]
    public async Task A_header_does_not_make_another_method_of_it(string header)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        client.DefaultRequestHeaders.Add(header, "POST");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.PutAsync(new Uri(Invoices, UriKind.Relative), Bodies.WithoutLines.AsJson(), Ct)).StatusCode);
        await host.InDatabaseAsync(async db => Assert.Equal(0, await db.Invoices.CountAsync(Ct)));
    }

    [Theory]
    [InlineData(Invoices, false, false)]
    [InlineData(Invoices, true, false)]
    [InlineData(Invoices, false, true)]
    [InlineData(Invoices, true, true)]
    public async Task Ten_megabytes_are_too_much_whether_announced_or_not_and_with_a_key_of_their_own(string path, bool chunked, bool keyed)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new string(' ', 10 * 1024 * 1024).AsJson() };
        call.Headers.TransferEncodingChunked = chunked;

        if (keyed)
        {
            call.Headers.Add("Idempotency-Key", "large");
        }

        var answer = await client.SendAsync(call, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("BADREQUEST", (await JsonAsync(answer)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task When_a_key_was_used_is_written_down_later_and_never_set_back()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.GetAsync(new Uri("/api/v1/events", UriKind.Relative), Ct);
        var used = host.Clock.GetUtcNow();
        Assert.Null(await LastAsync());

        await WriteAsync();
        Assert.Equal(used, await LastAsync());
        host.Get<KeyUses>().Tell(await IdAsync(), used.AddHours(-1));    // of another node, a little late
        await WriteAsync();
        Assert.Equal(used, await LastAsync());

        async Task WriteAsync() => await host.UseAsync<WriteKeyUses, bool>(async write => { await write.HandleAsync(Ct); return true; });
        async Task<DateTimeOffset?> LastAsync() => (await KeyAsync()).LastUsedAt;
        async Task<ApiKeyId> IdAsync() => (await KeyAsync()).Id;

        async Task<ApiKey> KeyAsync()
        {
            var hash = Secret.Hash(ApiHost.Key);
            ApiKey? key = null;
            await host.InDatabaseAsync(async db => key = await db.ApiKeys.AsNoTracking().SingleAsync(k => k.Hash == hash, Ct));
            return key!;
        }
    }

    private static string One(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
}
