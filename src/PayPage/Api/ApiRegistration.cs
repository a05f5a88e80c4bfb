using PayPage.Api.Batches;
using PayPage.Api.Events;
using PayPage.Api.Fort;
using PayPage.Api.Invoices;
using PayPage.Api.Receipts;
using PayPage.Api.Reports;

namespace PayPage.Api;

internal static class ApiRegistration
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The door for machines, in the dialect of Visa Acceptance's invoicing v2. Its prefix is fixed: clients carry it in them.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/invoicing/v2").AddEndpointFilter<ApiGuard>().AddEndpointFilter(new ApiKeyFilter(ErrorReply.NotAuthenticated));

        api.MapPost("/invoices", CreateInvoiceApi.CreateAsync);
        api.MapMethods("/invoices/{id}", Reading, ShowInvoiceApi.ShowAsync);
        site.MapReceipts();
        site.MapOwn();
        site.MapFort();
        return site;
    }

    /// <summary>Our own API, beside the dialect's: what other products have no word for.</summary>
    private static void MapOwn(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/api/v1").AddEndpointFilter<ProblemGuard>().AddEndpointFilter(new ApiKeyFilter(ProblemReply.NotAuthenticated));

        api.MapMethods("/events", Reading, EventsApi.ReadAsync);
        api.MapMethods("/reports/{kind}", Reading, ReportsApi.Show);
        api.MapPost("/batches", BatchesApi.UploadAsync);
        api.MapMethods("/batches", Reading, BatchesApi.FindAsync);
        api.MapMethods("/batches/{id}", Reading, BatchesApi.ShowAsync);
        api.MapDelete("/batches/{id}", BatchesApi.DiscardAsync);
        api.MapMethods("/batches/{id}/rows", Reading, BatchesApi.RowsAsync);
        api.MapMethods("/batches/{id}/results.csv", Reading, BatchesApi.ResultsAsync);
        api.MapPost("/batches/{id}/process", BatchesApi.ProcessAsync);
    }
}
