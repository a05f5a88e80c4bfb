using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.Domain.Processors;
using PayPage.Domain.Reconciliation;
using PayPage.UseCases.Reconciliation;
using PayPage.UseCases.Verifying;

namespace PayPage.Hosting;

/// <summary>What the commands that look after the money print.</summary>
internal static class MoneyReport
{
    public static async Task WriteAsync(TextWriter output, Merchant merchant, ProcessorAccount account, ComparisonReport report)
    {
        var run = report.Run;
        await output.WriteLineAsync(Invariant($"{merchant.Name} ({merchant.Id}), {account.Kind} {account.Id}, {account.Mode}: {run.From:u} to {run.To:u}"));

        foreach (var sums in run.Sums)
        {
            var currency = Currency.Parse(sums.Currency);
            await output.WriteLineAsync(Invariant(
                $"  payments: {sums.PaymentsThere} there over {new Money(sums.PaidThere, currency)}, {sums.PaymentsHere} here over {new Money(sums.PaidHere, currency)}"));
            await output.WriteLineAsync(Invariant(
                $"  refunds:  {sums.RefundsThere} there over {new Money(sums.BackThere, currency)}, {sums.RefundsHere} here over {new Money(sums.BackHere, currency)}"));
        }

        if (run.Sums.Count == 0)
        {
            await output.WriteLineAsync("  no money moved");
        }

        foreach (var difference in report.Differences)
        {
            await output.WriteLineAsync(Invariant($"  DIFFERENCE {difference.Kind} {difference.Reference}: {difference.Amount} at {difference.At:u} ({difference.Id}{About(difference)})"));
        }

        foreach (var healed in report.Healed)
        {
            await output.WriteLineAsync($"  healed: {healed} had not reached us, and is in the books now");
        }

        if (run.Resolved > 0)
        {
            await output.WriteLineAsync(Invariant($"  gone: {run.Resolved} differences of before"));
        }

        await output.WriteLineAsync(run.Outcome switch
        {
            ComparisonOutcome.Same => "  no difference",
            ComparisonOutcome.Different => Invariant($"  {report.Differences.Count} differences"),
            ComparisonOutcome.NotCompared => $"  NOT COMPARED: {run.Why}",
        });
    }

    public static async Task WriteAsync(TextWriter output, BooksReport report)
    {
        await output.WriteLineAsync(Invariant($"{report.Invoices} invoices, {report.Payments} payments, {report.Refunds} refunds, {report.Links} links checked"));

        foreach (var (of, entries) in report.Ledger)
        {
            await output.WriteLineAsync(Invariant($"  ledger {of}: {entries} entries"));
        }

        foreach (var (name, _) in BookRules.All)
        {
            await output.WriteLineAsync(report.BrokenOf(name) == 0 ? $"  {name}: right" : Invariant($"  {name}: BROKEN in {report.BrokenOf(name)} places"));
        }

        foreach (var broken in report.Broken)
        {
            await output.WriteLineAsync($"  {broken}");
        }

        await output.WriteLineAsync(report.BrokenCount == 0 ? "The books are right." : Invariant($"The books are wrong in {report.BrokenCount} places."));
    }

    private static string About(Difference difference) => difference switch
    {
        { PaymentId: { } payment, RefundId: { } refund } => $", {payment}, {refund}",
        { PaymentId: { } payment } => $", {payment}",
        _ => "",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
