using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Links;

namespace PayPage.Unit.Api.Own;

public sealed class LinksApiTests
{
    private const string Links = "/api/v1/invoices/l1/links";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_payer_gets_a_link_whose_address_is_told_once()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.For("CREATED").Numbered("l1"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        var made = await client.PostAsync(Links, """{"name":"Tim Rest"}""");
        var list = await client.AskAsync(Links);

        Assert.Equal((HttpStatusCode.Created, "active", "true", "Tim Rest"), (made.Status, made.Text("status"), made.Text("works"), made.Text("payer.name")));
        Assert.StartsWith("https://pay.example.com/p/", made.Text("address"), StringComparison.Ordinal);
        Assert.StartsWith("https://pay.example.com/s/", made.Text("shortAddress"), StringComparison.Ordinal);
        Assert.Equal((2, made.Text("id")), (list.At("links").GetArrayLength(), list.Text("links.0.id")));
        Assert.DoesNotContain("pay.example.com", list.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(host.World.Sent);
    }

    [Fact]
    public async Task It_is_sent_where_that_is_asked_for()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.For("CREATED").Numbered("l1"));

        var made = await client.PostAsync(Links, """{"name":"Tim Rest","email":"tim@example.com","send":true}""");

        Assert.Equal((HttpStatusCode.Created, "tim@example.com"), (made.Status, made.Text("payer.email")));
        await host.InDatabaseAsync(async db => Assert.Equal(made.Text("id"), $"{(await db.Outbox.SingleAsync(Ct)).LinkId}"));
    }

    [Fact]
    public async Task A_link_that_is_taken_back_is_so_for_whoever_asks_again()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.For("CREATED").Numbered("l1"));
        var id = (await client.AskAsync(Links)).Text("links.0.id");

        for (var i = 0; i < 2; i++)
        {
            var reply = await client.CallAsync(HttpMethod.Delete, $"/api/v1/links/{id}");
            Assert.Equal((HttpStatusCode.OK, "revoked", "false"), (reply.Status, reply.Text("status"), reply.Text("works")));
        }

        await host.InDatabaseAsync(async db => Assert.Equal(LinkStatus.Revoked, (await db.Links.SingleAsync(Ct)).Status));
    }

    [Fact]
    public async Task A_link_that_was_used_cannot_be_taken_back()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("l1"));
        var payment = await host.PayAsync("l1", 293_50);

        Assert.Equal("urn:paypage:problem:link-is-over", (await client.CallAsync(HttpMethod.Delete, $"/api/v1/links/{payment.LinkId}")).Text("type"));
    }

    [Theory]
    [InlineData("DRAFT")]
    [InlineData("PAID")]
    [InlineData("CANCELED")]
    public async Task Of_what_cannot_be_paid_no_link_is_made(string status)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await InvoiceActionsTests.InvoiceAsync(host, client, status, "l1");
        var before = await host.ReadAsync(db => db.Links.CountAsync(Ct));

        var reply = await client.PostAsync(Links, """{"name":"Tim Rest"}""");

        Assert.Equal((HttpStatusCode.Conflict, "urn:paypage:problem:not-payable"), (reply.Status, reply.Text("type")));
        Assert.Equal(before, await host.ReadAsync(db => db.Links.CountAsync(Ct)));
    }

    [Theory]
    [InlineData("{}", "name")]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData("""{"name":"4111111111111111"}""", "name")]
    [InlineData("""{"name":"Tim","email":"nowhere"}""", "email")]
    [InlineData("""{"name":"Tim","send":true}""", "email")]
    [InlineData("""{"name":"Tim","send":"perhaps"}""", "send")]
    [InlineData("""{"name":[],"email":{},"send":1,"token":"x"}""", "token", "name", "email", "send")]
    public async Task What_is_wrong_is_said_at_once(string body, params string[] fields)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.For("CREATED").Numbered("l1"));

        var reply = await client.PostAsync(Links, body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(fields, reply.Fields("errors"));
        Assert.Equal(1, await host.ReadAsync(db => db.Links.CountAsync(Ct)));
    }

    [Fact]
    public async Task Nobody_sees_or_takes_back_another_merchants_links_nor_those_of_the_other_mode()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddLiveKeyAsync("live");
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.For("CREATED").Numbered("l1"));
        var id = (await client.AskAsync(Links)).Text("links.0.id");

        foreach (var key in new[] { ApiHost.OthersKey, "live" })
        {
            using var stranger = host.Client(key);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.AskAsync(Links)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(Links, """{"name":"Tim"}""")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.CallAsync(HttpMethod.Delete, $"/api/v1/links/{id}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.CallAsync(HttpMethod.Delete, "/api/v1/links/lnk_x")).Status);
        Assert.Equal("active", (await client.AskAsync(Links)).Text("links.0.status"));
    }
}
