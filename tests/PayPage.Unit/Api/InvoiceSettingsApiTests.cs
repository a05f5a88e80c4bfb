using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Merchants;
using PayPage.Unit.Support;

namespace PayPage.Unit.Api;

public sealed class InvoiceSettingsApiTests
{
    private const string Path = "/invoicing/v2/invoiceSettings?productType=INVOICING";

    private static readonly string[] Switches = ["enableReminders", "payerAuthentication3DSVersion", "showVatNumber", "shipTo", "phoneNumber", "email", "enableMerchantEmailNotifications"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_put_is_got_again_as_it_was_said()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var body = $$$"""
            {"merchantLogo":"{{{Convert.ToBase64String(Pictures.Png())}}}","merchantDisplayName":"Blöem & Co","customEmailMessage":"Thank you, {{ customer_name }}!","enableReminders":true,
             "headerStyle":{"fontColor":"#FFF","backgroundColor":"#0aF"},"deliveryLanguage":"fr-FR","defaultCurrencyCode":"EUR","payerAuthenticationInInvoicing":"enable",
             "showVatNumber":true,"vatRegistrationNumber":"NL123456789B01","shipTo":true,"phoneNumber":true,"email":true,"enableMerchantEmailNotifications":false,"merchantEmail":"books@example.com, boss@example.com",
             "customLabels":[{"key":"tax","value":"GST","hiddenForItem":true},{"key":"billTo","value":"Member"}],
             "customRedirectUrls":{"paymentAccepted":"https://shop.example.com/ok?x=1","paymentRejected":"https://shop.example.com/no","paymentPending":"https://shop.example.com/wait"}}
            """;

        var put = await PutAsync(client, body);
        var settings = (await SettingsAsync(await client.GetAsync(new Uri(Path, UriKind.Relative), Ct))).GetProperty("invoiceSettingsInformation");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(
            ("Blöem & Co", "Thank you, {{ customer_name }}!", "#FFF", "#0aF", "fr-FR", "EUR", "NL123456789B01", "books@example.com, boss@example.com"),
            (Text("merchantDisplayName"), Text("customEmailMessage"), settings.GetProperty("headerStyle").GetProperty("fontColor").GetString(), settings.GetProperty("headerStyle").GetProperty("backgroundColor").GetString(),
                Text("deliveryLanguage"), Text("defaultCurrencyCode"), Text("vatRegistrationNumber"), Text("merchantEmail")));
        Assert.Equal(
            [true, true, true, true, true, true, false],
            Switches.Select(name => settings.GetProperty(name).GetBoolean()));
        Assert.Equal(Pictures.Png().Length, Convert.FromBase64String(Text("merchantLogo")!).Length);
        Assert.Equal("""[{"key":"billTo","value":"Member"},{"key":"tax","value":"GST","hiddenForInvoice":false,"hiddenForItem":true}]""", settings.GetProperty("customLabels").GetRawText());
        Assert.Equal("https://shop.example.com/ok?x=1", settings.GetProperty("customRedirectUrls").GetProperty("paymentAccepted").GetString());

        string? Text(string name) => settings.GetProperty(name).GetString();
    }

    [Fact]
    public async Task They_are_the_settings_of_the_back_office()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await PutAsync(client, """{"merchantDisplayName":"Bloom","enableReminders":true,"headerStyle":{"backgroundColor":"#0aF"},"defaultCurrencyCode":"eur","merchantEmail":"books@example.com"}""");

