namespace PayPage.Bench;

/// <summary>Payments recorded per second beside a bare transaction of the same rows; then pages, waiting payers and payments together at a constant rate.</summary>
internal static class BenchOfPayments
{
    /// <param name="args">See <see cref="PaymentsPlan.Usage"/>.</param>
    /// <returns>False where there is no result.</returns>
    public static async Task<bool> RunAsync(string[] args)
    {
        if (PaymentsPlan.Parse(args) is not { } plan)
        {
            await Console.Error.WriteLineAsync(PaymentsPlan.Usage);
            return false;
        }

        foreach (var fact in (await Machine.FactsAsync()).Where(fact => !fact.StartsWith("logging", StringComparison.Ordinal)))
        {
            Console.WriteLine(fact);
        }

        await BenchOfRecording.RunAsync(plan);
        var isResult = await BenchOfMixedLoad.RunAsync(plan);
        Console.WriteLine($"\nload after  {await Machine.LoadAsync()}");
        return isResult;
    }
}
