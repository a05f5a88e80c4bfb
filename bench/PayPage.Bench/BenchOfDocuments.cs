using System.Diagnostics;
using System.Globalization;

namespace PayPage.Bench;

/// <summary>Papers and mails per second, against an empty page of the same writer and a bare copy of a string, by turns in one process; and the memory that a thousand of them take.</summary>
internal static class BenchOfDocuments
{
    private const int DefaultRounds = 7;
    private const int Papers = 1_000;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1.5);

    // The first of each is what the others are held against.
    private static readonly (string Name, Func<int> Make)[] PaperCases =
    [
        ("empty page", BenchPapers.Empty),
        ("invoice, 10 lines, logo", BenchPapers.Invoice),
        ("the same in Arabic", BenchPapers.ArabicInvoice),
        ("QR matrix alone", BenchPapers.Code),
    ];

    private static readonly (string Name, Func<int> Make)[] MailCases =
    [
        ("bare copy of the mail's text", BenchMails.Copy),
        ("invoice mail composed, 10 lines", BenchMails.Composed),
        ("the same with its MIME text, logo and paper in it", BenchMails.Written),
    ];

    /// <param name="args">Nothing, or <c>--rounds</c> and a number.</param>
    public static async Task<bool> RunAsync(string[] args)
    {
        var rounds = args is ["--rounds", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : DefaultRounds;

        foreach (var fact in (await Machine.FactsAsync()).Where(fact => !fact.StartsWith("logging", StringComparison.Ordinal)))
        {
            Console.WriteLine(fact);
        }

        Speed("paper", PaperCases, rounds);
        Speed("mail", MailCases, rounds);
        Memory();
        Console.WriteLine($"\nload after  {await Machine.LoadAsync()}");
        return true;
    }

    private static void Speed(string what, (string Name, Func<int> Make)[] cases, int rounds)
    {
        var perSecond = cases.ToDictionary(c => c.Name, _ => new List<double>());

        for (var round = 0; round <= rounds; round++)
        {
            foreach (var (name, make) in cases)
            {
                var speed = PerSecond(make);

                if (round > 0)    // the first one warms
                {
                    perSecond[name].Add(speed);
                }
            }
        }

        var baseline = perSecond[cases[0].Name];
        Console.WriteLine($"\n{rounds} rounds by turns, {Turn.TotalSeconds:0.0} s each, one thread\n");
        Console.WriteLine($"| {what} | size | per second, median | ratio to the first, median (least to most) |\n|---|---|---|---|");

        foreach (var (name, make) in cases)
        {
            var ratios = perSecond[name].Zip(baseline, (own, other) => own / other).Order().ToList();
            var size = make == BenchPapers.Code ? "" : $"{make()}";
            Console.WriteLine($"| {name} | {size} | {perSecond[name].Order().ElementAt(rounds / 2):0} | {ratios[rounds / 2]:0.000} ({ratios[0]:0.000} to {ratios[^1]:0.000}) |");
        }
    }

    private static void Memory()
    {
        Console.WriteLine($"\n{Papers} invoices of 10 lines\n\n| how | seconds | peak on the managed heap | peak working set |\n|---|---|---|---|");
        Row("one after the other", () =>
        {
            for (var i = 0; i < Papers; i++)
            {
                BenchPapers.Invoice();
            }
        });
        Row($"on {Environment.ProcessorCount} threads at once", () => Parallel.For(0, Papers, _ => BenchPapers.Invoice()));
    }

    private static void Row(string how, Action work)
    {
        using var memory = new PeakMemory();
        var start = Stopwatch.GetTimestamp();
        work();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"| {how} | {seconds:0.0} | {memory.Managed / 1e6:0} MB | {memory.WorkingSet / 1e6:0} MB |");
    }

    private static double PerSecond(Func<int> make)
    {
        var (start, count) = (Stopwatch.GetTimestamp(), 0);

        while (Stopwatch.GetElapsedTime(start) < Turn)
        {
            make();
            count++;
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
