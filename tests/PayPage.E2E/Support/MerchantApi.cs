using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PayPage.E2E.Support;

/// <summary>The merchant's own system: makes invoices, and asks how they stand, through the real API.</summary>
internal sealed class MerchantApi : IDisposable
{
    // Four digits from the first: no number is the beginning of another, and who looks for a mail about the one finds no other.
    private static int _made = 1000;
    private readonly HttpClient _http;

    public MerchantApi(Uri site)
    {
        _http = new HttpClient { BaseAddress = new Uri(site, "invoicing/v2/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSite.ApiKey);
    }

    /// <summary>A payable invoice over US dollars, for a payer of its own. No mail leaves for it until money moves or a link is asked for.</summary>
    /// <param name="minimum">Null: it is paid at once or not at all.</param>
    /// <param name="more">What else is out of the ordinary about it.</param>
    public async Task<MadeInvoice> CreateAsync(string total = "240.50", string? minimum = null, Wanted? more = null)
    {
        var wanted = more ?? new Wanted();
        var id = Interlocked.Increment(ref _made);
        var number = wanted.Number ?? $"E2E-{id}";
        var email = wanted.HasEmail ? $"payer-{id}@example.com" : null;
        using var reply = await _http.PostAsJsonAsync("invoices", new
        {
            customerInformation = new { name = wanted.Customer, email, phoneNumber = wanted.Phone },
            processingInformation = new { requestPhone = wanted.AsksPhone, requestShipping = wanted.AsksShipping },
            invoiceInformation = new
            {
                invoiceNumber = number,
                description = "Flowers for the front desk",
                dueDate = "2035-03-01",
                language = wanted.Language,
                sendImmediately = true,
                deliveryMode = wanted.Delivery,
                allowPartialPayments = minimum is not null,
            },
            orderInformation = new
            {
                amountDetails = new { totalAmount = total, currency = wanted.Currency, minimumPartialAmount = minimum },
                lineItems = (wanted.Lines ?? [new Line("White roses", 1, total)])
                    .Select(line => new { productName = line.Name, quantity = line.Quantity, unitPrice = line.Price }),
            },
        });

        return new MadeInvoice(number, email ?? "", LinkIn(await ReadAsync(reply)));
    }

    /// <summary>The newest link of an invoice, the demo's own included.</summary>
    public async Task<Uri> LinkOfAsync(string number) => LinkIn(await GetAsync(number));

    /// <summary>What the payer of its first payment said of himself.</summary>
    public async Task<JsonElement> PayerOfAsync(string number) => (await GetAsync(number)).GetProperty("payerInformation")[0];

    public async Task<string> StatusAsync(string number) => (await GetAsync(number)).GetProperty("status").GetString() ?? "";

    /// <returns>The names of what happened, oldest first, payments with their reference.</returns>
    public async Task<List<string>> HistoryAsync(string number) =>
        [.. (await GetAsync(number)).GetProperty("invoiceHistory").EnumerateArray().Select(Happening)];

    public void Dispose() => _http.Dispose();

    private static string Happening(JsonElement happening) => happening.TryGetProperty("transactionDetails", out var details)
        ? $"{happening.GetProperty("event").GetString()} {details.GetProperty("transactionId").GetString()}"
        : $"{happening.GetProperty("event").GetString()}";

    private static Uri LinkIn(JsonElement invoice) =>
        new(invoice.GetProperty("invoiceInformation").GetProperty("paymentLink").GetString() ?? "");

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage reply)
    {
        var body = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.IsSuccessStatusCode, $"The API answered {(int)reply.StatusCode}: {body}");
        return JsonElement.Parse(body);
    }

    private async Task<JsonElement> GetAsync(string number)
    {
        using var reply = await _http.GetAsync(new Uri($"invoices/{number}", UriKind.Relative));
        return await ReadAsync(reply);
    }
}

/// <param name="Email">The address on file: where receipts and fresh links go. Empty when there is none.</param>
internal sealed record MadeInvoice(string Number, string Email, Uri Link);

/// <summary>What may be out of the ordinary about an invoice.</summary>
internal sealed record Wanted
{
    /// <summary>Null: the next of ours.</summary>
    public string? Number { get; init; }

    public string Customer { get; init; } = "Tanya Lee";

    public bool HasEmail { get; init; } = true;

    public string? Phone { get; init; }

    /// <summary>Null: as the merchant has it, as the next.</summary>
    public bool? AsksPhone { get; init; }

    public bool? AsksShipping { get; init; }

    /// <summary>By which way the invoice goes out. Default: not at all, the link is in the reply.</summary>
    public string Delivery { get; init; } = "none";

    public string Currency { get; init; } = "USD";

    /// <summary>BCP 47 tag; null: the reader's own.</summary>
    public string? Language { get; init; }

    /// <summary>Null: one line over the total.</summary>
    public IReadOnlyList<Line>? Lines { get; init; }
}

internal sealed record Line(string Name, int Quantity, string Price);
