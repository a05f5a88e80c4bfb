using System.Net;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Documents;
using PayPage.Domain.Links;
using PayPage.Domain.Outbox;

namespace PayPage.Unit.Api.Own;

/// <summary>Papers, receipts and QR codes.</summary>
public sealed class PapersApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invoice_and_a_receipt_come_as_files()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("p/1"));
        var payment = await host.PayAsync("p/1", 293_50);

        foreach (var (path, name) in new[] { ("/api/v1/invoices/p%2F1/invoice.pdf", "invoice-p-1.pdf"), ($"/api/v1/payments/{payment.Id}/receipt.pdf", "receipt-") })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Ct);

            Assert.Equal((HttpStatusCode.OK, "application/pdf", "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
            Assert.StartsWith(name, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
            Assert.True(bytes.AsSpan().StartsWith("%PDF-"u8));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.AskAsync("/api/v1/invoices/nothing/invoice.pdf")).Status);
    }

    [Fact]
    public async Task Without_money_there_is_no_receipt_to_get_or_to_send()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("p1"));
        var payment = await host.PayAsync("p1", 293_50, state: null);

        Assert.Equal("urn:paypage:problem:no-receipt", (await client.AskAsync($"/api/v1/payments/{payment.Id}/receipt.pdf")).Text("type"));
        Assert.Equal("urn:paypage:problem:no-receipt", (await client.PostAsync($"/api/v1/payments/{payment.Id}/receipt")).Text("type"));
    }

    [Fact]
    public async Task A_receipt_goes_out_again_once_within_a_moment_and_the_books_stay_right()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("p1"));
        var payment = await host.PayAsync("p1", 293_50);
        var address = $"/api/v1/payments/{payment.Id}/receipt";

        Assert.Equal("sent-a-moment-ago", (await client.PostAsync(address)).Text("status"));    // the first is about to leave
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var sent = await client.PostAsync(address, "{}");
        Assert.Equal((HttpStatusCode.Accepted, "queued"), (sent.Status, sent.Text("status")));
        Assert.Equal("sent-a-moment-ago", (await client.PostAsync(address)).Text("status"));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("queued", (await client.PostAsync(address)).Text("status"));

        Assert.Equal(3, await host.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == OutboxKind.ReceiptMail, Ct)));
        Assert.Equal(1, await host.ReadAsync(db => db.Receipts.CountAsync(Ct)));
        var books = await host.UseAsync<PayPage.UseCases.Verifying.VerifyBooks, PayPage.UseCases.Verifying.BooksReport>(verify => verify.HandleAsync(Ct));
        Assert.Empty(books.Broken);
    }

    [Fact]
    public async Task Where_nobody_knows_an_address_that_is_said()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.For("CREATED").With("customerInformation", null).Numbered("p1"));
        var payment = await host.PayAsync("p1", 293_50);

        Assert.Equal("urn:paypage:problem:no-address", (await client.PostAsync($"/api/v1/payments/{payment.Id}/receipt")).Text("type"));
    }

    [Fact]
    public async Task A_QR_code_leads_to_the_short_form_of_the_customers_link()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("q1"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var other = await client.PostAsync("/api/v1/invoices/q1/links", """{"name":"Tim Rest"}""");
        var own = await host.ReadAsync(db => db.Links.Where(l => l.PayerName == null).Select(l => l.SealedAddress).SingleAsync(Ct));
        var address = await host.UseAsync<ILinkTokens, Uri>(tokens => Task.FromResult(host.World.ShortLink(tokens.Unseal(own)!.ShortCode)));

        using var svg = await client.GetAsync(new Uri("/api/v1/invoices/q1/qr.svg", UriKind.Relative), Ct);
        using var png = await client.GetAsync(new Uri("/api/v1/invoices/q1/qr.png", UriKind.Relative), Ct);
        using var others = await client.GetAsync(new Uri($"/api/v1/invoices/q1/qr.svg?link={other.Text("id")}", UriKind.Relative), Ct);

        Assert.Equal(("image/svg+xml", "image/png"), (svg.Content.Headers.ContentType?.MediaType, png.Content.Headers.ContentType?.MediaType));
        await host.UseAsync<IQrRenderer, bool>(async qr =>
        {
            Assert.Equal(qr.Svg(address), await svg.Content.ReadAsStringAsync(Ct));
            Assert.Equal(qr.Png(address), await png.Content.ReadAsByteArrayAsync(Ct));
            Assert.Equal(qr.Svg(new Uri(other.Text("shortAddress"))), await others.Content.ReadAsStringAsync(Ct));
            return true;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await client.AskAsync("/api/v1/invoices/q1/qr.svg?link=lnk_x")).Status);
    }

    [Theory]
    [InlineData("DRAFT", 409)]
    [InlineData("CANCELED", 409)]
    [InlineData("SENT", 200)]
    [InlineData("PAID", 200)]
    public async Task A_code_is_drawn_only_of_what_has_a_page(string status, int answer)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await InvoiceActionsTests.InvoiceAsync(host, client, status, "q1");

        foreach (var file in new[] { "qr.svg", "qr.png" })
        {
            var reply = await client.AskAsync($"/api/v1/invoices/q1/{file}");
            Assert.Equal(answer, (int)reply.Status);
            Assert.Equal(answer == 409 ? "application/problem+json" : file == "qr.svg" ? "image/svg+xml" : "image/png", reply.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Of_a_link_that_was_taken_back_no_code_is_drawn()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("q1"));
        var id = (await client.AskAsync("/api/v1/invoices/q1/links")).Text("links.0.id");
        await client.CallAsync(HttpMethod.Delete, $"/api/v1/links/{id}");

        Assert.Equal("urn:paypage:problem:no-link", (await client.AskAsync("/api/v1/invoices/q1/qr.svg")).Text("type"));
        Assert.Equal("urn:paypage:problem:no-link", (await client.AskAsync($"/api/v1/invoices/q1/qr.svg?link={id}")).Text("type"));
    }

    [Fact]
    public async Task Nobody_gets_another_merchants_papers_nor_those_of_the_other_mode()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        await host.AddLiveKeyAsync("live");
        using var client = host.Client();
        await client.CreateAsync(Bodies.WithLines.Numbered("q1"));

        foreach (var key in new[] { ApiHost.OthersKey, "live" })
        {
            using var stranger = host.Client(key);

            foreach (var file in new[] { "invoice.pdf", "qr.svg", "qr.png", "events", "links", "payments" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.AskAsync($"/api/v1/invoices/q1/{file}")).Status);
            }
        }
    }
}
