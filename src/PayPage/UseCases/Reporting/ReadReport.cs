using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Merchants;
using PayPage.Domain.Reports;

namespace PayPage.UseCases.Reporting;

/// <summary>Reports, by kind: what they can show, their first lines, all their lines, their sums. Reads only.</summary>
internal sealed class ReadReport(PayPageDbContext db, InvoiceReport invoices, PaymentReport payments, RefundReport refunds, TimeProvider clock)
{
    public const int PreviewLines = 25;

    private const int Slice = 500;
    private const int Months = 12;

    public IReport Of(ReportKind kind) => kind switch
    {
        ReportKind.Invoices => invoices,
        ReportKind.Payments => payments,
        ReportKind.Refunds => refunds,
    };

    public IReadOnlyList<ReportColumn> ColumnsOf(ReportWish wish) =>
        [.. Of(wish.Kind).Columns.Where(column => wish.Columns.Count == 0 ? column.IsUsual : wish.Columns.Contains(column.Name))];

    /// <summary>Values line by line, in the order of the columns, the oldest line first; null where there is none.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string?>> LinesAsync(ReportWish wish, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        var ground = await GroundAsync(caller, ct);
        var columns = ColumnsOf(wish);

        await foreach (var line in Of(wish.Kind).LinesAsync(wish, ground, Slice, ct))
        {
            yield return [.. columns.Select(column => column.Value(line, ground.Zone))];
        }
    }

    /// <summary>Of all lines, each currency for itself.</summary>
    public async Task<IReadOnlyList<SumLine>> SumAsync(ReportWish wish, Caller caller, CancellationToken ct) =>
        await Of(wish.Kind).SumAsync(wish, await GroundAsync(caller, ct), ct);

    /// <returns>The first lines, at most <see cref="PreviewLines"/>, and the sums of all, currency by currency.</returns>
    public async Task<ReportPreview> PreviewAsync(ReportWish wish, Caller caller, CancellationToken ct)
    {
        var ground = await GroundAsync(caller, ct);
        var columns = ColumnsOf(wish);
        var lines = new List<IReadOnlyList<string?>>();

        await foreach (var line in Of(wish.Kind).LinesAsync(wish, ground, PreviewLines, ct).Take(PreviewLines).WithCancellation(ct))
        {
            lines.Add([.. columns.Select(column => column.Value(line, ground.Zone))]);
        }

        return new ReportPreview(columns, lines, await Of(wish.Kind).SumAsync(wish, ground, ct), await MonthsAsync(wish, ground, ct));
    }

    /// <summary>Month by month, the last first: of the range, else up to this month. Each is a walk along an index, so there are at most twelve.</summary>
    private async Task<IReadOnlyList<MonthSums>> MonthsAsync(ReportWish wish, ReportGround ground, CancellationToken ct)
    {
        var last = wish.To ?? (wish.By == ReportDay.Due ? ground.Today.AddMonths(1) : ground.Today);
        var months = new List<MonthSums>();

        for (var first = last.AddDays(1 - last.Day); months.Count < Months && (wish.From is not { } from || first.AddMonths(1) > from); first = first.AddMonths(-1))
        {
            var (begin, end) = (wish.From is { } start && start > first ? start : first, first.AddMonths(1).AddDays(-1));
            months.Add(new MonthSums(first, await Of(wish.Kind).SumAsync(wish with { From = begin, To = end < last || wish.To is null ? end : last }, ground, ct)));
        }

        return [.. months.Where(month => month.Sums.Count > 0)];
    }

    private async Task<ReportGround> GroundAsync(Caller caller, CancellationToken ct)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => m.TimeZone).SingleAsync(ct));
        return new ReportGround(caller, zone, LocalTime.DayOf(clock.GetUtcNow(), zone));
    }
}

/// <param name="Sums">Of all lines, not of the first alone.</param>
internal sealed record ReportPreview(
    IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Lines, IReadOnlyList<SumLine> Sums, IReadOnlyList<MonthSums> Months)
{
    public int Found => Sums.Sum(sum => sum.Count);
}

/// <param name="First">The month's first day, at the merchant's place.</param>
internal sealed record MonthSums(DateOnly First, IReadOnlyList<SumLine> Sums);
