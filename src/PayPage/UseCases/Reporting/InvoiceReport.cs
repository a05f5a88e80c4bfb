using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices;
using PayPage.Domain.Payments;
using PayPage.Domain.Reports;
using PayPage.UseCases.Invoices.Listing;

namespace PayPage.UseCases.Reporting;

/// <summary>A line for each invoice, found as the list finds them.</summary>
internal sealed class InvoiceReport(PayPageDbContext db, FilterInvoices filterInvoices, FindCurrencies findCurrencies) : IReport
{
    public ReportKind Kind => ReportKind.Invoices;

    public IReadOnlyList<ReportColumn> Columns => InvoiceColumns.All;

    public IReadOnlyList<ReportDay> Days { get; } = Enum.GetValues<ReportDay>();

    public IReadOnlyList<string> Statuses { get; } = [.. Enum.GetValues<InvoiceStatus>().Select(ReportText.Word)];

    public IReadOnlyList<string> SumLabels { get; } = ["Total", "Paid", "Outstanding"];

    public async IAsyncEnumerable<object> LinesAsync(ReportWish wish, ReportGround ground, int slice, [EnumeratorCancellation] CancellationToken ct)
    {
        var invoices = await PassingAsync(wish, ground, ct);
        var sort = wish.By == ReportDay.Due ? InvoiceSort.Due : InvoiceSort.Created;
        var lines = Slices.WalkAsync<InvoiceLine>(
            slice,
            last => ListStretches.Of(
                invoices, sort, up: true,
                last is null ? null : new ListCursor(sort, sort == InvoiceSort.Due ? last.DueDate : last.CreatedAt, last.Id, Back: false), []).Select(AsLines),
            ct);

        await foreach (var line in lines)
        {
            yield return line;
        }
    }

    public async Task<IReadOnlyList<SumLine>> SumAsync(ReportWish wish, ReportGround ground, CancellationToken ct)
    {
        var sums = await (await PassingAsync(wish, ground, ct))
            .GroupBy(i => i.Currency)
            .Select(g => new
            {
                Currency = g.Key,
                Count = g.Count(),
                Total = g.Sum(i => i.Total),
                Paid = g.Sum(i => i.Paid),
                Outstanding = g.Sum(i => InvoiceTransitions.Payable.Contains(i.Stage) ? i.Total - i.Paid : 0),
            })
            .ToListAsync(ct);

        return [.. sums.OrderBy(s => s.Currency.Code, StringComparer.Ordinal).Select(s => new SumLine(s.Currency, s.Count, [s.Total, s.Paid, s.Outstanding]))];
    }

    private async Task<IQueryable<Invoice>> PassingAsync(ReportWish wish, ReportGround ground, CancellationToken ct)
    {
        var filter = new InvoiceFilter
        {
            Search = wish.Search,
            Statuses = [.. Enum.GetValues<InvoiceStatus>().Where(status => wish.Statuses.Contains(ReportText.Word(status)))],
            Currency = wish.Currency,
            CreatedFrom = wish.By == ReportDay.Created ? wish.From : null,
            CreatedTo = wish.By == ReportDay.Created ? wish.To : null,
            DueFrom = wish.By == ReportDay.Due ? wish.From : null,
            DueTo = wish.By == ReportDay.Due ? wish.To : null,
        };
        var invoices = filterInvoices.Handle(filter, ground.Caller, await findCurrencies.HandleAsync(ground.Caller, ct), ground.Today, ground.Zone);

        if (wish.By != ReportDay.Paid || (wish.From is null && wish.To is null))
        {
            return invoices;
        }

        var (begin, end) = ReportRange.Of(wish, ground.Zone);
        return invoices.Where(i => db.Payments.Any(p => p.InvoiceId == i.Id && p.Status == PaymentStatus.Succeeded && p.SettledAt >= begin && p.SettledAt < end));
    }

    private IQueryable<InvoiceLine> AsLines(IQueryable<Invoice> invoices) => invoices.Select(i => new InvoiceLine
    {
        Id = i.Id,
        Number = i.Number,
        BillTo = i.BillTo,
        Stage = i.Stage,
        Currency = i.Currency,
        Total = i.Total,
        Paid = i.Paid,
        Refunded = i.Refunded,
        IsPending = i.Reserved > 0 && db.Payments.Any(p => p.InvoiceId == i.Id && p.Status == PaymentStatus.Processing),
        DueDate = i.DueDate,
        CreatedAt = i.CreatedAt,
        IssuedAt = i.IssuedAt,
        LastPaidAt = i.Paid > 0 ? db.Payments.Where(p => p.InvoiceId == i.Id && p.Status == PaymentStatus.Succeeded).Max(p => p.SettledAt) : null,
        Description = i.Description,
        TransactionReference = i.TransactionReference,
    });
}
