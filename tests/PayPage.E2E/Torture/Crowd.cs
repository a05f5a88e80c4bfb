using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PayPage.E2E.Support;

namespace PayPage.E2E.Torture;

/// <summary>Payers and a colleague who keep on whatever happens to the site: they reload, press twice, come back, and pay in parts.</summary>
internal sealed class Crowd : IDisposable
{
    private const int MostVisits = 12;

    // What the processor does with each: docs/sandbox.md.
    private static readonly (int Weight, string Card)[] Cards =
    [
        (50, "4242 4242 4242 4242"),
        (6, "4000 0000 0000 0002"),    // declined
        (6, "4000 0025 0000 3155"),    // 3-D Secure
        (8, "4000 0000 0066 0011"),    // webhooks three times
        (8, "4000 0000 0066 0037"),    // webhook lost
        (8, "4000 0000 0066 0045"),    // webhook before the answer
        (5, "4000 0000 0066 0060"),    // succeeds, but the answer is an error 500
        (4, "4000 0000 0066 0086"),    // processing, succeeds later
        (5, "4000 0000 0000 7726"),    // refunds are pending, then succeed
    ];

    private readonly Fleet _fleet;
    private readonly PlainOffice _office;
    private readonly HttpClient _api;
    private readonly ConcurrentDictionary<string, string> _paid = new();
    private int _made;
    private int _tried;

    /// <param name="office">Signed in while all was well.</param>
    public Crowd(Fleet fleet, PlainOffice office)
    {
        (_fleet, _office) = (fleet, office);
        _api = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(fleet.Address, "invoicing/v2/"), Timeout = TimeSpan.FromSeconds(10) };
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningSite.ApiKey);
        _api.DefaultRequestHeaders.ConnectionClose = true;
    }

    /// <summary>How often somebody pressed Pay.</summary>
    public int Tried => _tried;

    /// <summary>References that a payer was shown as paid, with the invoice.</summary>
    public IReadOnlyDictionary<string, string> Shown => _paid;

    public async Task PayAsync(int seed, CancellationToken over)
    {
        var random = new Random(seed);

        while (!over.IsCancellationRequested)
        {
            await TryAsync(() => OneInvoiceAsync(random, over), over);
        }
    }

    /// <summary>Gives money back, and cancels what somebody may be paying.</summary>
    public async Task LookAfterAsync(int seed, CancellationToken over)
    {
        var random = new Random(seed);

        while (!over.IsCancellationRequested)
        {
            await TryAsync(
                async () =>
                {
                    if (random.Next(4) == 0 && _made > 0)
                    {
                        await _office.CancelAsync(Number(random.Next(1, _made + 1)));
                    }
                    else if (_paid.ToArray() is { Length: > 0 } paid)
                    {
                        var (reference, invoice) = paid[random.Next(paid.Length)];
                        await _office.RefundAsync(invoice, reference);
                    }
                },
                over);
            await PauseAsync(random, 400, 1200, over);
        }
    }

    public void Dispose() => _api.Dispose();

    private static string Number(int n) => $"T-{n}";

    private async Task OneInvoiceAsync(Random random, CancellationToken over)
    {
        var number = Number(Interlocked.Increment(ref _made));
        var cents = random.Next(2_000, 50_000);
        var inParts = random.Next(100) < 40;
        var link = await CreateAsync(number, cents, inParts, over);
        using var payer = new WalkingPayer(new PlainBrowser(TimeSpan.FromSeconds(10)));

        for (var visit = 0; visit < MostVisits && !over.IsCancellationRequested; visit++)
        {
            var isPaid = false;
            await TryAsync(async () => isPaid = await VisitAsync(payer, link, number, inParts ? cents : null, random), over);

            if (isPaid)
            {
                return;
            }

            await PauseAsync(random, 500, 2500, over);
        }
    }

    /// <returns>True when the page shows that the money came.</returns>
    private async Task<bool> VisitAsync(WalkingPayer payer, Uri link, string number, int? partOf, Random random)
    {
        var page = await payer.OpenAsync(link);

        if (WalkingPayer.MayPay(page))
        {
            Interlocked.Increment(ref _tried);
            var byBank = random.Next(5) == 0;
            var amount = partOf is { } cents && random.Next(2) == 0 ? $"{random.Next(1_000, cents - 999) / 100}.00" : null;
            var pressed = payer.PressPayAsync(page, byBank, amount);

            if (random.Next(6) == 0)
            {
                await TryAsync(() => payer.PressPayAsync(page, byBank, amount), CancellationToken.None);    // a second click
            }

            page = await pressed;
        }

        if (page.Link("/go") is { } go && random.Next(3) > 0)
        {
            page = await payer.OpenAsync(go);
        }

        if (WalkingPayer.IsCardPage(page))
        {
            page = await payer.PayByCardAsync(page, Pick(random));
        }
        else if (WalkingPayer.IsBankPage(page))
        {
            page = await payer.DecideAtBankAsync(page, random.Next(4) switch { 0 => "refuse", 1 => "pending_success", _ => "approve" });
        }

        if (page.Shows(WalkingPayer.PaidTitle) && page.Fact("Reference") is { } reference)
        {
            _paid[reference] = number;
            return true;
        }

        return false;
    }

    private async Task<Uri> CreateAsync(string number, int cents, bool inParts, CancellationToken ct)
    {
        using var reply = await _api.PostAsJsonAsync(
            "invoices",
            new
            {
                customerInformation = new { name = "Tanya Lee", email = $"{number.ToLowerInvariant()}@example.com" },
                invoiceInformation = new { invoiceNumber = number, description = "Flowers", dueDate = "2035-03-01", sendImmediately = true, deliveryMode = "none", allowPartialPayments = inParts },
                orderInformation = new { amountDetails = new { totalAmount = $"{cents / 100}.{cents % 100:00}", currency = "USD", minimumPartialAmount = inParts ? "1.00" : null } },
            },
            ct);
        var invoice = JsonElement.Parse(await reply.EnsureSuccessStatusCode().Content.ReadAsStringAsync(ct));
        return new Uri(invoice.GetProperty("invoiceInformation").GetProperty("paymentLink").GetString() ?? "");
    }

    /// <summary>What a person sees of a dead site is that nothing comes: he tries again later.</summary>
    private static async Task TryAsync(Func<Task> act, CancellationToken over)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or PlainBrowserException or JsonException)
        {
            await PauseAsync(Random.Shared, 100, 400, over);
        }
    }

    private static Task PauseAsync(Random random, int least, int most, CancellationToken over) =>
        over.IsCancellationRequested ? Task.CompletedTask : Task.Delay(random.Next(least, most), CancellationToken.None);

    private static string Pick(Random random)
    {
        var left = random.Next(Cards.Sum(c => c.Weight));
        return Cards.First(c => (left -= c.Weight) < 0).Card;
    }
}
