using System.Net.Http.Headers;
using System.Text.Json;

namespace PayPage.Bench;

/// <summary>How long payers wait for their page while the same process makes invoices of a file, and while it does nothing else.</summary>
internal static class PayersMeanwhile
{
    private const string Key = "bench-key-of-the-demo-merchant";
    private const int Rate = 50;
    private const int Seconds = 10;

    public static async Task RunAsync(int rows)
    {
        Environment.SetEnvironmentVariable("Demo__ApiKey", Key);    // for the process that serves
        await using var server = await ServerProcess.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);

        Console.WriteLine($"\nPay pages meanwhile: {Rate} a second for {Seconds} s, latency from the intended start, two processors for server and asker together\n");
        Console.WriteLine("| while | p50 ms | p99 ms | longest ms |\n|---|---|---|---|");
        var idle = await AskAsync("nothing else runs", server);
        var id = await UploadAsync(client, rows);
        await AskAsync($"a file of {rows} rows is taken apart and checked", server);
        await UntilAsync(client, id, "validated");
        using var go = (await client.PostAsync(new Uri($"/api/v1/batches/{id}/process", UriKind.Relative), null)).EnsureSuccessStatusCode();
        var busy = await AskAsync("its invoices are made", server);
        var at = await StatusAsync(client, id);
        Console.WriteLine($"\nMaking was {(at == "processing" ? "still going on at the end" : $"{at} by the end")}. p99 while making / p99 idle: {busy / idle:0.0}");
    }

    private static async Task<double> AskAsync(string name, ServerProcess server)
    {
        var latencies = await OpenModel.RunAsync(server, Rate, warmSeconds: 2, Seconds);
        Console.WriteLine($"| {name} | {latencies.At(0.5).TotalMilliseconds:0.0} | {latencies.At(0.99).TotalMilliseconds:0.0} | {latencies.At(1).TotalMilliseconds:0.0} |");
        return latencies.At(0.99).TotalMilliseconds;
    }

    private static async Task<string> UploadAsync(HttpClient client, int rows)
    {
        using var file = new MemoryStream();

        await foreach (var piece in BenchFile.PiecesAsync(rows))
        {
            await file.WriteAsync(piece);
        }

        using var content = new ByteArrayContent(file.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = (await client.PostAsync(new Uri("/api/v1/batches", UriKind.Relative), content)).EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("id").GetString()!;    // a batch has an id
    }

    private static async Task UntilAsync(HttpClient client, string id, string status)
    {
        while (await StatusAsync(client, id) != status)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static async Task<string?> StatusAsync(HttpClient client, string id)
    {
        using var body = JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/v1/batches/{id}", UriKind.Relative)));
        return body.RootElement.GetProperty("status").GetString();
    }
}
