using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Calls;
using PayPage.Unit.Support;
using PayPage.UseCases.Calls;

namespace PayPage.Unit.Api.Calls;

public sealed class IdempotencyTests
{
    private const string Invoices = "/invoicing/v2/invoices";
    private const string Key = "5f0c9d3a-order-17";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_call_gets_the_same_answer_and_makes_one_invoice()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var first = await SendAsync(client, Key);
        host.Clock.Advance(TimeSpan.FromHours(25));
        var second = await SendAsync(client, Key);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Ct), await second.Content.ReadAsStringAsync(Ct));
        Assert.Equal((first.Headers.Location, first.Content.Headers.ContentType), (second.Headers.Location, second.Content.Headers.ContentType));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal("no-store", second.Headers.CacheControl?.ToString());
        await CountAsync(host, 1);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(client, "another")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(client, null)).StatusCode);
        await CountAsync(host, 3);
    }

    [Fact]
    public async Task Of_twenty_at_once_one_works_and_all_get_its_answer()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(client, Key)));
        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync(Ct)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Equal(19, answers.Count(a => a.Headers.Contains("Idempotency-Replayed")));
        Assert.Single(host.World.Sent);
        await CountAsync(host, 1);
    }

    [Fact]
    public async Task The_same_key_with_something_else_is_a_mistake_and_makes_nothing()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await SendAsync(client, Key);

        var other = await SendAsync(client, Key, Bodies.WithLines);
        var blank = await SendAsync(client, Key, Bodies.WithoutLines + " ");
        var elsewhere = await SendAsync(client, Key, path: "/api/v1/batches");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Contains("\"reason\":\"IDEMPOTENCY_KEY_REUSED\"", await other.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
        Assert.Contains("urn:paypage:problem:idempotency-key-reused", await elsewhere.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await CountAsync(host, 1);
    }

    [Fact]
    public async Task Keys_of_another_merchant_and_of_the_other_mode_are_others()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddKeyAsync("live", Ct, mode: Mode.Live);
        using var client = host.Client();
        using var other = host.Client(ApiHost.OthersKey);
        using var live = host.Client("live");

        foreach (var who in new[] { client, other, live })
        {
            var answer = await SendAsync(who, Key);
            Assert.Equal((HttpStatusCode.Created, false), (answer.StatusCode, answer.Headers.Contains("Idempotency-Replayed")));
        }

        await CountAsync(host, 3);
    }

    [Fact]
    public async Task A_refusal_is_an_answer_too()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var first = await SendAsync(client, Key, "{}");
        var second = await SendAsync(client, Key, "{}");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode));
        Assert.True(second.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task What_failed_on_our_side_is_tried_again_and_finds_what_it_had_made()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        host.World.IsBroken = true;
        Assert.Equal(HttpStatusCode.BadGateway, (await SendAsync(client, Key)).StatusCode);
        await CountAsync(host, 1);
        host.World.IsBroken = false;

        var again = await SendAsync(client, Key);

        Assert.Equal((HttpStatusCode.Created, false), (again.StatusCode, again.Headers.Contains("Idempotency-Replayed")));
        await CountAsync(host, 1);
        Assert.True((await SendAsync(client, Key)).Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task After_a_crash_before_the_answer_was_kept_the_same_invoice_is_answered()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var first = await SendAsync(client, Key);
        await ForgetAnswerAsync(host);

        var atOnce = await SendAsync(client, Key);
        Assert.Equal((HttpStatusCode.Conflict, TimeSpan.FromSeconds(1)), (atOnce.StatusCode, atOnce.Headers.RetryAfter?.Delta));

        host.Clock.Advance(KeptCall.Lease);
        var later = await SendAsync(client, Key);
        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (later.StatusCode, later.Headers.Location));
        await CountAsync(host, 1);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_before_the_answer_is_the_same_file()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var text = BatchRoom.Header + BatchRoom.Rows(3);
        var first = await SendAsync(client, Key, text, "/api/v1/batches", "text/csv");
        var replayed = await SendAsync(client, Key, text, "/api/v1/batches", "text/csv");
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(Ct), await replayed.Content.ReadAsStringAsync(Ct));

        await ForgetAnswerAsync(host);
        host.Clock.Advance(KeptCall.Lease);
        var later = await SendAsync(client, Key, text, "/api/v1/batches", "text/csv");

        Assert.Equal(HttpStatusCode.Accepted, later.StatusCode);
        Assert.Equal(IdOf(await first.Content.ReadAsStringAsync(Ct)), IdOf(await later.Content.ReadAsStringAsync(Ct)));
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(client, "a-new-one", text, "/api/v1/batches", "text/csv")).StatusCode);

        static string? IdOf(string body) => JsonDocument.Parse(body).RootElement.GetProperty("id").GetString();
    }

    [Fact]
    public async Task Answers_are_forgotten_after_a_week_and_not_before()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await SendAsync(client, Key);
        host.Clock.Advance(KeptCall.Kept - TimeSpan.FromMinutes(1));
        await host.UseAsync<ForgetCalls, bool>(forget => forget.HandleAsync(Ct));
        Assert.True((await SendAsync(client, Key)).Headers.Contains("Idempotency-Replayed"));

        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await host.UseAsync<ForgetCalls, bool>(forget => forget.HandleAsync(Ct));
        await host.InDatabaseAsync(async db => Assert.Equal(0, await db.KeptCalls.CountAsync(Ct)));
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(client, Key, Bodies.WithLines)).StatusCode);    // a new call
        await CountAsync(host, 2);
    }

    [Fact]
    public async Task No_link_and_no_name_lies_in_what_is_kept()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await SendAsync(client, Key, Bodies.WithLines);

        await host.InDatabaseAsync(async db =>
        {
            var text = Encoding.UTF8.GetString((await db.KeptCalls.SingleAsync(Ct)).Body!);
            Assert.DoesNotContain("paymentLink", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Tanya", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData(256)]
    public async Task A_key_that_is_none_is_refused(object key)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await SendAsync(client, key as string ?? new string('k', (int)key));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Idempotency-Key", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        await CountAsync(host, 0);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(client, new string('k', 255))).StatusCode);
    }

    /// <summary>As if the process had ended between the work and the keeping of its answer.</summary>
    private static Task ForgetAnswerAsync(ApiHost host) => host.InDatabaseAsync(db => db.KeptCalls.ExecuteUpdateAsync(
        set => set.SetProperty(c => c.Status, (int?)null).SetProperty(c => c.Body, (byte[]?)null).SetProperty(c => c.LeasedUntil, host.Clock.GetUtcNow() + KeptCall.Lease), Ct));

    private static Task CountAsync(ApiHost host, int invoices) => host.InDatabaseAsync(async db => Assert.Equal(invoices, await db.Invoices.CountAsync(Ct)));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string? key, string body = Bodies.WithoutLines, string path = Invoices, string type = "application/json")
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, type) };

        if (key is not null)
        {
            call.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await client.SendAsync(call, Ct);
    }
}
