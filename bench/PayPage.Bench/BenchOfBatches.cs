using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Batches;
using PayPage.UseCases.Batches;

namespace PayPage.Bench;

/// <summary>A large file of invoices: how fast it is checked and made beside a plain insert loop, how much memory it needs, and what payers feel meanwhile.</summary>
internal static class BenchOfBatches
{
    private const int DefaultRows = 100_000;
    private const int RowsForPayers = 10_000;

    /// <param name="args">Nothing, or <c>--rows</c> and a number.</param>
    public static async Task<bool> RunAsync(string[] args)
    {
        var rows = args is ["--rows", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= Batch.MostRows ? n : DefaultRows;

        foreach (var fact in await Machine.FactsAsync())
        {
            Console.WriteLine(fact);
        }

        await OneFileAsync(rows);
        await BenchOfWebhooks.RunAsync();
        await PayersMeanwhile.RunAsync(RowsForPayers);
        Console.WriteLine($"\nload after  {await Machine.LoadAsync()}");
        return true;
    }

    private static async Task OneFileAsync(int rows)
    {
        await using var shop = await ListedShop.OpenAsync(0);
        Console.WriteLine($"\nOne file of {rows} rows, SQLite, one worker, nobody else about\n");
        Console.WriteLine("| step | seconds | rows per second | managed memory at most | process at most |\n|---|---|---|---|---|");
        BatchId batch = default;
        await StepAsync("upload", async () => batch = await UploadAsync(shop, rows));
        await StepAsync("take apart", () => shop.UseAsync<WorkOnBatch, bool>(work => work.ReadNextAsync(CancellationToken.None)));
        var judged = await StepAsync("check", () => WorkAsync(shop));
        await shop.UseAsync<DecideBatch, DecideBatch.Outcome>(decide => decide.ProcessAsync(batch, onlyWhole: true, atOnce: true, shop.Caller, CancellationToken.None));
        var made = await StepAsync("make", () => WorkAsync(shop));
        var plain = await StepAsync("plain insert loop, ten rows a commit", () => PlainAsync(shop, rows));

        var done = await shop.UseAsync<ShowBatch, Batch?>(show => show.FindAsync(batch, shop.Caller, CancellationToken.None));
        Console.WriteLine($"\n{done?.CreatedInvoices} invoices made of {done?.Rows} rows. Beside the plain loop: checking {plain / judged:0.00} of its pace, making {plain / made:0.00}.");
        Console.WriteLine("(The plain loop writes one row of three columns. An invoice is a customer, an invoice, a link with two keys, a mail, three lines of history and two events.)");

        async Task<double> StepAsync(string name, Func<Task> step)
        {
            using var memory = new PeakMemory();
            var begun = Stopwatch.GetTimestamp();
            await step();
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            Console.WriteLine($"| {name} | {seconds:0.0} | {rows / seconds:0} | {memory.Managed / 1024 / 1024} MB | {memory.WorkingSet / 1024 / 1024} MB |");
            return seconds;
        }
    }

    private static async Task<BatchId> UploadAsync(ListedShop shop, int rows)
    {
        var receipt = await shop.UseAsync<TakeBatch, BatchReceipt>(take => take.HandleAsync(
            new BatchUpload("bench", "bench.csv", BatchDoor.Api, null, FileFormat.OfMachines), BenchFile.PiecesAsync(rows), shop.Caller, CancellationToken.None));
        return receipt is BatchReceipt.Taken taken ? taken.Id : throw new InvalidOperationException($"{receipt}");
    }

    private static async Task WorkAsync(ListedShop shop)
    {
        while (await shop.UseAsync<WorkOnBatch, bool>(work => work.GoOnAsync(CancellationToken.None)))
        {
        }
    }

    /// <summary>What the database takes when nothing is to be known of what is written.</summary>
    private static Task<bool> PlainAsync(ListedShop shop, int rows) => shop.UseAsync<PayPageDbContext, bool>(async db =>
    {
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE Plain (Id INTEGER PRIMARY KEY, Number TEXT NOT NULL UNIQUE, Total INTEGER NOT NULL)");

        foreach (var ten in Enumerable.Range(0, rows).Chunk(10))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();

            foreach (var i in ten)
            {
                await db.Database.ExecuteSqlAsync($"INSERT INTO Plain (Number, Total) VALUES ({BenchFile.NumberOf(i)}, {i})");
            }

            await transaction.CommitAsync();
        }

        return true;
    });
}
