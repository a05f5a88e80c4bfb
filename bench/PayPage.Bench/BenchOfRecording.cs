using System.Diagnostics;
using PayPage.Domain.Payments;

namespace PayPage.Bench;

/// <summary>Ours and bare by turns in one process: the funnel records payments, then plain statements write the very same rows into a copy of the file.</summary>
internal static class BenchOfRecording
{
    private const int AtATime = 8;

    public static async Task RunAsync(PaymentsPlan plan)
    {
        var slices = 2 * (plan.Rounds + 1);    // one writer and eight in each round, and a round to warm
        await using var begun = await BegunPayments.OpenAsync(slices * plan.Payments);
        using var bare = BareBooks.CopyOf(begun.DatabaseFile, begun.CopyFile);
        using var rows = new RowsOfPayments(begun.DatabaseFile, begun.CopyFile);

        Console.WriteLine($"\nRecording {plan.Payments} payments a turn, {plan.Rounds} rounds, SQLite ({bare.Settings()}); payments per second");
        Console.WriteLine("Ours is RecordOutcome with a processor's event; bare writes the same rows with prepared statements, one transaction a payment, one writer.\n");
        Console.WriteLine($"| round | ours, one writer | bare | ratio | ours, {AtATime} at a time | bare | ratio |\n|---|---|---|---|---|---|---|");
        var turns = new Queue<Payment[]>(begun.All.Chunk(plan.Payments));
        var (one, many) = (new List<Pair>(), new List<Pair>());

        for (var round = 0; round <= plan.Rounds; round++)
        {
            var pairs = (One: await TurnAsync(begun, bare, rows, turns.Dequeue(), 1), Many: await TurnAsync(begun, bare, rows, turns.Dequeue(), AtATime));

            if (round > 0)    // the first one warms
            {
                one.Add(pairs.One);
                many.Add(pairs.Many);
                Console.WriteLine($"| {round} | {pairs.One} | {pairs.Many} |");
            }
        }

        Console.WriteLine($"| median | {Medians(one)} | {Medians(many)} |");
        Console.WriteLine($"\nRatio, median (least to most): one writer {Range(one)}; {AtATime} at a time {Range(many)}");
        Console.WriteLine($"Rows of one payment: {one[0].Rows}");
        var same = rows.Same();
        Console.WriteLine($"{slices * plan.Payments} payments recorded; both files hold the same {same.Rows} rows in {same.Tables} tables.");
    }

    private static async Task<Pair> TurnAsync(BegunPayments begun, BareBooks bare, RowsOfPayments rows, Payment[] payments, int atATime)
    {
        Settle(begun);
        var ours = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(payments, new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (payment, _) => await begun.RecordAsync(payment));
        var oursTook = Stopwatch.GetElapsedTime(ours);

        var written = rows.Find();
        bare.Prepare(written.SelectMany(payment => payment));
        Settle(begun);
        var theirs = Stopwatch.GetTimestamp();

        foreach (var payment in written)
        {
            bare.Write(payment);
        }

        var theirsTook = Stopwatch.GetElapsedTime(theirs);

        return written.Count == payments.Length
            ? new Pair(payments.Length / oursTook.TotalSeconds, payments.Length / theirsTook.TotalSeconds, Names(written[^1]))
            : throw new InvalidOperationException($"{written.Count} of {payments.Length} payments are in the books.");
    }

    private static void Settle(BegunPayments begun)
    {
        GC.Collect();
        BareBooks.Settle(begun.DatabaseFile);
        BareBooks.Settle(begun.CopyFile);
    }

    private static string Names(IReadOnlyList<RowWrite> rows) => string.Join(", ", rows
        .GroupBy(row => (row.Table, IsNew: row.Sql.StartsWith("INSERT", StringComparison.Ordinal)))
        .Select(g => $"{g.Count()} {g.Key.Table} {(g.Key.IsNew ? "new" : "changed")}"));

    private static string Medians(List<Pair> pairs) =>
        $"{Median(pairs.Select(p => p.Ours)):0} | {Median(pairs.Select(p => p.Bare)):0} | {Median(pairs.Select(p => p.Ratio)):0.000}";

    private static string Range(List<Pair> pairs) =>
        $"{Median(pairs.Select(p => p.Ratio)):0.000} ({pairs.Min(p => p.Ratio):0.000} to {pairs.Max(p => p.Ratio):0.000})";

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var ordered ? ordered[ordered.Count / 2] : 0;

    /// <summary>Payments per second.</summary>
    private sealed record Pair(double Ours, double Bare, string Rows)
    {
        public double Ratio => Ours / Bare;

        public override string ToString() => $"{Ours:0} | {Bare:0} | {Ratio:0.000}";
    }
}
