using PayPage.Api.Batches;
using PayPage.Api.Description;
using PayPage.Api.Description.Shapes;
using PayPage.Api.Events;
using PayPage.Api.Fields;
using PayPage.Api.Fort;
using PayPage.Api.Invoices;
using PayPage.Api.Own;
using PayPage.Api.Receipts;
using PayPage.Api.Reports;
using PayPage.Api.Settings;

namespace PayPage.Api;

internal static class ApiRegistration
{
    /// <summary>Where the dialect's addresses begin, and where ours do.</summary>
    public const string DialectRoot = "/invoicing";

    public const string OwnRoot = "/api";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The door for machines, in the dialect of Visa Acceptance's invoicing v2. Its prefix is fixed: clients carry it in them.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/invoicing/v2").AddEndpointFilter<ApiGuard>().ForCallers().WithTags("Invoices");

        api.MapInvoices();
        api.MapSettings();
        api.MapFields();
        site.MapReceipts();
        site.MapOwn();
        site.MapFort();
        return site;
    }

    /// <summary>Our own API, beside the dialect's: what other products have no word for.</summary>
    private static void MapOwn(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/api/v1").AddEndpointFilter<ProblemGuard>().ForCallers();

        api.MapOwnInvoices();
        api.MapMethods("/events", Reading, EventsApi.ReadAsync)
            .Named("listEvents", "What happened, oldest first").WithTags("Events").Gives<EventFeed>()
            .Asks("after", "Behind which event to begin: the value of next. Left out: at the oldest.").Asks("limit", "How many at most: 1 to 100, 50 where it is left out.")
            .Refuses(StatusCodes.Status410Gone);
        api.MapMethods("/reports/{kind}", Reading, ReportsApi.Show)
            .Named("getReport", "The lines of a report: invoices, payments or refunds").WithTags("Reports").GivesEither<Report>("text/csv")
            .Asks("format", "json (usual) or csv.").Asks("search", "Words that must all be found.").Asks("by", "Which day counts: created, due or paid.")
            .Asks("from", "The first day, YYYY-MM-DD at the merchant's place.").Asks("to", "The last day.").Asks("status", "Statuses, with commas between.")
            .Asks("currency", "ISO 4217.").Asks("columns", "Names of columns, with commas between (docs/report-columns.md).");
        api.MapBatches();
    }
}