        await host.InDatabaseAsync(async db =>
        {
            var merchant = await db.Merchants.AsNoTracking().SingleAsync(m => m.Name == "Bloom", Ct);
            Assert.True(merchant.Reminds);
            Assert.NotNull(await db.ReminderRounds.SingleOrDefaultAsync(r => r.MerchantId == merchant.Id, Ct));
            Assert.Equal(new BrandColor(0x00, 0xaa, 0xff), merchant.Color);
            Assert.Equal("EUR", merchant.DefaultCurrency?.Code);
            Assert.Equal(["books@example.com"], merchant.ToldAddresses());
            Assert.Equal(1, await db.Merchants.CountAsync(m => m.Name == "Acme", Ct));    // the other one's stay
        });
    }

    [Fact]
    public async Task What_is_left_out_stays_and_what_is_empty_goes()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await PutAsync(client, """{"customEmailMessage":"Hello","customLabels":[{"key":"tax","value":"GST"}],"customRedirectUrls":{"paymentAccepted":"https://shop.example.com/ok","paymentPending":"https://shop.example.com/wait"},"phoneNumber":true}""");

        var kept = (await SettingsAsync(await PutAsync(client, """{"merchantDisplayName":"Bloom","customEmailMessage":null}"""))).GetProperty("invoiceSettingsInformation");
        Assert.Equal("Hello", kept.GetProperty("customEmailMessage").GetString());
        Assert.True(kept.GetProperty("phoneNumber").GetBoolean());

        var gone = (await SettingsAsync(await PutAsync(client, """{"customEmailMessage":"","customLabels":[],"customRedirectUrls":{"paymentAccepted":""},"phoneNumber":false}"""))).GetProperty("invoiceSettingsInformation");
        Assert.False(gone.TryGetProperty("customEmailMessage", out _));
        Assert.False(gone.TryGetProperty("customLabels", out _));
        Assert.False(gone.GetProperty("phoneNumber").GetBoolean());
        Assert.Equal("""{"paymentPending":"https://shop.example.com/wait"}""", gone.GetProperty("customRedirectUrls").GetRawText());
    }

    [Theory]
    [InlineData("merchantDisplayName", "\"\"")]
    [InlineData("merchantDisplayName", "[]")]
    [InlineData("merchantDisplayName", "\"4111 1111 1111 1111\"")]
    [InlineData("customEmailMessage", "\"{{ pin }}\"")]
    [InlineData("enableReminders", "\"maybe\"")]
    [InlineData("enableReminders", "1")]
    [InlineData("headerStyle.fontColor", "\"#12345\"")]
    [InlineData("headerStyle.backgroundColor", "\"red\"")]
    [InlineData("headerStyle.backgroundColor", "\"#12345g\"")]
    [InlineData("deliveryLanguage", "\"xx-YY\"")]
    [InlineData("defaultCurrencyCode", "\"EURO\"")]
    [InlineData("payerAuthenticationInInvoicing", "\"sometimes\"")]
    [InlineData("showVatNumber", "{}")]
    [InlineData("vatRegistrationNumber", "\"12345678901234567890123456789012345678901\"")]
    [InlineData("shipTo", "\"yes please\"")]
    [InlineData("merchantEmail", "\"not an address\"")]
    [InlineData("customRedirectUrls.paymentAccepted", "\"//evil.example\"")]
    [InlineData("customRedirectUrls.paymentAccepted", "\"javascript:alert(1)\"")]
    [InlineData("customRedirectUrls.paymentRejected", "\"http://shop.example.com\"")]
    [InlineData("customRedirectUrls.paymentRejected", "\"https://shop.example.com@evil.example/\"")]
    [InlineData("customRedirectUrls.paymentRejected", "\"https:\\\\\\\\evil.example\"")]
    [InlineData("customRedirectUrls.paymentPending", "\"https://shop.example.com\\\\@evil.example\"")]
    [InlineData("customRedirectUrls.paymentPending", "\"data:text/html,x\"")]
    [InlineData("customRedirectUrls.paymentPending", "\"https://localhost/x\"")]
    [InlineData("customRedirectUrls.paymentPending", "\"http://127.0.0.1/x\"")]
    [InlineData("customRedirectUrls.paymentPending", "\"https://192.0.2.7/x\"")]
    [InlineData("customRedirectUrls.paymentPending", "\"/thanks\"")]
    [InlineData("customRedirectUrls.paymentPending", "\"https://shop.example.com/\\u0009x\"")]
    public async Task What_is_wrong_is_named_and_nothing_is_written(string member, string value)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var body = new JsonObject { ["phoneNumber"] = true };
        var steps = member.Split('.');
        (steps.Length == 1 ? body : (JsonObject)(body[steps[0]] = new JsonObject()))[steps[^1]] = JsonNode.Parse(value);

        var answer = await PutAsync(client, body.ToJsonString());
        var reply = await SettingsAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(("BADREQUEST", "VALIDATION_ERROR"), (reply.GetProperty("status").GetString(), reply.GetProperty("reason").GetString()));
        Assert.Equal([$"invoiceSettingsInformation.{member}"], reply.GetProperty("details").EnumerateArray().Select(d => d.GetProperty("field").GetString()));
        Assert.False(await AsksPhoneAsync(client));
    }

    [Fact]
    public async Task An_address_of_more_than_2048_characters_is_refused()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var root = "https://shop.example.com/";

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, $$$"""{"customRedirectUrls":{"paymentAccepted":"{{{root}}}{{{new string('x', 2048 - root.Length)}}}"}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(client, $$$"""{"customRedirectUrls":{"paymentAccepted":"{{{root}}}{{{new string('x', 2049 - root.Length)}}}"}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(client, $$$"""{"customRedirectUrls":{"paymentAccepted":"{{{root}}}{{{new string('x', 5000)}}}"}}""")).StatusCode);
    }

    [Theory]
    [InlineData("""[{"key":"colour","value":"x"}]""", "customLabels[0].key")]
    [InlineData("""[{"value":"x"}]""", "customLabels[0].key")]
    [InlineData("""[{"key":"tax"},{"key":"tax","value":"x"}]""", "customLabels[1].key")]
    [InlineData("""[{"key":"tax","value":"12345678901234567890123456"}]""", "customLabels[0].value")]
    [InlineData("""[{"key":"tax","value":["x"]}]""", "customLabels[0].value")]
    [InlineData("""[{"key":"billTo","hidden":true}]""", "customLabels[0].hidden")]
    [InlineData("""[{"key":"tax","hidden":true}]""", "customLabels[0].hidden")]
    [InlineData("""[{"key":"shipping","hiddenForItem":true}]""", "customLabels[0].hiddenForItem")]
    [InlineData("""[{"key":"shipping","hidden":"perhaps"}]""", "customLabels[0].hidden")]
    [InlineData("""["tax"]""", "customLabels[0]")]
    [InlineData("\"tax\"", "customLabels")]
    [InlineData("[{},{},{},{},{},{},{},{},{},{}]", "customLabels")]
    public async Task A_label_that_cannot_be_is_named(string labels, string field)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await PutAsync(client, $$"""{"customLabels":{{labels}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"invoiceSettingsInformation.{field}", (await SettingsAsync(answer)).GetProperty("details").EnumerateArray().Select(d => d.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await PutAsync(client, """{"merchantLogo":"!","merchantDisplayName":"","headerStyle":{"fontColor":"x"},"enableReminders":7,"customLabels":[{"key":"x"}],"customRedirectUrls":{"paymentAccepted":"//e"}}""");

        Assert.Equal("VALIDATION_ERROR", (await SettingsAsync(answer)).GetProperty("reason").GetString());
        Assert.Equal(6, (await SettingsAsync(answer)).GetProperty("details").GetArrayLength());
    }

    [Theory]
    [InlineData("not base64 at all")]
    [InlineData("R0lGODlhAQABAAAAACw=")]    // a GIF that is cut off
    [InlineData("PHN2Zy8+")]
    public async Task A_logo_that_is_none_has_a_reason_of_its_own(string logo)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var answer = await PutAsync(client, $$"""{"merchantLogo":"{{logo}}"}""");
        var reply = await SettingsAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("INVALID_IMAGE", reply.GetProperty("reason").GetString());
        Assert.Equal("invoiceSettingsInformation.merchantLogo", reply.GetProperty("details")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_logo_may_be_of_one_megabyte_and_no_more()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        var large = await PutAsync(client, $$"""{"merchantLogo":"{{Convert.ToBase64String(new byte[(1024 * 1024) + 1])}}"}""");
        Assert.Contains("at most 1024 kB", (await SettingsAsync(large)).GetProperty("details")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PutAsync(client, $$"""{"merchantLogo":"{{new string('A', 3 * 1024 * 1024)}}"}""")).StatusCode);
    }

    [Fact]
    public async Task Who_changes_what_somebody_else_changed_meanwhile_is_told_so()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        var seen = (await client.GetAsync(new Uri(Path, UriKind.Relative), Ct)).Headers.ETag!;
        await client.PostAsync(new Uri("/invoicing/v2/invoices", UriKind.Relative), Bodies.WithLines.AsJson(), Ct);    // a number is drawn, no setting changed

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, """{"phoneNumber":true}""", seen.Tag)).StatusCode);
        var late = await PutAsync(client, """{"shipTo":true}""", seen.Tag);
        var now = (await client.GetAsync(new Uri(Path, UriKind.Relative), Ct)).Headers.ETag!;

        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.NotEqual(seen.Tag, now.Tag);
        Assert.Equal(HttpStatusCode.OK, (await PutAsync(client, """{"shipTo":true}""", now.Tag)).StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"invoiceSettingsInformation":[]}""")]
    [InlineData("""{"invoiceSettingsInformation":null}""")]
    public async Task A_body_without_settings_is_refused(string body)
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PutAsync(new Uri(Path, UriKind.Relative), body.AsJson(), Ct)).StatusCode);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_them_without_a_key()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var nobody = host.Client(null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(new Uri(Path, UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PutAsync(nobody, """{"phoneNumber":true}""")).StatusCode);
    }

    [Fact]
    public async Task What_is_settled_counts_for_invoices_that_say_nothing_else()
    {
        await using var host = await ApiHost.StartAsync(Ct);
        using var client = host.Client();
        await PutAsync(client, """{"phoneNumber":true,"shipTo":true,"deliveryLanguage":"pt-BR","customLabels":[{"key":"tax","value":"GST"}]}""");

        var silent = await SettingsAsync(await client.PostAsync(new Uri("/invoicing/v2/invoices", UriKind.Relative), Bodies.WithLines.AsJson(), Ct));
        var explicitly = await SettingsAsync(await client.PostAsync(
            new Uri("/invoicing/v2/invoices", UriKind.Relative),
            Bodies.WithLines.With("processingInformation", """{"requestPhone":false,"requestShipping":false}""").With("invoiceInformation.language", "\"nl\"").AsJson(), Ct));

        Assert.Equal("""{"requestPhone":true,"requestShipping":true}""", silent.GetProperty("processingInformation").GetRawText());
        Assert.Equal("pt", silent.GetProperty("invoiceInformation").GetProperty("language").GetString());
        Assert.Equal("GST", silent.GetProperty("invoiceInformation").GetProperty("customLabels")[0].GetProperty("value").GetString());
        Assert.Equal("""{"requestPhone":false,"requestShipping":false}""", explicitly.GetProperty("processingInformation").GetRawText());
        Assert.Equal("nl", explicitly.GetProperty("invoiceInformation").GetProperty("language").GetString());
    }

    private static async Task<bool> AsksPhoneAsync(HttpClient client) =>
        (await SettingsAsync(await client.GetAsync(new Uri(Path, UriKind.Relative), Ct))).GetProperty("invoiceSettingsInformation").GetProperty("phoneNumber").GetBoolean();

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string information, string? seen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Path, UriKind.Relative));
        request.Content = $$"""{"invoiceSettingsInformation":{{information}}}""".AsJson();

        if (seen is not null)
        {
            request.Headers.Add("If-Match", seen);
        }

        return await client.SendAsync(request, Ct);
    }

    private static async Task<JsonElement> SettingsAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
}
