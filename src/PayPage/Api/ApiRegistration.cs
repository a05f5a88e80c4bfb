using PayPage.Api.Events;
using PayPage.Api.Invoices;
using PayPage.Api.Receipts;

namespace PayPage.Api;

internal static class ApiRegistration
{
    /// <summary>The door for machines, in the dialect of Visa Acceptance's invoicing v2. Its prefix is fixed: clients carry it in them.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/invoicing/v2").AddEndpointFilter<ApiGuard>().AddEndpointFilter(new ApiKeyFilter(ErrorReply.NotAuthenticated));

        api.MapPost("/invoices", CreateInvoiceApi.CreateAsync);
        api.MapMethods("/invoices/{id}", [HttpMethods.Get, HttpMethods.Head], ShowInvoiceApi.ShowAsync);
        site.MapReceipts();
        site.MapOwn();
        return site;
    }

    /// <summary>Our own API, beside the dialect's: what other products have no word for.</summary>
    private static void MapOwn(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/api/v1").AddEndpointFilter<ProblemGuard>().AddEndpointFilter(new ApiKeyFilter(ProblemReply.NotAuthenticated));

        api.MapMethods("/events", [HttpMethods.Get, HttpMethods.Head], EventsApi.ReadAsync);
    }
}
