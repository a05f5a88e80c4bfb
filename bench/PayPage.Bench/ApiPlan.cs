using System.Globalization;

namespace PayPage.Bench;

/// <summary>How many invoices there are, and how long to call the API. The defaults take about four minutes on a quiet machine.</summary>
internal sealed record ApiPlan
{
    public const string Usage = """
        bench/api [--quick] [--invoices 100000] [--rounds 5] [--seconds 8] [--rate 100] [--clients 8]
          quick     a try of about 30 seconds; what follows it overrides it
          invoices  that the merchant has before anything is measured
          rounds    ours and bare, one after the other, so many times
          seconds   of each half of a round, and of each burst at a constant rate
          rate      calls per second of these bursts
          clients   that create at the same time, as fast as they are answered
        """;

    public int Invoices { get; init; } = 100_000;

    public int Rounds { get; init; } = 5;

    public int Seconds { get; init; } = 8;

    public int Rate { get; init; } = 100;

    public int Clients { get; init; } = 8;

    /// <returns>Null when the words make no sense.</returns>
    public static ApiPlan? Parse(string[] args) => args switch
    {
        ["--quick", .. var rest] => Parse(rest, new ApiPlan { Invoices = 5_000, Rounds = 2, Seconds = 2 }),
        _ => Parse(args, new ApiPlan()),
    };

    private static ApiPlan? Parse(string[] args, ApiPlan plan) => args switch
    {
        [] => plan,
        [var name, var value, .. var rest] when int.TryParse(value, CultureInfo.InvariantCulture, out var n) && n > 0 => name switch
        {
            "--invoices" => Parse(rest, plan with { Invoices = n }),
            "--rounds" => Parse(rest, plan with { Rounds = n }),
            "--seconds" => Parse(rest, plan with { Seconds = n }),
            "--rate" => Parse(rest, plan with { Rate = n }),
            "--clients" => Parse(rest, plan with { Clients = n }),
            _ => null,
        },
        _ => null,
    };
}
