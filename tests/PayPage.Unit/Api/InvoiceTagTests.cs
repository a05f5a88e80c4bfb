using System.Net;

namespace PayPage.Unit.Api;

/// <summary>Entity tags: who has an old picture of an invoice replaces nothing that he has not seen.</summary>
public sealed class InvoiceTagTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_who_change_the_same_picture_the_second_is_told()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines);
        var seen = await client.AskAsync(address);

        var first = await client.PutAsync(address, Bodies.WithLines.With("invoiceInformation.description", "\"first\""), seen.ETag);
        var second = await client.PutAsync(address, Bodies.WithLines.With("invoiceInformation.description", "\"second\""), seen.ETag);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((412, "PRECONDITION_FAILED"), second.Refusal);
        Assert.Equal(first.ETag, second.ETag);
        Assert.Equal("first", (await client.AskAsync(address)).Text("invoiceInformation.description"));
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync(address, Bodies.WithLines.With("invoiceInformation.description", "\"second\""), second.ETag)).Status);
    }

    [Fact]
    public async Task Of_twenty_at_once_with_one_tag_one_wins()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines);
        var seen = await client.AskAsync(address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            client.PutAsync(address, Bodies.WithLines.With("invoiceInformation.description", $"\"{i}\""), seen.ETag)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(a => a.Status == HttpStatusCode.PreconditionFailed));
    }

    [Theory]
    [InlineData("publication")]
    [InlineData("delivery")]
    [InlineData("cancelation")]
    public async Task Actions_hold_it_too(string action)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var draft = Bodies.WithLines.For("DRAFT");
        var address = await client.CreateAsync(draft);
        var seen = await client.AskAsync(address);
        var now = await client.PutAsync(address, draft.With("invoiceInformation.description", "\"other\""));

        Assert.Equal((412, "PRECONDITION_FAILED"), (await client.CallAsync(HttpMethod.Post, $"{address}/{action}", "{}", seen.ETag)).Refusal);
        Assert.Equal("DRAFT", (await client.AskAsync(address)).Text("status"));
        Assert.Equal(HttpStatusCode.OK, (await client.CallAsync(HttpMethod.Post, $"{address}/{action}", "{}", now.ETag)).Status);
    }

    [Theory]
    [InlineData("*", 200)]
    [InlineData("\"0.0\", {0}", 200)]
    [InlineData("W/{0}", 412)]
    [InlineData("\"of another site\"", 412)]
    [InlineData("\"\"", 412)]
    [InlineData("no quotes", 400)]
    [InlineData("\"open", 400)]
    public async Task If_match_is_read_as_the_standard_has_it(string header, int status)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.For("DRAFT"));
        var seen = await client.AskAsync(address);

        var reply = await client.CallAsync(HttpMethod.Post, $"{address}/publication", "{}", header.Replace("{0}", seen.ETag, StringComparison.Ordinal));

        Assert.Equal(status, (int)reply.Status);
    }

    [Fact]
    public async Task A_copy_that_is_still_good_is_not_sent_again_and_one_that_is_not_is()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var created = await client.PostAsync(ApiRoom.Invoices, Bodies.WithLines.Numbered("e1"));
        var address = $"{ApiRoom.Invoices}/e1";
        Assert.Equal(created.ETag, (await client.AskAsync(address)).ETag);
        Assert.Equal((304, created.ETag, ""), await UnlessAsync(client, address, created.ETag!));
        Assert.Equal((304, created.ETag, ""), await UnlessAsync(client, address, $"\"x\", W/{created.ETag}"));

        await host.PayAsync("e1", 293_50, state: null);    // changes the history alone
        var (status, tag, body) = await UnlessAsync(client, address, created.ETag!);

        Assert.Equal(200, status);
        Assert.NotEqual(created.ETag, tag);
        Assert.NotEmpty(body);
    }

    [Fact]
    public async Task A_link_that_was_opened_meanwhile_is_no_clash()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var address = await client.CreateAsync(Bodies.WithLines.Numbered("o1"));
        var seen = await client.AskAsync(address);
        var link = new Uri(seen.Text("invoiceInformation.paymentLink")).Segments[^1];
        await host.UseAsync<PayPage.UseCases.Links.OpenLink, bool>(async open =>
        {
            await open.HandleAsync(link, Ct);
            return true;
        });

        Assert.NotEqual(seen.ETag, (await client.AskAsync(address)).ETag);
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync(address, Bodies.WithLines.With("invoiceInformation.description", "\"x\""), seen.ETag)).Status);
    }

    private static async Task<(int Status, string? Tag, string Body)> UnlessAsync(HttpClient client, string address, string tag)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        call.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await client.SendAsync(call, Ct);
        return ((int)answer.StatusCode, answer.Headers.ETag?.ToString(), await answer.Content.ReadAsStringAsync(Ct));
    }
}
