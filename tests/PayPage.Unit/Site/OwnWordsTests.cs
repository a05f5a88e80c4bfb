using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PayPage.Unit.Support;

namespace PayPage.Unit.Site;

/// <summary>A merchant calls the parts of his page otherwise, hides some, adds fields, and leads on to his shop: all by the API, seen on the page.</summary>
public sealed class OwnWordsTests(SiteFixture fixture) : IClassFixture<SiteFixture>, IAsyncLifetime
{
    private const string Body =
        """
        {"customerInformation":{"name":"Tanya Lee","email":"tanya@example.com","merchantCustomerId":"C-4711","company":{"name":"Lee Ltd"}},
         "invoiceInformation":{"description":"Flowers for the hall","dueDate":"2030-01-01","sendImmediately":true,"deliveryMode":"none","allowPartialPayments":true},
         "orderInformation":{"amountDetails":{"totalAmount":"109.00","currency":"USD","discountAmount":"5.00","taxDetails":{"type":"State Tax","amount":"4.00"},"freight":{"amount":"10.00"}},
           "lineItems":[{"productName":"Roses","quantity":1,"unitPrice":"100.00","discountAmount":"3.00","taxAmount":"3.00","totalAmount":"100.00"}]}}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HttpClient Browser => fixture.Browser;

    public async ValueTask InitializeAsync() => await SettleAsync("""{"customLabels":[],"customRedirectUrls":{"paymentAccepted":"","paymentRejected":"","paymentPending":""},"email":false,"showVatNumber":false}""");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_labels_the_page_speaks_our_words()
    {
        var page = await PageAsync();

        Assert.All(
            ["discount <bdi>$3.00</bdi>", "tax <bdi>$3.00</bdi>", "For <bdi>Tanya Lee</bdi>", "<bdi>Company</bdi>: <bdi>Lee Ltd</bdi>", "<bdi>Customer number</bdi>: <bdi>C-4711</bdi>", "Flowers for the hall", "Pay another amount", "<bdi>Discount</bdi></dt>", "State Tax", "<bdi>Freight</bdi></dt>"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_called_otherwise_is_called_so_on_the_page()
    {
        await SettleAsync(
            """
            {"customLabels":[{"key":"billTo","value":"Member"},{"key":"invoiceNumber","value":"Dues notice"},{"key":"customerId","value":"Card no"},{"key":"companyName","value":"Club"},
             {"key":"description","value":"What it is"},{"key":"shipping","value":"Courier"},{"key":"partialPayment","value":"Pay some of it"},{"key":"discount","value":"Rebate"},{"key":"tax","value":"Duty"}]}
            """);

        var page = await PageAsync();

        Assert.All(
            ["<bdi>Member</bdi>: <bdi>Tanya Lee</bdi>", "<bdi>Dues notice</bdi> <bdi>", "<bdi>Card no</bdi>: <bdi>C-4711</bdi>", "<bdi>Club</bdi>: <bdi>Lee Ltd</bdi>", "<bdi>What it is</bdi>", "<bdi>Courier</bdi>", "Pay some of it", "<bdi>Rebate</bdi></dt>", "<bdi>Duty</bdi></dt>", "<bdi>Rebate</bdi>: ", "<bdi>Duty</bdi>: "],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.All(["For <bdi>", "Customer number", "Company", "Pay another amount", ">Discount<", "State Tax", "Freight"], words => Assert.DoesNotContain(words, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_hidden_is_not_on_the_page()
    {
        await SettleAsync(
            """
            {"customLabels":[{"key":"customerId","hidden":true},{"key":"companyName","hidden":true},{"key":"description","hidden":true},{"key":"shipping","hidden":true},
             {"key":"partialPayment","hidden":true},{"key":"discount","hiddenForInvoice":true},{"key":"tax","hiddenForItem":true}]}
            """);

        var page = await PageAsync();

        Assert.All(["C-4711", "Lee Ltd", "Flowers for the hall", "Freight", "Pay another amount", "<bdi>Discount</bdi></dt>"], words => Assert.DoesNotContain(words, page, StringComparison.Ordinal));
        Assert.Contains("State Tax", page, StringComparison.Ordinal);                  // in the sums
        Assert.Contains("discount <bdi>$3.00</bdi>", page, StringComparison.Ordinal);    // in the lines
        Assert.DoesNotContain("tax <bdi>$3.00</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("Pay <bdi>$109.00</bdi>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_merchant_are_words_and_nothing_else()
    {
        await SettleAsync("""{"customLabels":[{"key":"billTo","value":"<b onclick=x>{customer}\u202e"},{"key":"partialPayment","value":"</span><script>"}]}""");

        var page = await RawPageAsync();

        Assert.Contains("&lt;b onclick=x&gt;{customer}", page, StringComparison.Ordinal);
        Assert.Contains("&lt;/span&gt;&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", page, StringComparison.Ordinal);
        Assert.DoesNotContain("202E", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_field_of_the_merchants_own_is_shown_to_payers_where_he_says_so()
    {
        using var shown = await SendAsync(HttpMethod.Post, "/invoicing/v2/Invoice/merchantDefinedFields", """{"fieldType":"text","label":"Order <no>","customerVisible":true,"textDefaultValue":"PO-1"}""");
        using var hidden = await SendAsync(HttpMethod.Post, "/invoicing/v2/Invoice/merchantDefinedFields", """{"fieldType":"text","label":"Cost centre","textDefaultValue":"secret-77"}""");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (shown.StatusCode, hidden.StatusCode));

        var page = await RawPageAsync();

        Assert.Contains("<bdi>Order &lt;no&gt;</bdi>: <bdi>PO-1</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cost centre", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-77", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payer_without_an_address_on_file_must_give_one_where_the_merchant_asks()
    {
        await SettleAsync("""{"email":true}""");
        var path = await RunningSite.PayPathAsync(Browser, Body.Replace(",\"email\":\"tanya@example.com\"", "", StringComparison.Ordinal), Ct);

        Assert.Contains("for=\"ReceiptEmail\">E-mail for the receipt</label>", await Browser.GetStringAsync(new Uri(path, UriKind.Relative), Ct), StringComparison.Ordinal);
        using var without = await PayAsync(path, "");
        using var with = await PayAsync(path, "me@example.com");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("id=\"ReceiptEmail-error\"", await without.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, with.StatusCode);
    }

    [Fact]
    public async Task The_vat_number_stands_at_the_foot_where_it_is_to_be_shown()
    {
        await SettleAsync("""{"vatRegistrationNumber":"NL123456789B01"}""");
        Assert.DoesNotContain("NL123456789B01", await PageAsync(), StringComparison.Ordinal);

        await SettleAsync("""{"showVatNumber":true}""");
        Assert.Contains("<bdi>VAT number</bdi>: <bdi>NL123456789B01</bdi>", await PageAsync(), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync() => WebUtility.HtmlDecode(await RawPageAsync());

    private async Task<string> RawPageAsync() => await Browser.GetStringAsync(new Uri(await RunningSite.PayPathAsync(Browser, Body, Ct), UriKind.Relative), Ct);

    private async Task SettleAsync(string information)
    {
        using var answer = await SendAsync(HttpMethod.Put, "/invoicing/v2/invoiceSettings", $$"""{"invoiceSettingsInformation":{{information}}}""");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", RunningSite.ApiKey);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Browser.SendAsync(request, Ct);
    }

    private async Task<HttpResponseMessage> PayAsync(string path, string email)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        form.Content = new FormUrlEncodedContent([new("Input.Choice", "full"), new("Input.Shown", "10900"), new("Input.Method", "card"), new("Input.ReceiptEmail", email)]);
        return await Browser.SendAsync(form, Ct);
    }
}
