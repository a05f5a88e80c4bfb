using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Payments;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

/// <summary>What a merchant wants to know of the payer: asked on the page, judged, and kept with the payment.</summary>
public sealed class PayerQuestionsTests(SiteFixture fixture) : IClassFixture<SiteFixture>
{
    private static readonly string[] Ids = ["Phone", "ShipName", "ShipLine1", "ShipLine2", "ShipPostalCode", "ShipCity", "ShipRegion", "ShipCountry"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HttpClient Browser => fixture.Browser;

    [Fact]
    public async Task A_page_asks_nothing_that_the_invoice_does_not_ask()
    {
        var html = await ReadAsync(await PathAsync(phone: false, shipping: false));

        Assert.All(Ids, id => Assert.DoesNotContain($"id=\"{id}\"", html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_page_asks_what_the_invoice_asks(bool phone, bool shipping)
    {
        var html = await ReadAsync(await PathAsync(phone, shipping));

        Assert.Equal(phone, html.Contains("id=\"Phone\"", StringComparison.Ordinal));
        Assert.All(Ids[1..], id => Assert.Equal(shipping, html.Contains($"id=\"{id}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_field_has_a_label_and_tells_browsers_what_belongs_into_it()
    {
        var html = await ReadAsync(await PathAsync());

        Assert.All(Ids, id => Assert.Contains($"<label for=\"{id}\">", html, StringComparison.Ordinal));
        Assert.All(
            ["tel", "shipping name", "shipping address-line1", "shipping address-line2", "shipping postal-code", "shipping address-level2", "shipping address-level1", "shipping country-name"],
            token => Assert.Contains($"autocomplete=\"{token}\"", html, StringComparison.Ordinal));
        Assert.Equal(5, Regex.Count(html, "aria-required=\"true\""));    // the phone, and of the address what no parcel goes without
    }

    [Theory]
    [InlineData("de", "Telefonnummer", "Straße und Hausnummer")]
    [InlineData("ar", "رقم الهاتف", "الشارع ورقم المبنى")]
    [InlineData("nl", "Telefoonnummer", "Straat en huisnummer")]
    public async Task It_asks_in_the_language_of_the_page(string tag, string phone, string street)
    {
        var html = WebUtility.HtmlDecode(await ReadAsync(await PathAsync(language: tag)));

        Assert.Contains(phone, html, StringComparison.Ordinal);
        Assert.Contains(street, html, StringComparison.Ordinal);
        Assert.Equal(tag == "ar", html.Contains("dir=\"rtl\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Input.Phone", "0612345678", "Phone", "with its country code")]
    [InlineData("Input.Phone", "", "Phone", "with its country code")]
    [InlineData("Input.Phone", "+31612345678 ext. 5", "Phone", "with its country code")]
    [InlineData("Input.Ship.Name", "  ", "ShipName", "whoever takes it in")]
    [InlineData("Input.Ship.Line1", "", "ShipLine1", "the street and the number")]
    [InlineData("Input.Ship.City", "\u200b\u202e", "ShipCity", "the town or city")]
    [InlineData("Input.Ship.Country", "", "ShipCountry", "the country")]
    [InlineData("Input.Ship.PostalCode", "123456789012345678901", "ShipPostalCode", "at most 20 characters")]
    [InlineData("Input.Ship.Line2", "4242 4242 4242 4242", "ShipLine2", "looks like a card number")]
    public async Task What_is_wrong_is_told_at_its_field_nothing_typed_is_lost_and_nothing_is_begun(string field, string typed, string id, string words)
    {
        var path = await PathAsync();

        using var answer = await PostAsync(path, [.. Answers().Where(a => a.Name != field), (field, typed)]);
        var html = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("identity", answer.Content.Headers.ContentEncoding.Single());
        Assert.Contains($"href=\"#{id}\"", html, StringComparison.Ordinal);
        Assert.Contains($"id=\"{id}-error\"", html, StringComparison.Ordinal);
        Assert.Contains(words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "class=\"error\""));
        Assert.All(Answers().Where(a => a.Name != field && a.Name.StartsWith("Input.Ship", StringComparison.Ordinal)), a =>
            Assert.Contains($"value=\"{a.Value}\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal));
        Assert.Contains(">Pay ", await ReadAsync(path), StringComparison.Ordinal);    // no payment is open
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_once_also_to_the_pages_script()
    {
        var path = await PathAsync();

        using var answer = await PostAsync(path, [("Input.Choice", "full"), ("Input.Shown", "1250"), ("Input.Method", "card")], script: true);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Ct));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["Phone", "ShipCity", "ShipCountry", "ShipLine1", "ShipName"],
            json.RootElement.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_payer_says_is_kept_with_the_payment_and_in_no_log()
    {
        var path = await PathAsync();

        using var answer = await PostAsync(path, Answers());
        var payment = await NewestAsync();

        Assert.Equal($"{path}/go", answer.Headers.Location?.ToString());
        Assert.Equal("+31201234567", payment.PayerPhone);
        Assert.Equal(new ShippingAddress("Tanya O'Hara", "Quai d'Été 5", null, "Zürich", null, "8001", "Schweiz"), payment.ShipTo);
        Assert.DoesNotContain(fixture.Site.Log, line => line.Contains("201234567", StringComparison.Ordinal) || line.Contains("O'Hara", StringComparison.Ordinal) || line.Contains("Schweiz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_asked_is_not_kept()
    {
        var path = await PathAsync(phone: false, shipping: false);

        using var answer = await PostAsync(path, Answers());
        var payment = await NewestAsync();

        Assert.Equal($"{path}/go", answer.Headers.Location?.ToString());
        Assert.Null(payment.PayerPhone);
        Assert.Null(payment.ShipTo);
    }

    [Fact]
    public async Task A_stranger_with_the_link_never_sees_what_a_payer_said_of_himself()
    {
        var path = await PathAsync();
        using var answer = await PostAsync(path, Answers());

        var html = await ReadAsync(path);

        Assert.DoesNotContain("O&#x27;Hara", html, StringComparison.Ordinal);
        Assert.DoesNotContain("201234567", html, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Answers() =>
    [
        ("Input.Choice", "full"), ("Input.Shown", "1250"), ("Input.Method", "card"), ("Input.Phone", "\u200e+31 (20) 123-4567\u202c"),
        ("Input.Ship.Name", "Tanya O'Hara"), ("Input.Ship.Line1", "Quai d'Été 5"), ("Input.Ship.PostalCode", "8001"), ("Input.Ship.City", "Zürich"), ("Input.Ship.Country", "Schweiz"),
    ];

    private Task<string> PathAsync(bool phone = true, bool shipping = true, string? language = null) => RunningSite.PayPathAsync(
        Browser,
        $$$"""
        {"customerInformation":{"name":"Tanya Lee","email":"tanya@example.com"},
         "processingInformation":{"requestPhone":{{{JsonSerializer.Serialize(phone)}}},"requestShipping":{{{JsonSerializer.Serialize(shipping)}}}},
         "invoiceInformation":{"description":"Flowers","dueDate":"2030-01-01","sendImmediately":true,"deliveryMode":"none","language":{{{JsonSerializer.Serialize(language)}}} },
         "orderInformation":{"amountDetails":{"totalAmount":"12.50","currency":"USD"} } }
        """,
        Ct);

    private Task<string> ReadAsync(string path) => Browser.GetStringAsync(new Uri(path, UriKind.Relative), Ct);

    private async Task<Payment> NewestAsync()
    {
        await using var db = fixture.Site.OpenDatabase();
        return await db.Payments.AsNoTracking().OrderByDescending(p => p.PreparedAt).FirstAsync(Ct);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, (string Name, string Value)[] fields, bool script = false)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        form.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

        if (script)
        {
            form.Headers.Add("Accept", "application/json");
        }

        return await Browser.SendAsync(form, Ct);
    }
}
