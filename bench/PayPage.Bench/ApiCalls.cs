using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace PayPage.Bench;

/// <summary>Calls of one merchant's system, to the API or to the bare address beside it.</summary>
internal sealed class ApiCalls(HttpClient client, Uri site, string key)
{
    private const string Body = """
        {"customerInformation":{"name":"Tanya Lee","email":"tanya.lee@my-email.example"},
         "invoiceInformation":{"dueDate":"2030-01-31","sendImmediately":true,"deliveryMode":"none","allowPartialPayments":true},
         "orderInformation":{"amountDetails":{"totalAmount":"293.50","currency":"USD"},
          "lineItems":[{"productSku":"P1","productName":"White roses, 50 cm","unitPrice":"12.05","quantity":20,"totalAmount":"241.00"},
                       {"productSku":"P2","productName":"Eucalyptus bunch","unitPrice":"5.25","quantity":10,"totalAmount":"52.50"}]}}
        """;

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Body);

    public Task<byte[]> CreateAsync() => CallAsync(HttpMethod.Post, "/invoicing/v2/invoices", null);

    public Task<byte[]> ReadAsync(string path) => CallAsync(HttpMethod.Get, path, null);

    /// <param name="length">Of the answer, in bytes.</param>
    public Task<byte[]> BareAsync(HttpMethod method, int length) => CallAsync(method, BareApi.Prefix, length);

    private async Task<byte[]> CallAsync(HttpMethod method, string path, int? length)
    {
        using var request = new HttpRequestMessage(method, new Uri(site, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);

        if (length is { } bytes)
        {
            request.Headers.Add(BareApi.LengthHeader, $"{bytes}");
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(Bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>As fast as the answers come, by some clients at once.</summary>
    /// <returns>Calls per second.</returns>
    public static async Task<double> PerSecondAsync(Func<Task> call, int clients, int seconds)
    {
        var (start, end) = (Stopwatch.GetTimestamp(), TimeSpan.FromSeconds(seconds));
        var counts = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var count = 0;

            for (; Stopwatch.GetElapsedTime(start) < end; count++)
            {
                await call();
            }

            return count;
        })));

        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>At a constant rate, whatever the answers do; latency from when each was due.</summary>
    public static async Task<Latencies> AtRateAsync(Func<int, Task> call, int rate, int seconds)
    {
        var asked = new Task<TimeSpan>[rate * seconds];
        var start = Stopwatch.GetTimestamp();
        var late = await Task.Run(() => OpenModel.Pace(rate, asked.Length, start, (i, due) => asked[i] = Task.Run(async () =>
        {
            await call(i);
            return Stopwatch.GetElapsedTime(start) - due;
        })));
        var latencies = await Task.WhenAll(asked);
        Array.Sort(latencies);
        return new Latencies(latencies, late);
    }
}
