using System.Net;
using System.Net.Http.Headers;
using PayPage.Unit.Support;

namespace PayPage.Unit.Api.Own;

/// <summary>The whole way on a running site: by key alone, from the invoice to the money at the sandbox and back.</summary>
public sealed class RefundAtTheSandboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Money_that_was_paid_at_the_sandbox_goes_back_there_and_stays_told()
    {
        await using var site = new RunningSite();
        using var client = await site.ReadyBrowserAsync(Ct);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSite.ApiKey);

        var paid = (await client.AskAsync("/api/v1/invoices/DEMO-PAID/payments")).At("payments").EnumerateArray().Single(p => p.GetProperty("status").GetString() == "succeeded");
        var address = $"/api/v1/payments/{paid.GetProperty("id").GetString()}";
        var asked = await client.PostAsync($"{address}/refunds", """{"amount":"1.00","reason":"One rose was broken"}""");
        Assert.Equal(HttpStatusCode.Created, asked.Status);

        var refund = asked;

        for (var i = 0; i < 300 && refund.Text("status") is not ("succeeded" or "failed"); i++)
        {
            await Task.Delay(100, Ct);
            refund = refund with { Body = (await client.AskAsync($"{address}/refunds")).At("refunds.0") };
        }

        Assert.Equal(("succeeded", asked.Text("id"), "1.00"), (refund.Text("status"), refund.Text("id"), refund.Text("amount")));
        Assert.NotEmpty(refund.Text("processorReference"));
        Assert.Equal("1.00", (await client.AskAsync(address)).Text("refunded"));
        await site.SandboxAsync("UPDATE refunds SET created_at = created_at WHERE amount = 100", Ct);    // fails where the sandbox has none of that amount
        Assert.Contains(
            "payment.refunded",
            (await client.AskAsync("/api/v1/invoices/DEMO-PAID/events")).At("events").EnumerateArray().Select(e => e.GetProperty("type").GetString()));
    }
}
