using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Payments;
using PayPage.Domain.Reports;

namespace PayPage.UseCases.Reporting;

/// <summary>A line for each refund: by the day on which it was asked for, or on which the processor answered.</summary>
internal sealed class RefundReport(PayPageDbContext db) : IReport
{
    public ReportKind Kind => ReportKind.Refunds;

    public IReadOnlyList<ReportColumn> Columns => RefundColumns.All;

    public IReadOnlyList<ReportDay> Days { get; } = [ReportDay.Created, ReportDay.Paid];

    public IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<RefundStatus>().Select(ReportText.Word)];

    public IReadOnlyList<string> SumLabels { get; } = ["Given back"];

    public IAsyncEnumerable<object> LinesAsync(ReportWish wish, ReportGround ground, int slice, CancellationToken ct)
    {
        var refunds = Passing(wish, ground);

        // Refunds are few beside payments: they come in the order of one key, whichever day is meant.
        return Slices.WalkAsync<PaymentLine>(
            slice,
            last => last is null ? [AsLines(refunds)]
                : [AsLines(refunds.Where(r => r.RequestedAt == last.BegunAt && r.Id > last.RefundId)), AsLines(refunds.Where(r => r.RequestedAt > last.BegunAt))],
            ct);
    }

    public async Task<IReadOnlyList<SumLine>> SumAsync(ReportWish wish, ReportGround ground, CancellationToken ct)
    {
        var sums = await Passing(wish, ground)
            .GroupBy(r => r.Amount.Currency)
            .Select(g => new { Currency = g.Key, Count = g.Count(), Back = g.Sum(r => r.Status == RefundStatus.Succeeded ? r.Amount.Minor : 0) })
            .ToListAsync(ct);

        return [.. sums.OrderBy(s => s.Currency.Code, StringComparer.Ordinal).Select(s => new SumLine(s.Currency, s.Count, [s.Back]))];
    }

    private IQueryable<Refund> Passing(ReportWish wish, ReportGround ground)
    {
        var (begin, end) = ReportRange.Of(wish, ground.Zone);
        var statuses = Enum.GetValues<RefundStatus>().Where(status => wish.Statuses.Count == 0 || wish.Statuses.Contains(ReportText.Word(status))).ToList();
        var refunds = db.Refunds.AsNoTracking().Where(r => r.MerchantId == ground.Caller.MerchantId && statuses.Contains(r.Status)
            && db.Payments.Any(p => p.Id == r.PaymentId && p.Mode == ground.Caller.Mode));

        refunds = wish.By == ReportDay.Paid
            ? refunds.Where(r => r.SettledAt >= begin && r.SettledAt < end)
            : refunds.Where(r => r.RequestedAt >= begin && r.RequestedAt < end);

        if (wish.Currency is { } currency)
        {
            refunds = refunds.Where(r => r.Amount.Currency == currency);
        }

        foreach (var word in wish.Search?.Words ?? [])
        {
            var upper = word.ToUpperInvariant();
            refunds = refunds.Where(r => db.Payments.Any(p => p.Id == r.PaymentId
                && (p.Reference == upper || db.Invoices.Any(i => i.Id == p.InvoiceId && i.SearchWords.Contains(word)))));
        }

        return refunds;
    }

    private IQueryable<PaymentLine> AsLines(IQueryable<Refund> refunds) =>
        from r in refunds
        join p in db.Payments on r.PaymentId equals p.Id
        join i in db.Invoices on p.InvoiceId equals i.Id
        orderby r.RequestedAt, r.Id
        select new PaymentLine
        {
            PaymentId = p.Id,
            RefundId = r.Id,
            Reference = p.Reference,
            Number = i.Number,
            BillTo = i.BillTo,
            Amount = r.Amount,
            RefundStatus = r.Status,
            Origin = r.Origin,
            Reason = r.Reason,
            Failure = r.FailureReason,
            ProcessorReference = r.ProcessorReference,
            BegunAt = r.RequestedAt,
            SettledAt = r.SettledAt,
        };
}
