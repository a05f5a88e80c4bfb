using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Reports;

namespace PayPage.UseCases.Reporting;

/// <summary>A line for each payment: by the day on which it was begun, or on which its money came.</summary>
internal sealed class PaymentReport(PayPageDbContext db) : IReport
{
    public ReportKind Kind => ReportKind.Payments;

    public IReadOnlyList<ReportColumn> Columns => PaymentColumns.All;

    public IReadOnlyList<ReportDay> Days { get; } = [ReportDay.Paid, ReportDay.Created];

    public IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<PaymentStatus>().Select(ReportText.Word)];

    public IReadOnlyList<string> SumLabels { get; } = ["Received"];

    public IAsyncEnumerable<object> LinesAsync(ReportWish wish, ReportGround ground, int slice, CancellationToken ct)
    {
        var payments = Passing(wish, ground);
        return Slices.WalkAsync<PaymentLine>(slice, last => Stretches(payments, wish.By, last).Select(AsLines), ct);
    }

    public async Task<IReadOnlyList<SumLine>> SumAsync(ReportWish wish, ReportGround ground, CancellationToken ct)
    {
        var sums = await Passing(wish, ground)
            .GroupBy(p => p.Amount.Currency)
            .Select(g => new { Currency = g.Key, Count = g.Count(), Received = g.Sum(p => p.Status == PaymentStatus.Succeeded ? p.Amount.Minor : 0) })
            .ToListAsync(ct);

        return [.. sums.OrderBy(s => s.Currency.Code, StringComparer.Ordinal).Select(s => new SumLine(s.Currency, s.Count, [s.Received]))];
    }

    private IQueryable<Payment> Passing(ReportWish wish, ReportGround ground)
    {
        var (begin, end) = ReportRange.Of(wish, ground.Zone);
        var statuses = Enum.GetValues<PaymentStatus>().Where(status => wish.Statuses.Count == 0 || wish.Statuses.Contains(ReportText.Word(status))).ToList();
        var payments = db.Payments.AsNoTracking().Where(p => p.MerchantId == ground.Caller.MerchantId && p.Mode == ground.Caller.Mode && statuses.Contains(p.Status));

        payments = wish.By == ReportDay.Paid
            ? payments.Where(p => p.Status == PaymentStatus.Succeeded && p.SettledAt >= begin && p.SettledAt < end)
            : payments.Where(p => p.PreparedAt >= begin && p.PreparedAt < end);

        if (wish.Currency is { } currency)
        {
            payments = payments.Where(p => p.Amount.Currency == currency);
        }

        foreach (var word in wish.Search?.Words ?? [])
        {
            var upper = word.ToUpperInvariant();
            payments = payments.Where(p => p.Reference == upper || db.Invoices.Any(i => i.Id == p.InvoiceId && i.SearchWords.Contains(word)));
        }

        return payments;
    }

    /// <summary>From a place on, as two stretches of one index (see <see cref="Invoices.Listing.ListStretches"/>).</summary>
    private static IEnumerable<IQueryable<Payment>> Stretches(IQueryable<Payment> payments, ReportDay by, PaymentLine? last)
    {
        if (by == ReportDay.Paid)
        {
            return last is null ? [BySettled(payments)]
                : [BySettled(payments.Where(p => p.SettledAt == last.SettledAt && p.Id > last.PaymentId)), BySettled(payments.Where(p => p.SettledAt > last.SettledAt))];
        }

        return last is null ? [ByBegun(payments)]
            : [ByBegun(payments.Where(p => p.PreparedAt == last.BegunAt && p.Id > last.PaymentId)), ByBegun(payments.Where(p => p.PreparedAt > last.BegunAt))];
    }

    private static IQueryable<Payment> BySettled(IQueryable<Payment> payments) => payments.OrderBy(p => p.SettledAt).ThenBy(p => p.Id);

    private static IQueryable<Payment> ByBegun(IQueryable<Payment> payments) => payments.OrderBy(p => p.PreparedAt).ThenBy(p => p.Id);

    private IQueryable<PaymentLine> AsLines(IQueryable<Payment> payments) =>
        from p in payments
        join i in db.Invoices on p.InvoiceId equals i.Id
        select new PaymentLine
        {
            PaymentId = p.Id,
            Reference = p.Reference,
            Number = i.Number,
            BillTo = i.BillTo,
            Amount = p.Amount,
            Status = p.Status,
            Method = p.Method,
            Instrument = p.Instrument,
            ProcessorReference = p.ProcessorReference,
            DisputedMinor = p.Disputed,
            Stray = p.Stray,
            BegunAt = p.PreparedAt,
            SettledAt = p.SettledAt,
        };
}
