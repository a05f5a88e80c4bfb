using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Receipts;

namespace PayPage.Unit.Site;

/// <summary>Anybody with a receipt in his hand asks whether it is true: as a person, as a program, and without us.</summary>
public sealed class VerifyPageTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_true_receipt_is_shown_with_what_it_says()
    {
        var receipt = await ReceiptAsync();

        var page = await fixture.Browser.GetStringAsync(new Uri($"/verify/{receipt.Code}", UriKind.Relative), Ct);

        Assert.Contains("This receipt is genuine", page, StringComparison.Ordinal);
        Assert.Contains(receipt.Number, page, StringComparison.Ordinal);
        Assert.Contains(ReceiptFactsText.Read(receipt.Facts).Reference, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/verify/AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/verify/x")]
    [InlineData("/verify/%2e%2e%2f")]
    public async Task A_receipt_that_is_not_ours_is_unknown(string path)
    {
        var answer = await fixture.Browser.GetAsync(new Uri(path, UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("We do not know this receipt", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_can_check_a_receipt_with_our_public_keys_alone()
    {
        var receipt = await ReceiptAsync();

        var answer = await JsonAsync($"/verify/{receipt.Code}.json");
        var keys = await JsonAsync("/verify/keys.json");
        var jws = answer.GetProperty("jws").GetString()!.Split('.');
        var key = keys.GetProperty("keys").EnumerateArray().Single(k => k.GetProperty("kid").GetString() == answer.GetProperty("keyId").GetString());
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Bytes(key, "x"), Y = Bytes(key, "y") } });

        Assert.Equal("true", answer.GetProperty("verdict").GetString());
        Assert.True(ecdsa.VerifyData(Encoding.ASCII.GetBytes($"{jws[0]}.{jws[1]}"), Decoded(jws[2]), HashAlgorithmName.SHA256));
        Assert.True(JsonElement.DeepEquals(answer.GetProperty("receipt"), JsonElement.Parse(Decoded(jws[1]))));
        Assert.False(key.TryGetProperty("d", out _));    // the private half
    }

    [Theory]
    [InlineData("", "This receipt is genuine", "true")]
    [InlineData("145.00", "This receipt was altered", "altered")]
    public async Task A_copy_is_judged_on_the_page_and_by_the_api(string changed, string heading, string verdict)
    {
        var receipt = await ReceiptAsync();
        var copy = await fixture.Browser.GetStringAsync(new Uri($"/verify/{receipt.Code}.json", UriKind.Relative), Ct);
        copy = changed.Length == 0 ? copy : copy.Replace(changed, "945.00", StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("Receipt", copy)]);
        var page = await (await fixture.Browser.PostAsync(new Uri("/verify", UriKind.Relative), form, Ct)).Content.ReadAsStringAsync(Ct);
        using var body = new StringContent(copy);
        var answer = await (await fixture.Browser.PostAsync(new Uri("/verify.json", UriKind.Relative), body, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);

        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.Equal(verdict, answer.GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{")]
    public async Task What_is_no_receipt_gets_a_clear_answer_and_is_given_back(string text)
    {
        using var form = new FormUrlEncodedContent([new("Receipt", text)]);
        var answer = await fixture.Browser.PostAsync(new Uri("/verify", UriKind.Relative), form, Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        using var body = new StringContent(text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Paste the whole JSON of one receipt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await fixture.Browser.PostAsync(new Uri("/verify.json", UriKind.Relative), body, Ct)).StatusCode);
    }

    private static byte[] Bytes(JsonElement key, string name) => Decoded(key.GetProperty(name).GetString()!);

    private static byte[] Decoded(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    private async Task<JsonElement> JsonAsync(string path) => await fixture.Browser.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), Ct);

    /// <summary>Of the demo's paid invoice.</summary>
    private async Task<Receipt> ReceiptAsync()
    {
        await using var db = fixture.Site.OpenDatabase();
        return await db.Receipts.AsNoTracking().SingleAsync(r => db.Invoices.Any(v => v.Id == r.InvoiceId && v.Number == "DEMO-PAID"), Ct);
    }
}
