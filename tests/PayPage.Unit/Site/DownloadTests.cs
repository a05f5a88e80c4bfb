using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PayPage.Domain.Links;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

public sealed class DownloadTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_may_pay_may_have_the_invoice_as_a_file()
    {
        var path = await RunningSite.PayPathAsync(fixture.Browser, Ct);
        Assert.Contains("/invoice.pdf", await fixture.Browser.GetStringAsync(new Uri(path, UriKind.Relative), Ct), StringComparison.Ordinal);

        var answer = await GetAsync($"{path}/invoice.pdf");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^invoice-[A-Za-z0-9-]+\\.pdf$", answer.Content.Headers.ContentDisposition?.FileName ?? "");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(Ct)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_is_the_same_bytes()
    {
        var path = await RunningSite.PayPathAsync(fixture.Browser, Ct);

        Assert.Equal(
            await fixture.Browser.GetByteArrayAsync(new Uri($"{path}/invoice.pdf", UriKind.Relative), Ct),
            await fixture.Browser.GetByteArrayAsync(new Uri($"{path}/invoice.pdf", UriKind.Relative), Ct));
    }

    [Theory]
    [InlineData("DEMO-PAID", "invoice.pdf")]
    [InlineData("DEMO-SENT", "receipt.pdf")]
    [InlineData("DEMO-REVOKED", "invoice.pdf")]
    [InlineData("DEMO-EXPIRED", "invoice.pdf")]
    public async Task What_a_link_does_not_show_it_does_not_give_as_a_file(string number, string file)
    {
        var path = await DemoPathAsync(number);
        var answer = await GetAsync($"{path}/{file}");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(path, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_receipt_is_a_file_once_there_is_one()
    {
        var answer = await GetAsync($"{await DemoPathAsync("DEMO-PAID")}/receipt.pdf");

        Assert.Matches("^receipt-R-[0-9]{6}\\.pdf$", answer.Content.Headers.ContentDisposition?.FileName ?? "");
    }

    [Theory]
    [InlineData("invoice.pdf")]
    [InlineData("receipt.pdf")]
    public async Task A_token_that_is_none_gives_no_file(string file) =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/p/unknown/{file}")).StatusCode);

    private Task<HttpResponseMessage> GetAsync(string path) => fixture.Browser.GetAsync(new Uri(path, UriKind.Relative), Ct);

    private async Task<string> DemoPathAsync(string number)
    {
        await using var db = fixture.Site.OpenDatabase();
        var stored = await db.Links.Where(l => db.Invoices.Any(i => i.Id == l.InvoiceId && i.Number == number)).OrderBy(l => l.CreatedAt).Select(l => l.SealedAddress).FirstAsync(Ct);
        return $"/p/{fixture.Site.Services.GetRequiredService<ILinkTokens>().Unseal(stored)!.Token}";    // sealed by this site
    }
}
