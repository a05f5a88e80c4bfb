using System.Globalization;
using PayPage.E2E.Support;
using PayPage.Unit.Support;

namespace PayPage.E2E.Torture;

/// <summary>Several processes on one database, killed and stopped at random while a crowd pays. Afterwards the processor and the books must agree.</summary>
/// <remarks>eng/torture --minutes M --seed S runs it for longer; it sets PAYPAGE_TORTURE_MINUTES, _SEED and _REPORT (a file for the last line).</remarks>
[RunsLong]
public sealed class TortureTests(ITestOutputHelper output)
{
    private const int Payers = 4;
    private const int UsualSeed = 1;
    private static readonly TimeSpan RestTime = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task A_minute_of_torture_leaves_no_difference()
    {
        var seed = (int)(Number("PAYPAGE_TORTURE_SEED") ?? UsualSeed);
        var minutes = Number("PAYPAGE_TORTURE_MINUTES") ?? 1;
        await using var fleet = new Fleet(seed, Environment.GetEnvironmentVariable("PAYPAGE_TORTURE_SQLSERVER") is { Length: > 0 } server ? server : null);
        await fleet.StartAsync();
        using var office = await PlainOffice.EnterAsync(() => fleet.Said, fleet.Address);
        using var crowd = new Crowd(fleet, office);
        var nemesis = new Nemesis(fleet, seed);

        using (var over = new CancellationTokenSource(TimeSpan.FromMinutes(minutes)))
        {
            await Task.WhenAll([
                .. Enumerable.Range(1, Payers).Select(payer => crowd.PayAsync(seed * 1000 + payer, over.Token)),
                crowd.LookAfterAsync(seed * 1000, over.Token),
                nemesis.RageAsync(over.Token),
            ]);
        }

        var differences = await HealAsync(fleet);
        differences.AddRange(await DifferencesAsync(fleet, crowd, nemesis));
        var (captured, recorded, refunded, receipts) = (
            (await fleet.Books.CapturedAsync()).Count, (await fleet.Books.RecordedAsync()).Count, (await fleet.Books.RefundedThereAsync()).Count, await fleet.Books.ReceiptsAsync());
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"seed {seed}, {minutes} min: {crowd.Tried} payments tried, {nemesis.Kills} kills, {nemesis.Stops} stops, {captured} captured at the processor, {recorded} recorded, {refunded} refunded, {receipts} receipts, {differences.Count} differences");
        Report([.. differences, line]);

        Assert.Equal([], differences);
        Assert.True(captured > 0 && nemesis.Kills > 0, line);    // a torture that touched nothing proves nothing
        Assert.Empty(Leaks.In(fleet.Said).Take(5));
    }

    /// <summary>All are dead, some time passes, and one of them comes back.</summary>
    private static async Task<List<string>> HealAsync(Fleet fleet)
    {
        await fleet.HoursLaterAsync();
        await fleet.StartAsync(0);
        IReadOnlyList<string> left = [];

        try
        {
            await Eventually.SeeAsync(
                async () => (left = await fleet.Books.UnrestAsync()).Count == 0 && await fleet.Books.OpenAtTheProcessorAsync() == 0, "all comes to rest", RestTime);
            return [];
        }
        catch (TimeoutException)
        {
            return [.. left.Select(what => $"After {RestTime.TotalMinutes} min: {what}")];
        }
    }

    private static async Task<IEnumerable<string>> DifferencesAsync(Fleet fleet, Crowd crowd, Nemesis nemesis)
    {
        var found = new List<string>(await fleet.Books.DifferencesAsync());
        var receipts = fleet.Mails.CountAbout("Receipt for invoice T-");
        var sent = await fleet.Books.CountAsync("SELECT COUNT(*) FROM Outbox o JOIN Invoices i ON i.Id = o.InvoiceId WHERE o.Kind = 'ReceiptMail' AND o.SentAt IS NOT NULL AND i.Number LIKE 'T-%'");
        var known = await fleet.Books.ReferencesAsync();
        found.AddRange(await SaidAsync(fleet, "verify-books"));
        found.AddRange(await SaidAsync(fleet, "reconcile", "--from", Day(-1), "--to", Day(1)));    // whatever day it is at the merchant's place
        found.AddRange(crowd.Shown.Keys.Where(reference => !known.Contains(reference)).Select(reference => $"A payer was shown {reference} as paid, which the books do not know."));

        // At least once: whoever dies between handing a mail over and noting it sends it again.
        if (receipts < sent || receipts > sent + nemesis.Kills + nemesis.Stops)
        {
            found.Add($"{sent} receipts were sent; {receipts} lie in the folder.");
        }

        return found;
    }

    /// <summary>The operator's own commands must find nothing either.</summary>
    private static async Task<IEnumerable<string>> SaidAsync(Fleet fleet, params string[] command)
    {
        var (code, said) = await fleet.CommandAsync(command);
        return code == 0 ? [] : [$"{command[0]} ended with {code}: {said}"];
    }

    private static string Day(int fromNow) => TimeProvider.System.GetUtcNow().AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Report(IReadOnlyList<string> lines)
    {
        output.WriteLine(string.Join('\n', lines));

        if (Environment.GetEnvironmentVariable("PAYPAGE_TORTURE_REPORT") is { Length: > 0 } file)
        {
            File.WriteAllLines(file, lines);
        }
    }

    private static double? Number(string name) =>
        double.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
