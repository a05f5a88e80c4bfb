using Microsoft.AspNetCore.Mvc.RazorPages;
using PayPage.Domain.Team;
using PayPage.UseCases.Invoices.Listing;
using PayPage.Wording;

namespace PayPage.Pages.Office.Invoices;

/// <summary>The merchant's invoices. All that is wanted of them stands in the address: it can be kept, sent to a colleague, and leafed back to.</summary>
[Needs(Right.SeeInvoices)]
internal sealed class ListModel(ListInvoices list) : OfficePage
{
    /// <summary>What the form offers, in words.</summary>
    public static IReadOnlyList<(InvoiceOrder Order, string Text)> Orders { get; } =
    [
        (InvoiceOrder.Usual, "Newest first"), (new(InvoiceSort.Created, false), "Oldest first"),
        (new(InvoiceSort.Due, false), "Due soonest first"), (new(InvoiceSort.Due, true), "Due last first"),
        (new(InvoiceSort.Amount, true), "Highest amount first"), (new(InvoiceSort.Amount, false), "Lowest amount first"),
        (new(InvoiceSort.Number, false), "Number, A to Z"), (new(InvoiceSort.Number, true), "Number, Z to A"),
        (new(InvoiceSort.Customer, false), "Customer, A to Z"), (new(InvoiceSort.Customer, true), "Customer, Z to A"),
    ];

    /// <summary>What people want to see most: the name of the view, and its address.</summary>
    public static IReadOnlyList<(string Text, string Address)> Views { get; } =
    [
        ("All", "?"), ("To be paid", "?status=created&status=sent&status=partial&status=pending"), ("Overdue", "?overdue=yes"),
        ("Drafts", "?status=draft"), ("Paid", "?status=paid"),
    ];

    /// <summary>Set before the page is drawn, as <see cref="Shown"/>.</summary>
    public ListQuery Query { get; private set; } = null!;

    public InvoicePage Shown { get; private set; } = null!;

    public IReadOnlyList<ActiveFilter> Active { get; private set; } = [];

    public string FoundWords => Shown.Found switch
    {
        > ListInvoices.MostCounted => $"More than {Words.Count(ListInvoices.MostCounted)} invoices",
        1 => "1 invoice",
        var found => $"{Words.Count(found)} invoices",
    };

    public async Task<PageResult> OnGetAsync(CancellationToken ct)
    {
        Title = "Invoices";
        Query = new ListQuery(Request.Query);
        Active = ActiveFilter.Of(Query, Words);
        Shown = await list.HandleAsync(Query.Filter, Query.Order, Query.From, Caller, ct);

        if (Request.QueryString.HasValue)
        {
            Response.Headers.ContentEncoding = "identity";    // what was looked for stands beside what is nobody else's (BREACH)
        }

        return Page();
    }

    public IReadOnlyList<StatusBadge> BadgesOf(InvoiceRow row) => StatusBadge.Of(row.Status, row.IsViewed, row.IsOverdueOn(Shown.Today), row.IsDisputed);

    /// <summary>For aria-sort; null on columns by which the list is not ordered.</summary>
    public string? Sorted(InvoiceSort sort) => Query.Order.Sort != sort ? null : Query.Order.Descending ? "descending" : "ascending";

    public string Day(DateTimeOffset at) => Words.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Merchant.Zone).DateTime));

    /// <summary>Whether the reader looks at one of the views and at nothing else.</summary>
    public bool IsAt(string address) => $"{Request.QueryString}" == address || (address == "?" && !Request.QueryString.HasValue);
}
