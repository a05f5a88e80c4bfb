using PayPage.Api.Invoices;
using PayPage.Api.Receipts;

namespace PayPage.Api;

internal static class ApiRegistration
{
    /// <summary>The door for machines, in the dialect of Visa Acceptance's invoicing v2. Its prefix is fixed: clients carry it in them.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/invoicing/v2").AddEndpointFilter<ApiGuard>().AddEndpointFilter<ApiKeyFilter>();

        api.MapPost("/invoices", CreateInvoiceApi.CreateAsync);
        api.MapMethods("/invoices/{id}", [HttpMethods.Get, HttpMethods.Head], ShowInvoiceApi.ShowAsync);
        site.MapReceipts();
        return site;
    }
}
