using Microsoft.Data.Sqlite;

namespace PayPage.Bench;

/// <summary>Pages, waiting payers and payments together at a constant rate, on the site in its own process; then whether the books know of each payment shown as paid.</summary>
internal static class BenchOfMixedLoad
{
    private const int Views = 300;
    private const int Waiting = 20;
    private const int ProcessorLate = 100;    // milliseconds
    private const int MostConnections = 256;

    // What must be true of a payment in full: the sums, the ledger, the receipt and the processor's event agree.
    private const string InTheBooks = """
        SELECT i.Number FROM Invoices i JOIN Payments p ON p.InvoiceId = i.Id
        WHERE p.Status = 'Succeeded' AND p.Amount_Minor = i.Total AND i.Paid = i.Total AND i.Reserved = 0
          AND (SELECT SUM(l.Amount_Minor) FROM Ledger l WHERE l.PaymentId = p.Id AND l.Account = 'InvoicePaid') = -i.Paid
          AND (SELECT SUM(l.Amount_Minor) FROM Ledger l WHERE l.PaymentId = p.Id) = 0
          AND EXISTS (SELECT 1 FROM Receipts r WHERE r.PaymentId = p.Id)
        """;

    private const string Succeeded = "SELECT i.Number FROM Invoices i JOIN Payments p ON p.InvoiceId = i.Id WHERE p.Status = 'Succeeded'";

    /// <returns>False where an answer was not as it must be, or the books do not know of a payment: no result.</returns>
    public static async Task<bool> RunAsync(PaymentsPlan plan)
    {
        var payments = (plan.WarmSeconds + plan.Seconds) * plan.Rate / 100 * MixedLoad.PaymentsOf100;
        await using var server = await ServerProcess.StartAsync(
            $"--{ServedSite.InvoicesSetting}={Views + Waiting + payments}", $"--{ServedSite.LateSetting}={ProcessorLate}");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = MostConnections })
        {
            BaseAddress = server.Address,
        };
        var pages = (await File.ReadAllLinesAsync(server.PathsFile)).Select(path => new Uri(server.Address, path)).ToArray();
        var load = await ReadyAsync(client, pages);

        await Task.Run(() => load.RunAsync(plan.Rate, plan.WarmSeconds));
        var before = await ServerMemory.AskAsync(client, collect: true);
        var latencies = await Task.Run(() => load.RunAsync(plan.Rate, plan.Seconds));
        var (after, collected) = (await ServerMemory.AskAsync(client, collect: false), await ServerMemory.AskAsync(client, collect: true));

        if (!load.Faults.IsEmpty)
        {
            Console.WriteLine($"\nNO RESULT: {load.Faults.Count} answers were not as they must be.");
            load.Faults.GroupBy(fault => fault).OrderByDescending(g => g.Count()).Take(5).ToList().ForEach(g => Console.WriteLine($"  {g.Count()} times: {g.Key}"));
            return false;
        }

        Print(plan, latencies);
        Console.WriteLine($"\n| the server's process | working set | managed heap |\n|---|---|---|\n| before, garbage collected | {before} |\n| after, as it is | {after} |\n| after, garbage collected | {collected} |");
        return AreInTheBooks(server.DatabaseFile, [.. load.Paid.Select(page => ManyInvoices.NumberOf(Array.IndexOf(pages, page)))]);
    }

    private static async Task<MixedLoad> ReadyAsync(HttpClient client, Uri[] pages)
    {
        var waiting = new List<OnePayer>();
        var payers = new Queue<OnePayer>();

        foreach (var page in pages[Views..(Views + Waiting)])
        {
            var payer = await OnePayer.ReadAsync(client, page);
            await payer.PressAsync();
            waiting.Add(payer);
        }

        foreach (var page in pages[(Views + Waiting)..])
        {
            payers.Enqueue(await OnePayer.ReadAsync(client, page));
        }

        return new MixedLoad(client, pages[..Views], [.. waiting], payers);
    }

    private static void Print(PaymentsPlan plan, MixedLatencies latencies)
    {
        Console.WriteLine($"\nMixed load: {plan.Rate} requests per second for {plan.Seconds} s after {plan.WarmSeconds} s to warm, latency from the intended start; the processor answers {ProcessorLate} ms late;");
        Console.WriteLine($"{Views} invoices looked at, {Waiting} payments that wait, each payment with an invoice of its own; SQLite; server and generator share the processors\n");
        Console.WriteLine("| what | share | count | p50 ms | p99 ms | max ms |\n|---|---|---|---|---|---|");
        Line("pay page", "95 %", latencies.Views);
        Line("state that a waiting page asks for", "4 %", latencies.Polls);
        Line("payment begun: Pay pressed until led on", "1 %", latencies.Started);
        Line("whole payment: Pay pressed until shown as paid", "the same", latencies.Paid);
        Console.WriteLine($"\nNo error. The generator itself was at most {latencies.Late.TotalMilliseconds:0.0} ms late. A payment's six requests after the first come on top of the rate.");
    }

    private static void Line(string what, string share, Latencies latencies) => Console.WriteLine(
        $"| {what} | {share} | {latencies.Sorted.Count} | {latencies.At(0.5).TotalMilliseconds:0.0} | {latencies.At(0.99).TotalMilliseconds:0.0} | {latencies.At(1).TotalMilliseconds:0.0} |");

    private static bool AreInTheBooks(string file, HashSet<string> shown)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var (booked, succeeded) = (Numbers(connection, InTheBooks), Numbers(connection, Succeeded));

        if (booked.SetEquals(shown) && succeeded.SetEquals(shown))
        {
            Console.WriteLine($"{shown.Count} payments were shown as paid, the warming ones among them; the books hold these {booked.Count}, with ledger and receipt, and no other.");
            return true;
        }

        Console.WriteLine($"\nNO RESULT: {shown.Count} payments were shown as paid, {succeeded.Count} succeeded, {booked.Count} are in the books with ledger and receipt.");
        return false;
    }

    private static HashSet<string> Numbers(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var numbers = new HashSet<string>();

        while (reader.Read())
        {
            numbers.Add(reader.GetString(0));
        }

        return numbers;
    }
}
