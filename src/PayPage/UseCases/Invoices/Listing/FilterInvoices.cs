using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Disputes;
using PayPage.Domain.Invoices;
using PayPage.Domain.Links;
using PayPage.Domain.Payments;
using Condition = System.Linq.Expressions.Expression<System.Func<PayPage.Domain.Invoices.Invoice, bool>>;

namespace PayPage.UseCases.Invoices.Listing;

/// <summary>A filter as conditions of a query. What the list's index holds is asked first, so that most rows are never fetched.</summary>
internal sealed class FilterInvoices(PayPageDbContext db)
{
    /// <param name="currencies">All that the caller's invoices have: a figure means something in a currency only.</param>
    /// <param name="today">The date at the merchant's place.</param>
    /// <param name="zone">The merchant's.</param>
    public IQueryable<Invoice> Handle(InvoiceFilter filter, Caller caller, IReadOnlyList<Currency> currencies, DateOnly today, TimeZoneInfo zone)
    {
        var invoices = db.Invoices.AsNoTracking()
            .Where(i => i.MerchantId == caller.MerchantId && i.Mode == caller.Mode)
            .Where(Conditions.AllOf([.. ByDay(filter, zone), .. BySum(filter, currencies)]));

        if (filter.Overdue)
        {
            invoices = invoices.Where(i => InvoiceTransitions.Payable.Contains(i.Stage) && i.Paid < i.Total && i.DueDate < today);
        }

        if (filter.Disputed)
        {
            invoices = invoices.Where(i => db.Disputes.Any(d => d.InvoiceId == i.Id && DisputeTransitions.Open.Contains(d.State)));
        }

        if (filter.Search is { } search)
        {
            invoices = invoices.Where(Conditions.AnyOf([Conditions.AllOf(search.Words.Select(word => ByWord(word, currencies))), IsSum(search.Whole, currencies)]));
        }

        if (filter.Statuses.Count > 0)
        {
            invoices = invoices.Where(Conditions.AnyOf(filter.Statuses.Distinct().Order().Select(ByStatus)));
        }

        return filter.Viewed ? invoices.Where(i => db.Links.Any(l => l.InvoiceId == i.Id && l.OpenedAt != null)) : invoices;
    }

    private static IEnumerable<Condition> ByDay(InvoiceFilter filter, TimeZoneInfo zone)
    {
        if (filter.CreatedFrom is { } firstDay && firstDay > DateOnly.MinValue)
        {
            var begin = LinkLifetime.EndOf(firstDay.AddDays(-1), zone);
            yield return i => i.CreatedAt >= begin;
        }

        if (filter.CreatedTo is { } lastDay)
        {
            var end = LinkLifetime.EndOf(lastDay, zone);
            yield return i => i.CreatedAt < end;
        }

        if (filter.DueFrom is { } first)
        {
            yield return i => i.DueDate >= first;
        }

        if (filter.DueTo is { } last)
        {
            yield return i => i.DueDate <= last;
        }
    }

    private static IEnumerable<Condition> BySum(InvoiceFilter filter, IReadOnlyList<Currency> currencies)
    {
        if (filter.Currency is { } wanted)
        {
            yield return i => i.Currency == wanted;
        }

        if (filter.Least is not null || filter.Most is not null)
        {
            yield return Conditions.AnyOf(
                from currency in currencies
                where filter.Currency is null || filter.Currency == currency
                select Between(filter.Least ?? 0, filter.Most ?? long.MaxValue, currency));
        }
    }

    /// <param name="least">In ten-thousandths of one; what the currency cannot say is rounded into the range.</param>
    private static Condition Between(long least, long most, Currency currency)
    {
        const long finest = 10_000;
        var unit = finest / currency.UnitsPerOne;
        var (low, high) = ((least / unit) + (least % unit == 0 ? 0 : 1), most / unit);
        return i => i.Currency == currency && i.Total >= low && i.Total <= high;
    }

    private static Condition ByWord(string word, IReadOnlyList<Currency> currencies) =>
        Conditions.AnyOf([i => i.SearchWords.Contains(word), IsSum(word, currencies)]);

    /// <summary>Whether an invoice comes to what the text may mean, each in its own currency.</summary>
    private static Condition IsSum(string text, IReadOnlyList<Currency> currencies) => Conditions.AnyOf(
        from currency in currencies
        from total in AmountGuess.Read(text, currency.Digits)
        select Comes(total, currency));

    private static Condition Comes(long total, Currency currency) => i => i.Currency == currency && i.Total == total;

    /// <summary>As <see cref="InvoiceStatuses"/> says it.</summary>
    private Condition ByStatus(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Draft => i => i.Stage == InvoiceStage.Draft,
        InvoiceStatus.Canceled => i => i.Stage == InvoiceStage.Canceled,
        InvoiceStatus.Paid => i => InvoiceTransitions.Payable.Contains(i.Stage) && i.Paid >= i.Total,
        InvoiceStatus.Pending => Unpaid(pending: true, i => InvoiceTransitions.Payable.Contains(i.Stage)),
        InvoiceStatus.Partial => Unpaid(pending: false, i => InvoiceTransitions.Payable.Contains(i.Stage) && i.Paid > 0),
        InvoiceStatus.Sent => Unpaid(pending: false, i => i.Stage == InvoiceStage.Sent && i.Paid == 0),
        InvoiceStatus.Created => Unpaid(pending: false, i => i.Stage == InvoiceStage.Created && i.Paid == 0),
    };

    /// <summary>Money on its way is a reservation too: of most invoices the payments need not be looked at.</summary>
    private Condition Unpaid(bool pending, Condition and) => Conditions.AllOf(
    [
        i => i.Paid < i.Total,
        and,
        pending
            ? i => i.Reserved > 0 && db.Payments.Any(p => p.InvoiceId == i.Id && p.Status == PaymentStatus.Processing)
            : i => i.Reserved == 0 || !db.Payments.Any(p => p.InvoiceId == i.Id && p.Status == PaymentStatus.Processing),
    ]);
}
