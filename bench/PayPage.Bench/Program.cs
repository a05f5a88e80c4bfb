using System.Globalization;
using PayPage.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// The site runs in a process of its own: this program again, with another word.
switch (args)
{
    case ["serve", var folder, var address, .. var settings]:
        await ServedSite.RunAsync(folder, address, settings);
        return 0;
    case ["documents", .. var rest]:
        return await BenchOfDocuments.RunAsync(rest) ? 0 : 1;
    case ["lists", .. var rest]:
        return await BenchOfLists.RunAsync(rest) ? 0 : 1;
    case ["batches", .. var rest]:
        return await BenchOfBatches.RunAsync(rest) ? 0 : 1;
    case ["api", .. var rest]:
        return await BenchOfApi.RunAsync(rest) ? 0 : 1;
    case ["payments", .. var rest]:
        return await BenchOfPayments.RunAsync(rest) ? 0 : 1;
    case var _ when BenchPlan.Parse(args) is { } plan:
        return await Measurement.RunAsync(plan) ? 0 : 1;
    default:
        await Console.Error.WriteLineAsync(BenchPlan.Usage);
        return 2;
}
