using PayPage.UseCases.Invoices.Listing;

namespace PayPage.Api.Invoices;

/// <summary>List, in the dialect of Visa Acceptance's invoicing v2.</summary>
internal static class ListInvoicesApi
{
    public static async Task<IResult> ListAsync(HttpContext call, PageInvoices page, TimeProvider clock, CancellationToken ct)
    {
        var (query, faults) = ListQuery.Read(call.Request.Query);

        return query is null
            ? ErrorReply.Faulty(faults, clock.GetUtcNow())
            : ListReply.Of(await page.HandleAsync(query.Status, query.Offset, query.Limit, ApiCaller.Of(call), ct), query, clock.GetUtcNow());
    }
}
