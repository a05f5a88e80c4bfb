using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Payments;
using PayPage.Unit.StripeStandIn;
using PayPage.Unit.Support;
using PayPage.UseCases.Payments;

namespace PayPage.Unit.Site;

/// <summary>What comes in at <c>/hooks/stripe/…</c>, genuine and forged, and what happens while Stripe is away.</summary>
public sealed class StripeHooksTests(StripeSiteFixture fixture) : IClassFixture<StripeSiteFixture>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StripeServer Stripe => fixture.Stripe;

    public async ValueTask InitializeAsync()
    {
        await using var db = fixture.Site.OpenDatabase();
        var account = await db.Accounts.Where(a => a.Kind == PayPage.Domain.Processors.ProcessorKind.Stripe).Select(a => a.Id).SingleAsync(Ct);
        Stripe.Hooks.Url = new Uri(fixture.Browser.BaseAddress!, $"hooks/stripe/{account}");    // set by the fixture
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("no signature")]
    [InlineData("another secret")]
    [InlineData("another body")]
    [InlineData("written anew")]
    [InlineData("too old")]
    [InlineData("in milliseconds")]
    [InlineData("only a time")]
    public async Task What_Stripe_did_not_sign_so_and_now_is_refused_and_leaves_nothing(string how)
    {
        var (intent, body) = await PaidEventAsync();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var compact = JsonSerializer.Serialize(JsonElement.Parse(body));
        var good = Hooks.Sign(body, Stripe.Hooks.Secret, now);
        (string Body, string? Signature) sent = how switch
        {
            "no signature" => (body, null),
            "another secret" => (body, Hooks.Sign(body, "whsec_somebody_elses", now)),
            "another body" => (body.Replace("1250", "1251", StringComparison.Ordinal), good),
            "written anew" => (compact, good),
            "too old" => (body, Hooks.Sign(body, Stripe.Hooks.Secret, now - 310)),
            "in milliseconds" => (body, Hooks.Sign(body, Stripe.Hooks.Secret, now * 1000)),
            _ => (body, good.Split(',')[0]),
        };

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(sent.Body, sent.Signature));

        Assert.NotEqual(PaymentStatus.Succeeded, (await PaymentAsync(intent)).Status);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(body, good));
        Assert.Equal(PaymentStatus.Succeeded, (await PaymentAsync(intent)).Status);    // it was the signature, and nothing else
    }

    [Fact]
    public async Task The_same_event_a_hundred_times_at_once_is_money_once()
    {
        var (intent, body) = await PaidEventAsync();
        var signature = Hooks.Sign(body, Stripe.Hooks.Secret, DateTimeOffset.UtcNow.ToUnixTimeSeconds());

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync(body, signature)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        var payment = await PaymentAsync(intent);
        await using var db = fixture.Site.OpenDatabase();
        Assert.Equal(12_50, await db.Invoices.Where(i => i.Id == payment.InvoiceId).Select(i => i.Paid).SingleAsync(Ct));
        Assert.Equal(2, await db.Ledger.CountAsync(e => e.PaymentId == payment.Id, Ct));
    }

    [Fact]
    public async Task What_is_too_large_is_not_read_and_what_dribbles_in_holds_nobody_up()
    {
        using var large = new ByteArrayContent(new byte[300 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await fixture.Browser.PostAsync(Stripe.Hooks.Url, large, Ct)).StatusCode);

        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, Stripe.Hooks.Url!.Port, Ct);    // set by the fixture
        var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Stripe.Hooks.Url.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{{"), Ct);

        var (intent, body) = await PaidEventAsync();
        Assert.Equal(HttpStatusCode.OK, await SendAsync(body, Hooks.Sign(body, Stripe.Hooks.Secret, DateTimeOffset.UtcNow.ToUnixTimeSeconds())));
        Assert.Equal(PaymentStatus.Succeeded, (await PaymentAsync(intent)).Status);

        var answer = new byte[64];
        var read = await stream.ReadAsync(answer, Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Ct);
        Assert.True(read == 0 || Encoding.ASCII.GetString(answer, 0, read).StartsWith("HTTP/1.1 4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_Stripe_is_away_nothing_is_half_begun_and_afterwards_everything_heals_by_itself()
    {
        // One payer has paid, and the news of it is lost. Then Stripe's door is shut.
        Stripe.Hooks.Mode = HookMode.Lose;
        var paid = await BeginAsync(await PathAsync());
        await ConfirmAsync(paid);
        await Stripe.PauseAsync();

        var path = await PathAsync();
        var refused = await PostAsync(path);
        var words = await refused.Content.ReadAsStringAsync(Ct);
        var back = await fixture.Browser.GetAsync(new Uri($"{paid.Path}/return", UriKind.Relative), Ct);
        var page = await fixture.Browser.GetStringAsync(new Uri(paid.Path, UriKind.Relative), Ct);
        await CatchUpAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("Nothing was", words, StringComparison.Ordinal);    // charged, and what to do
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains("Do not pay again", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(PaymentStatus.Unconfirmed, (await PaymentAsync(paid.Intent)).Status);

        await using (var db = fixture.Site.OpenDatabase())
        {
            var untouched = await db.Payments.AsNoTracking().OrderByDescending(p => p.PreparedAt).FirstAsync(Ct);
            Assert.Equal((PaymentStatus.Failed, false), (untouched.Status, untouched.Declined));
            Assert.Equal(0, await db.Invoices.Where(i => i.Id == untouched.InvoiceId).Select(i => i.Reserved).SingleAsync(Ct));
        }

        await Stripe.ResumeAsync();
        await CatchUpAsync();

        Assert.Equal(PaymentStatus.Succeeded, (await PaymentAsync(paid.Intent)).Status);
        Stripe.Hooks.Mode = HookMode.Send;
        var again = await BeginAsync(path);
        await ConfirmAsync(again);
        await Stripe.Hooks.IdleAsync();
        Assert.Equal(PaymentStatus.Succeeded, (await PaymentAsync(again.Intent)).Status);
    }

    /// <summary>A payment that succeeded at Stripe, and the event that tells of it, not sent.</summary>
    private async Task<(string Intent, string Body)> PaidEventAsync()
    {
        Stripe.Hooks.Mode = HookMode.Lose;
        var begun = await BeginAsync(await PathAsync());
        await ConfirmAsync(begun);
        Stripe.Hooks.Mode = HookMode.Send;
        return (begun.Intent, Stripe.Hooks.All.Last(e => e.Type == "payment_intent.succeeded" && e.Body.Contains(begun.Intent, StringComparison.Ordinal)).Body);
    }

    private async Task<HttpStatusCode> SendAsync(string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Stripe.Hooks.Url);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        }

        return (await fixture.Browser.SendAsync(request, Ct)).StatusCode;
    }

    private async Task CatchUpAsync()
    {
        await using (var db = fixture.Site.OpenDatabase())
        {
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.ListNextAt, (DateTimeOffset?)null), Ct);    // as if ten minutes had passed
        }

        await using var scope = fixture.Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CatchUpEvents>().HandleAsync(Ct);
    }

    private async Task<Begun> BeginAsync(string path)
    {
        using var json = JsonDocument.Parse(await (await PostAsync(path)).Content.ReadAsStringAsync(Ct));
        var secret = json.RootElement.GetProperty("secret").GetString()!;    // a begun payment has one
        return new Begun(path, secret.Split("_secret_")[0], secret);
    }

    private async Task ConfirmAsync(Begun begun)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["key"] = Stripe.PublishableKey,
            ["client_secret"] = begun.Secret,
            ["return_url"] = "http://localhost/return",
            ["payment_method_data[type]"] = "card",
            ["payment_method_data[card][number]"] = TestNumbers.Visa,
        });
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(new Uri(Stripe.Url, $"v1/payment_intents/{begun.Intent}/confirm"), form, Ct)).StatusCode);
    }

    private async Task<Payment> PaymentAsync(string intent)
    {
        await using var db = fixture.Site.OpenDatabase();
        return await db.Payments.AsNoTracking().SingleAsync(p => p.ProcessorReference == intent, Ct);
    }

    private Task<string> PathAsync() => RunningSite.PayPathAsync(fixture.Browser, Ct);

    private async Task<HttpResponseMessage> PostAsync(string path)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        form.Headers.TryAddWithoutValidation("Accept", "application/json");
        form.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Choice"] = "full",
            ["Input.Shown"] = "1250",
            ["Input.Method"] = "card",
            ["Input.Attempt"] = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(11)),
        });
        return await fixture.Browser.SendAsync(form, Ct);
    }

    private sealed record Begun(string Path, string Intent, string Secret);
}
