using System.Globalization;

namespace PayPage.Bench;

/// <summary>What to measure, and for how long. The defaults take less than six minutes.</summary>
internal sealed record BenchPlan
{
    public const string Usage = """
        bench/run [--rounds 5] [--seconds 8] [--warm 10] [--rate 500] [--rate-seconds 20] [--quick]
          rounds        page and bare, one after the other, so many times
          seconds       of each half of a round
          warm          seconds of each before the first round
          rate          requests per second of the open model
          rate-seconds  how long it lasts
          quick         identity rounds only: neither compressed answers, nor pinned processes, nor the open model
        """;

    public int Rounds { get; init; } = 5;

    public int Seconds { get; init; } = 8;

    public int WarmSeconds { get; init; } = 10;

    public int Rate { get; init; } = 500;

    public int RateSeconds { get; init; } = 20;

    public bool Quick { get; init; }

    /// <returns>Null when the words make no sense.</returns>
    public static BenchPlan? Parse(string[] args) => args switch
    {
        [] => new BenchPlan(),
        ["--quick", .. var rest] => Parse(rest) is { } plan ? plan with { Quick = true } : null,
        [var name, var value, .. var rest] when int.TryParse(value, CultureInfo.InvariantCulture, out var n) && n > 0 && Parse(rest) is { } plan => name switch
        {
            "--rounds" => plan with { Rounds = n },
            "--seconds" => plan with { Seconds = n },
            "--warm" => plan with { WarmSeconds = n },
            "--rate" => plan with { Rate = n },
            "--rate-seconds" => plan with { RateSeconds = n },
            _ => null,
        },
        _ => null,
    };
}
