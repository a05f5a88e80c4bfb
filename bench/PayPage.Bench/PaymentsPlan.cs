using System.Globalization;

namespace PayPage.Bench;

/// <summary>How many payments to record, and how long to load the site. The defaults take about five minutes on a quiet machine.</summary>
internal sealed record PaymentsPlan
{
    public const string Usage = """
        bench/payments [--quick] [--rounds 5] [--payments 100] [--warm 10] [--seconds 120] [--rate 500]
          quick     a try of about 20 seconds; what follows it overrides it
          rounds    ours and bare, one after the other, so many times
          payments  of each half of a round
          warm      seconds of the mixed load before it counts
          seconds   how long it counts
          rate      requests per second: of 100, 95 pay pages, 4 questions for the state, 1 payment; a multiple of 100
        """;

    public int Rounds { get; init; } = 5;

    public int Payments { get; init; } = 100;

    public int WarmSeconds { get; init; } = 10;

    public int Seconds { get; init; } = 120;

    public int Rate { get; init; } = 500;

    /// <returns>Null when the words make no sense.</returns>
    public static PaymentsPlan? Parse(string[] args) => args switch
    {
        ["--quick", .. var rest] => Parse(rest, new PaymentsPlan { Rounds = 2, Payments = 20, WarmSeconds = 2, Seconds = 8, Rate = 200 }),
        _ => Parse(args, new PaymentsPlan()),
    };

    private static PaymentsPlan? Parse(string[] args, PaymentsPlan plan) => args switch
    {
        [] => plan,
        [var name, var value, .. var rest] when int.TryParse(value, CultureInfo.InvariantCulture, out var n) && n > 0 => name switch
        {
            "--rounds" => Parse(rest, plan with { Rounds = n }),
            "--payments" => Parse(rest, plan with { Payments = n }),
            "--warm" => Parse(rest, plan with { WarmSeconds = n }),
            "--seconds" => Parse(rest, plan with { Seconds = n }),
            "--rate" when n % 100 == 0 => Parse(rest, plan with { Rate = n }),
            _ => null,
        },
        _ => null,
    };
}
